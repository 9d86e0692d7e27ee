import {
  ById,
  type Done,
  ListVolunteersInput,
  type MoveList,
  moves,
  MoveVolunteerInput,
  RegisterVolunteerInput,
  VerifyVolunteerInput,
  type VolunteerPage,
  volunteers,
  type VolunteerView,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class VolunteersController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/volunteers',
    volunteers.register,
    { zh: '志愿者实名注册', en: 'Register a volunteer with the real name' },
    { creates: true, ownId: true },
  )
  register(input: RegisterVolunteerInput, call: Call): Promise<VolunteerView> {
    return this.rpc.call(volunteers.register, input, call);
  }

  @Serves('POST', '/volunteers/checks', volunteers.checkRegistration, {
    zh: '核对一份注册信息，不保存',
    en: 'Check a registration without keeping anything',
  })
  check(input: RegisterVolunteerInput, call: Call): Promise<Done> {
    return this.rpc.call(volunteers.checkRegistration, input, call);
  }

  @Serves('GET', '/volunteers', volunteers.list, { zh: '志愿者列表', en: 'Volunteers in a region' })
  list(input: ListVolunteersInput, call: Call): Promise<VolunteerPage> {
    return this.rpc.call(volunteers.list, input, call);
  }

  @Serves('GET', '/volunteers/{id}', volunteers.get, { zh: '志愿者', en: 'A volunteer' })
  get(input: ById, call: Call): Promise<VolunteerView> {
    return this.rpc.call(volunteers.get, input, call);
  }

  @Serves('POST', '/volunteers/{id}/verification', volunteers.verify, {
    zh: '实名核验',
    en: 'Decide on the real name',
  })
  verify(input: VerifyVolunteerInput, call: Call): Promise<VolunteerView> {
    return this.rpc.call(volunteers.verify, input, call);
  }

  @Serves('POST', '/volunteers/{id}/moves', moves.move, {
    zh: '迁往另一社区或城市',
    en: 'Move to another community or city',
  })
  move(input: MoveVolunteerInput, call: Call): Promise<VolunteerView> {
    return this.rpc.call(moves.move, input, call);
  }

  @Serves('GET', '/volunteers/{id}/moves', moves.listMoves, {
    zh: '迁移记录',
    en: 'Where a volunteer lived before',
  })
  listMoves(input: ById, call: Call): Promise<MoveList> {
    return this.rpc.call(moves.listMoves, input, call);
  }
}
