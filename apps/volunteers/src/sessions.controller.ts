import { Controller } from '@nestjs/common';
import {
  type ById,
  type Done,
  type Nothing,
  personSessions,
  type RevokedInput,
  type RevokedSessions,
  type SessionList,
} from '#contracts';
import { Answers, type Call, Sessions } from '#platform';

/** Sessions of volunteers and residents: seen and closed by whom they belong to. */
@Controller()
export class SessionsController {
  constructor(private readonly sessions: Sessions) {}

  @Answers(personSessions.list)
  list(_: Nothing, { actor }: Call): Promise<SessionList> {
    return this.sessions.listOwn(actor);
  }

  @Answers(personSessions.close)
  close({ id }: ById, { actor }: Call): Promise<Done> {
    return this.sessions.closeOwn(id, actor);
  }

  @Answers(personSessions.revoked)
  revoked(input: RevokedInput): Promise<RevokedSessions> {
    return this.sessions.revokedWithin(input);
  }
}
