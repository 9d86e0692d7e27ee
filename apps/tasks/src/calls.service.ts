import { type CallLine, DomainError, type ErrandStepInput, phones, volunteerPhonePurpose } from '#contracts';
import {
  type Call,
  Clock,
  type Config,
  Database,
  type Log,
  newId,
  RpcClient,
  Seal,
  systemCall,
  tokens,
} from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { findCallSides, insertArrangedCall } from './calls.store.js';
import { bindCall } from './relay.client.js';
import { sealedAs } from './residents.service.js';
import { RevealsService } from './reveals.service.js';

const lineSeconds = 30 * 60;

/** Calls between volunteer and resident over a relay, so that neither learns the other's number. */
@Injectable()
export class CallsService {
  constructor(
    private readonly database: Database,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly reveals: RevealsService,
    @Inject(tokens.config) private readonly config: Config<'calls'>,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  async arrange({ errandId }: ErrandStepInput, call: Call): Promise<CallLine> {
    if (!this.config.callRelayUrl) throw new DomainError('call.unavailable');
    const { id, role } = call.actor;
    const sides = await findCallSides(this.database, errandId, role === 'volunteer' ? id : undefined);
    if (!sides || (role === 'resident' && sides.residentId !== id))
      throw new DomainError('resource.notFound');
    if (!sides.volunteerId)
      throw role === 'volunteer'
        ? new DomainError('errand.notYours')
        : new DomainError('errand.stateConflict', { state: sides.state });
    const { phoneSealed } = await this.rpc.call(
      phones.sealedPhone,
      { id: sides.volunteerId },
      systemCall('tasks', call.traceId),
    );
    const volunteerPhone = this.seal.open(phoneSealed, volunteerPhonePurpose);
    const residentPhone = this.seal.open(sides.phoneSealed, sealedAs.phone);
    const opened = { cityCode: sides.cityCode, errandId, fields: ['phoneByRelay' as const] };
    await this.reveals.note(
      this.database.orm.manager,
      call.actor,
      [sides.residentId, sides.volunteerId].map((subjectId) => ({ ...opened, subjectId })),
    );
    const line = await bindCall(volunteerPhone, residentPhone, lineSeconds, this.config, this.log);
    await insertArrangedCall(this.database, {
      cityCode: sides.cityCode,
      id: newId(),
      errandId,
      volunteerId: sides.volunteerId,
      byRole: role,
      at: this.clock.now(),
    });
    return line;
  }
}
