import { AnswerMessagesInput, messages, type MessageTemplateList, Nothing } from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

/** Subscribe messages of WeChat: what may be asked, and what was answered. */
@Controller()
export class MessagesController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/volunteers/me/messages', messages.templates, {
    zh: '可订阅的微信消息与剩余次数；未开通则为空',
    en: 'Messages one may accept from WeChat, and how many are left; empty where switched off',
  })
  templates(input: Nothing, call: Call): Promise<MessageTemplateList> {
    return this.rpc.call(messages.templates, input, call);
  }

  @Serves('POST', '/volunteers/me/messages/answers', messages.answer, {
    zh: '记下对微信订阅询问的回答：同意一次，发一条',
    en: 'Keep what one answered when WeChat asked: a yes is one message',
  })
  answer(input: AnswerMessagesInput, call: Call): Promise<MessageTemplateList> {
    return this.rpc.call(messages.answer, input, call);
  }
}
