import {
  ById,
  ConfirmKinshipInput,
  DeclareKinshipInput,
  kinship,
  type KinshipList,
  type KinshipView,
  ListKinshipInput,
  SetBirthDayInput,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class KinshipController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/kinship',
    kinship.declare,
    { zh: '登记亲友关系', en: 'Declare a tie to a relative' },
    { creates: true },
  )
  declare(input: DeclareKinshipInput, call: Call): Promise<KinshipView> {
    return this.rpc.call(kinship.declare, input, call);
  }

  @Serves('GET', '/kinship', kinship.list, { zh: '亲友关系列表', en: 'Ties of a person' })
  list(input: ListKinshipInput, call: Call): Promise<KinshipList> {
    return this.rpc.call(kinship.list, input, call);
  }

  @Serves('POST', '/kinship/{id}/confirmation', kinship.confirm, {
    zh: '确认亲友关系',
    en: 'Confirm a tie that the other side declared',
  })
  confirm(input: ConfirmKinshipInput, call: Call): Promise<KinshipView> {
    return this.rpc.call(kinship.confirm, input, call);
  }

  @Serves('POST', '/kinship/{id}/end', kinship.end, { zh: '解除亲友关系', en: 'End a tie' })
  end(input: ById, call: Call): Promise<KinshipView> {
    return this.rpc.call(kinship.end, input, call);
  }

  @Serves('POST', '/residents/{id}/birth-day', kinship.setBirthDay, {
    zh: '登记服务对象的出生日期',
    en: 'Record a resident’s day of birth',
  })
  setBirthDay(input: SetBirthDayInput, call: Call): Promise<ById> {
    return this.rpc.call(kinship.setBirthDay, input, call);
  }
}
