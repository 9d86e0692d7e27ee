import { Controller } from '@nestjs/common';
import {
  type ById,
  type Done,
  type Nothing,
  staffSessions,
  type RevokedInput,
  type RevokedSessions,
  type SessionList,
} from '#contracts';
import { Answers, type Call, Sessions } from '#platform';
import { StaffService } from './staff.service.js';

/** Sessions of staff: seen and closed by whom they belong to. */
@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly staff: StaffService,
  ) {}

  @Answers(staffSessions.list)
  list(_: Nothing, { actor }: Call): Promise<SessionList> {
    return this.sessions.listOwn(actor);
  }

  @Answers(staffSessions.close)
  close({ id }: ById, { actor }: Call): Promise<Done> {
    return this.sessions.closeOwn(id, actor);
  }

  @Answers(staffSessions.revoked)
  revoked(input: RevokedInput): Promise<RevokedSessions> {
    return this.sessions.revokedWithin(input);
  }

  @Answers(staffSessions.closeAll)
  closeAll(input: ById, call: Call): Promise<Done> {
    return this.staff.closeSessions(input, call);
  }
}
