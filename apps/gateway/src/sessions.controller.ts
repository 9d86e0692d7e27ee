import { ById, Done, isStaff, Nothing, personSessions, roles, SessionList, staffSessions } from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';
import { SessionWatch } from './session.watch.js';

const everybody = { callers: roles, reach: 'own' as const };

/** Where one is signed in, and how to end it. */
@Controller()
export class SessionsController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly watch: SessionWatch,
  ) {}

  @Serves(
    'GET',
    '/sessions',
    { input: Nothing, output: SessionList, errors: [], ...everybody },
    { zh: '我在哪些设备上登录', en: 'Where I am signed in' },
  )
  list(input: Nothing, call: Call): Promise<SessionList> {
    return this.rpc.call(at(call).list, input, call);
  }

  @Serves(
    'POST',
    '/sessions/{id}/closing',
    { input: ById, output: Done, errors: ['resource.notFound'], ...everybody },
    { zh: '结束我的一处登录，五秒内生效', en: 'End one of my sessions, within five seconds' },
  )
  async close(input: ById, call: Call): Promise<Done> {
    const done = await this.rpc.call(at(call).close, input, call);
    this.watch.end(done.id);
    return done;
  }

  @Serves('POST', '/staff/{id}/sessions/closing', staffSessions.closeAll, {
    zh: '结束一名工作人员的全部登录',
    en: 'End all sessions of a member of staff',
  })
  closeAll(input: ById, call: Call): Promise<Done> {
    return this.rpc.call(staffSessions.closeAll, input, call);
  }
}

/** Staff sign in at `stations`, everybody else at `volunteers`. */
function at({ actor }: Call) {
  return isStaff(actor.role) ? staffSessions : personSessions;
}
