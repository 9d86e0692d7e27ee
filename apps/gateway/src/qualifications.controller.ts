import {
  ById,
  DecideQualificationInput,
  DeclareQualificationInput,
  ListQualificationsInput,
  type QualificationList,
  type QualificationPage,
  qualifications,
  type QualificationView,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

/** What volunteers can do and may do. */
@Controller()
export class QualificationsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/volunteers/{volunteerId}/qualifications',
    qualifications.declare,
    {
      zh: '登记一项资质：本人声明，或窗口见证件后登记',
      en: 'Record a qualification: declared by the volunteer, or at the desk that has seen the document',
    },
    { creates: true },
  )
  declare(input: DeclareQualificationInput, call: Call): Promise<QualificationView> {
    return this.rpc.call(qualifications.declare, input, call);
  }

  @Serves('GET', '/volunteers/{id}/qualifications', qualifications.listOf, {
    zh: '一名志愿者的资质',
    en: 'Qualifications of a volunteer',
  })
  listOf(input: ById, call: Call): Promise<QualificationList> {
    return this.rpc.call(qualifications.listOf, input, call);
  }

  @Serves('GET', '/qualifications', qualifications.list, {
    zh: '辖区内的资质，可只看待核验的',
    en: 'Qualifications in a region, for instance those to be verified',
  })
  list(input: ListQualificationsInput, call: Call): Promise<QualificationPage> {
    return this.rpc.call(qualifications.list, input, call);
  }

  @Serves('POST', '/qualifications/{id}/decision', qualifications.decide, {
    zh: '核验或不予认可一项资质',
    en: 'Verify a qualification, or refuse it',
  })
  decide(input: DecideQualificationInput, call: Call): Promise<QualificationView> {
    return this.rpc.call(qualifications.decide, input, call);
  }

  @Serves('POST', '/qualifications/{id}/withdrawal', qualifications.withdraw, {
    zh: '撤回我的一项资质',
    en: 'Take a qualification of mine back',
  })
  withdraw(input: ById, call: Call): Promise<QualificationView> {
    return this.rpc.call(qualifications.withdraw, input, call);
  }
}
