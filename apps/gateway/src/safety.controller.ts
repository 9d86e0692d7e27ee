import {
  ById,
  type CallLine,
  ErrandStepInput,
  ListNoticesInput,
  type Notice,
  type NoticePage,
  RaiseEmergencyInput,
  RunLateInput,
  safety,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

/** Words from the way, help, and calls that show nobody's number. */
@Controller()
export class SafetyController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/errands/{errandId}/delays',
    safety.runLate,
    { zh: '告知将迟到', en: 'Say that one will be late' },
    { creates: true },
  )
  runLate(input: RunLateInput, call: Call): Promise<Notice> {
    return this.rpc.call(safety.runLate, input, call);
  }

  @Serves(
    'POST',
    '/errands/{errandId}/emergencies',
    safety.raiseEmergency,
    { zh: '紧急求助', en: 'Call the station for help' },
    { creates: true },
  )
  raiseEmergency(input: RaiseEmergencyInput, call: Call): Promise<Notice> {
    return this.rpc.call(safety.raiseEmergency, input, call);
  }

  @Serves('GET', '/notices', safety.listNotices, {
    zh: '迟到与求助',
    en: 'Delays and emergencies in a region',
  })
  listNotices(input: ListNoticesInput, call: Call): Promise<NoticePage> {
    return this.rpc.call(safety.listNotices, input, call);
  }

  @Serves('POST', '/notices/{id}/acknowledgement', safety.acknowledge, {
    zh: '已知悉',
    en: 'A person has seen it',
  })
  acknowledge(input: ById, call: Call): Promise<Notice> {
    return this.rpc.call(safety.acknowledge, input, call);
  }

  @Serves('POST', '/errands/{errandId}/calls', safety.arrangeCall, {
    zh: '通过中转号码通话',
    en: 'A number to call the other side by',
  })
  arrangeCall(input: ErrandStepInput, call: Call): Promise<CallLine> {
    return this.rpc.call(safety.arrangeCall, input, call);
  }
}
