import {
  type CheckInInput,
  type Contact,
  DomainError,
  errandEvents,
  errands as contracts,
  type ErrandStepInput,
  type ErrandView,
  type NeedType,
  type ServiceRecordView,
} from '#contracts';
import { type Call, Clock, Database, failed, newId, once, Outbox, Seal, type Tx, unwrap } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { ContactRevealEntity, ServiceRecordEntity } from './errand.entity.js';
import { ErrandsService } from './errands.service.js';
import { NeedEntity, ResidentEntity } from './need.entity.js';
import { minutesBetween } from './record.js';
import { RecordsService } from './records.service.js';
import { sealedAs } from './residents.service.js';
import { followClaims, lockHeldClaim, type LockedClaimRow, type LockedErrandRow } from './serving.store.js';

const codeAttemptsAllowed = 5;

@Injectable()
export class ServingService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly errands: ErrandsService,
    private readonly records: RecordsService,
  ) {}

  /** The resident's spoken code makes the minutes device-verified; a wrong one is counted and kept. */
  async checkIn(input: CheckInInput, call: Call): Promise<ErrandView> {
    const outcome = await this.database.transaction((tx) =>
      once(tx, call, contracts.checkIn.subject, input, async () => {
        const failure = await this.begin(tx, input, call);
        return failure ? failed(failure) : { data: {} };
      }),
    );
    // Thrown only here: inside, it would roll the counted attempt back.
    unwrap(outcome);
    return this.errands.get({ id: input.errandId }, call);
  }

  /** The service is over: its record is submitted with the minutes between the two moments. */
  async checkOut(input: ErrandStepInput, call: Call): Promise<ServiceRecordView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.checkOut.subject, input, async () =>
        this.records.view(await this.finish(tx, input, call)),
      ),
    );
  }

  /** Shown to the active claimant only, never after closing; and written down. */
  revealContact(input: ErrandStepInput, call: Call): Promise<Contact> {
    return this.database.transaction(async (tx) => {
      const { errand, claim } = await lockHeldClaim(tx, input.errandId, call.actor.id);
      if (claim.state !== 'claimed' && claim.state !== 'inProgress')
        throw new DomainError('errand.stateConflict', { state: claim.state });
      const need = await tx.orm.findOneByOrFail(NeedEntity, {
        cityCode: errand.city_code,
        id: errand.need_id,
      });
      const resident = await tx.orm.findOneByOrFail(ResidentEntity, {
        cityCode: errand.city_code,
        id: need.residentId,
      });
      await tx.orm.insert(ContactRevealEntity, {
        cityCode: errand.city_code,
        id: newId(),
        errandId: errand.id,
        volunteerId: call.actor.id,
        at: this.clock.now(),
      });
      return {
        name: this.seal.open(resident.nameSealed, sealedAs.name),
        phone: this.seal.open(resident.phoneSealed, sealedAs.phone),
        door: this.seal.open(resident.doorSealed, sealedAs.door),
      };
    });
  }

  private async begin(tx: Tx, input: CheckInInput, call: Call): Promise<DomainError | undefined> {
    const { errand, claim } = await lockHeldClaim(tx, input.errandId, call.actor.id);
    if (claim.state === 'inProgress') return undefined;
    if (claim.state !== 'claimed') return new DomainError('errand.stateConflict', { state: claim.state });
    const refusal =
      input.code === undefined ? undefined : await this.checkCode(tx, errand, claim, input.code);
    if (refusal) return refusal;
    const now = this.clock.now();
    await tx.query(
      `update claim set state = 'inProgress', offered_at = null, checked_in_at = $3, device_verified = $4 where city_code = $1 and id = $2`,
      [claim.city_code, claim.id, now, input.code !== undefined],
    );
    await followClaims(tx, errand);
    this.outbox.add(tx, [this.moved('checkedIn', errand, now, call)]);
    return undefined;
  }

  private async finish(tx: Tx, input: ErrandStepInput, call: Call): Promise<ServiceRecordEntity> {
    const { errand, claim } = await lockHeldClaim(tx, input.errandId, call.actor.id);
    const known = await tx.orm.findOneBy(ServiceRecordEntity, { cityCode: claim.city_code, id: claim.id });
    if (known) return known;
    if (claim.state !== 'inProgress' || !claim.checked_in_at)
      throw new DomainError('errand.stateConflict', { state: claim.state });
    const now = this.clock.now();
    await tx.query(
      `update claim set state = 'finished', checked_out_at = $3 where city_code = $1 and id = $2`,
      [claim.city_code, claim.id, now],
    );
    await followClaims(tx, errand);
    this.outbox.add(tx, [this.moved('finished', errand, now, call)]);
    const submitted: ServiceRecordEntity = {
      cityCode: claim.city_code,
      id: claim.id,
      errandId: errand.id,
      volunteerId: call.actor.id,
      communityCode: errand.community_code,
      state: 'submitted',
      verification: claim.device_verified ? 'deviceVerified' : 'attested',
      serviceMinutes: minutesBetween(claim.checked_in_at, now),
      startedAt: claim.checked_in_at,
      endedAt: now,
      confirmedAt: null,
      version: 1,
    };
    await tx.orm.insert(ServiceRecordEntity, submitted);
    return submitted;
  }

  private async checkCode(
    tx: Tx,
    errand: LockedErrandRow,
    claim: LockedClaimRow,
    code: string,
  ): Promise<DomainError | undefined> {
    if (claim.code_attempts >= codeAttemptsAllowed) return new DomainError('errand.codeLocked');
    const need = await tx.orm.findOneByOrFail(NeedEntity, { cityCode: errand.city_code, id: errand.need_id });
    if (this.seal.open(need.serviceCodeSealed, sealedAs.serviceCode) === code) return undefined;
    await tx.query('update claim set code_attempts = code_attempts + 1 where city_code = $1 and id = $2', [
      claim.city_code,
      claim.id,
    ]);
    return new DomainError('errand.codeWrong', {
      attemptsLeft: codeAttemptsAllowed - claim.code_attempts - 1,
    });
  }

  private moved(step: 'checkedIn' | 'finished', errand: LockedErrandRow, at: Date, call: Call) {
    return {
      contract: errandEvents[step],
      cityCode: errand.city_code,
      traceId: call.traceId,
      data: {
        errandId: errand.id,
        communityCode: formatRegion(errand.community_code),
        type: errand.type as NeedType,
        volunteerId: call.actor.id,
        at: at.toISOString(),
      },
    };
  }
}
