import {
  type CheckInInput,
  type CheckOutInput,
  type Contact,
  DomainError,
  errandEvents,
  errands as contracts,
  type ErrandStepInput,
  type ErrandView,
  type NeedType,
  type RevealedField,
  type ServiceRecordView,
} from '#contracts';
import {
  type Call,
  Clock,
  type Config,
  Database,
  failed,
  once,
  Outbox,
  type Outcome,
  Seal,
  tokens,
  type Tx,
  unwrap,
} from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { ServiceRecordEntity } from './errand.entity.js';
import { ErrandsService } from './errands.service.js';
import { NeedEntity, ResidentEntity } from './need.entity.js';
import { minutesBetween } from './record.js';
import { opensAt, provesPresence } from './presence.js';
import { PresenceService } from './presence.service.js';
import { RecordsService } from './records.service.js';
import { sealedAs } from './residents.service.js';
import { followClaims, lockHeldClaim, type LockedErrandRow } from './serving.store.js';
import { requireStopsChecked } from './stops.store.js';
import { RevealsService } from './reveals.service.js';

/** When a step was taken, and whether only a phone says so. */
export interface Moment {
  at: Date;
  wasOffline: boolean;
}

@Injectable()
export class ServingService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly reveals: RevealsService,
    private readonly errands: ErrandsService,
    private readonly records: RecordsService,
    private readonly presence: PresenceService,
    @Inject(tokens.config) private readonly config: Config<'calls'>,
  ) {}

  /** The resident's spoken code makes the minutes device-verified; a wrong one is counted and kept. */
  async checkIn(input: CheckInInput, call: Call): Promise<ErrandView> {
    const outcome = await this.database.transaction((tx) =>
      once(tx, call, contracts.checkIn.subject, input, async () => {
        const failure = await this.begin(tx, input, call, { at: this.clock.now(), wasOffline: false });
        return failure ? failed(failure) : { data: {} };
      }),
    );
    // Thrown only here: inside, it would roll the counted attempt back.
    unwrap(outcome);
    return this.errands.get({ id: input.errandId }, call);
  }

  /** The service is over: its record is submitted with the minutes between the two moments. */
  async checkOut(input: CheckOutInput, call: Call): Promise<ServiceRecordView> {
    const outcome = await this.database.transaction((tx) =>
      once(tx, call, contracts.checkOut.subject, input, async (): Promise<Outcome<ServiceRecordView>> => {
        const record = await this.finish(tx, input, call, { at: this.clock.now(), wasOffline: false });
        return record instanceof DomainError ? failed(record) : { data: this.records.view(record) };
      }),
    );
    return unwrap(outcome);
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
      const subject = { cityCode: errand.city_code, subjectId: resident.id, errandId: errand.id };
      const fields: RevealedField[] = this.config.callRelayUrl ? ['name', 'door'] : ['name', 'phone', 'door'];
      await this.reveals.note(tx.orm, call.actor, [{ ...subject, fields }]);
      return {
        name: this.seal.open(resident.nameSealed, sealedAs.name),
        phone: this.config.callRelayUrl ? undefined : this.seal.open(resident.phoneSealed, sealedAs.phone),
        door: this.seal.open(resident.doorSealed, sealedAs.door),
      };
    });
  }

  /**
   * Begins the service; the refusal is answered, since a wrong code must stay counted.
   * @param moment when it happened; `wasOffline` where a phone says so
   */
  async begin(
    tx: Tx,
    input: CheckInInput,
    call: Call,
    { at, wasOffline }: Moment,
  ): Promise<DomainError | undefined> {
    const { errand, claim } = await lockHeldClaim(tx, input.errandId, call.actor.id);
    if (claim.state === 'inProgress' && !wasOffline) return undefined;
    if (claim.state !== 'claimed') return new DomainError('errand.stateConflict', { state: claim.state });
    const earliest = opensAt(errand.window_start);
    if (at < earliest) return new DomainError('errand.tooEarly', { opensAt: earliest.toISOString() });
    const proof = await this.presence.prove(tx, errand, claim, input);
    if (proof instanceof DomainError) return proof;
    await tx.query(
      `update claim set state = 'inProgress', offered_at = null, checked_in_at = $3, device_verified = $4,
         check_in_proof = $5, was_offline = $6 where city_code = $1 and id = $2`,
      [claim.city_code, claim.id, at, provesPresence(proof) && !wasOffline, proof, wasOffline],
    );
    await followClaims(tx, errand);
    this.outbox.add(tx, [this.moved('checkedIn', errand, at, call)]);
    return undefined;
  }

  /** Ends the service and submits its record; minutes beyond the errand's window are shown and not counted. */
  async finish(
    tx: Tx,
    input: CheckOutInput,
    call: Call,
    { at, wasOffline }: Moment,
  ): Promise<ServiceRecordEntity | DomainError> {
    const { errand, claim } = await lockHeldClaim(tx, input.errandId, call.actor.id);
    const known = await tx.orm.findOneBy(ServiceRecordEntity, { cityCode: claim.city_code, id: claim.id });
    if (known && !wasOffline) return known;
    if (claim.state !== 'inProgress' || !claim.checked_in_at)
      return new DomainError('errand.stateConflict', { state: claim.state });
    if (!wasOffline) await requireStopsChecked(tx, errand);
    const proof = await this.presence.prove(tx, errand, claim, input);
    if (proof instanceof DomainError) return proof;
    await tx.query(
      `update claim set state = 'finished', checked_out_at = $3 where city_code = $1 and id = $2`,
      [claim.city_code, claim.id, at],
    );
    await followClaims(tx, errand);
    this.outbox.add(tx, [this.moved('finished', errand, at, call)]);
    const isOffline = wasOffline || claim.was_offline;
    const submitted: ServiceRecordEntity = {
      cityCode: claim.city_code,
      id: claim.id,
      errandId: errand.id,
      volunteerId: call.actor.id,
      communityCode: errand.community_code,
      state: 'submitted',
      verification: claim.device_verified && !isOffline ? 'deviceVerified' : 'attested',
      serviceMinutes: Math.min(
        minutesBetween(claim.checked_in_at, at),
        minutesBetween(errand.window_start, errand.window_end),
      ),
      startedAt: claim.checked_in_at,
      endedAt: at,
      confirmedAt: null,
      checkInProof: claim.check_in_proof,
      checkOutProof: proof,
      wasOffline: isOffline,
      version: 1,
    };
    await tx.orm.insert(ServiceRecordEntity, submitted);
    return submitted;
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
