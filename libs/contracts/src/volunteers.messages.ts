import { Nothing } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Flag, Integer, ListOf, Text } from './fields.js';
import { type AlertKind, alertKinds } from './matching.js';

/** Acceptances kept for a kind of message at most; more would only pile up. */
export const mostMessagesLeft = 100;

/** A kind of message that WeChat delivers after a yes, and how many the person has said yes to. */
export class MessageTemplate {
  @Choice(alertKinds) kind!: AlertKind;
  @Text({ max: 100, description: 'For `wx.requestSubscribeMessage`.' }) templateId!: string;
  @Integer({ min: 0, max: mostMessagesLeft, description: 'One acceptance is one message.' }) left!: number;
}

export class MessageTemplateList {
  @ListOf(() => MessageTemplate, { max: 3, description: 'Empty where messages are switched off.' })
  items!: MessageTemplate[];
}

export class MessageAnswer {
  @Choice(alertKinds) kind!: AlertKind;
  @Flag({ description: 'A no also takes back what was accepted before.' }) isAccepted!: boolean;
}

export class AnswerMessagesInput {
  @Text({ max: 200, description: 'Code of wx.login: it tells to whom messages go.' }) code!: string;
  @ListOf(() => MessageAnswer, { min: 1, max: 3 }) answers!: MessageAnswer[];
}

export const messages = {
  /** What one may be asked to accept, and what is left of what one has accepted. */
  templates: defineRpc({
    subject: 'volunteers.getMessageTemplates',
    input: Nothing,
    output: MessageTemplateList,
    errors: [],
    callers: ['volunteer'],
  }),
  /** What one answered when WeChat asked: each yes is one message more. */
  answer: defineRpc({
    subject: 'volunteers.answerMessages',
    input: AnswerMessagesInput,
    output: MessageTemplateList,
    errors: [
      'message.switchedOff',
      'resource.notFound',
      'auth.failed',
      'auth.wechatUnavailable',
      'request.tooMany',
      'idempotency.conflict',
    ],
    callers: ['volunteer'],
  }),
};
