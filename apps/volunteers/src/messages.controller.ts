import {
  type AnswerMessagesInput,
  type EventEnvelope,
  matchingEvents,
  messages,
  type MessageTemplateList,
  type Nothing,
  type VolunteerAlerted,
} from '#contracts';
import { Answers, type Call, Consumes, type Tx } from '#platform';
import { Controller } from '@nestjs/common';
import { MessagesService } from './messages.service.js';

@Controller()
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Answers(messages.templates)
  templates(_input: Nothing, call: Call): Promise<MessageTemplateList> {
    return this.messages.offered(call);
  }

  @Answers(messages.answer)
  answer(input: AnswerMessagesInput, call: Call): Promise<MessageTemplateList> {
    return this.messages.answer(input, call);
  }

  @Consumes(matchingEvents.alerted)
  alerted(events: EventEnvelope<VolunteerAlerted>[], tx: Tx): Promise<void> {
    return this.messages.follow(tx, events);
  }
}
