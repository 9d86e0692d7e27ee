import {
  type DoorCode,
  DomainError,
  type IssueDoorCodeInput,
  type IssueErrandCodeInput,
  type PresencePlace,
  type PresenceProof,
  type ProofInput,
} from '#contracts';
import { type Call, Clock, type Config, Database, Seal, sees, tokens, type Tx } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { checkDoorCode, type DoorCodeSubject, readDoorCode, writeDoorCode } from './door-code.js';
import { NeedEntity, ResidentEntity } from './need.entity.js';
import { distanceMetres } from './place.js';
import { judgePlace } from './presence.js';
import { sealedAs } from './residents.service.js';
import {
  countCodeAttempts,
  findDoor,
  findErrandEnd,
  mayBeLocated,
  type LockedClaimRow,
  type LockedErrandRow,
} from './serving.store.js';

const codeAttemptsAllowed = 5;
const shownMinutes = 5;
const slipMs = 24 * 3_600_000;

/** Who is where: judges what a check-in or check-out brings as proof, and writes codes for doors and slips. */
@Injectable()
export class PresenceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    @Inject(tokens.config) private readonly config: Config<'tasks'>,
  ) {}

  /**
   * The strongest proof given, or why it does not hold. A refusal is answered and not thrown, since the wrong
   * code it counted must stay counted. Where the phone is, is judged here and kept nowhere.
   */
  async prove(
    tx: Tx,
    errand: LockedErrandRow,
    claim: LockedClaimRow,
    { code, doorCode, place }: ProofInput,
  ): Promise<PresenceProof | DomainError> {
    if (code !== undefined) return (await this.checkCode(tx, errand, claim, code)) ?? 'code';
    if (doorCode !== undefined) {
      checkDoorCode(this.read(doorCode), await findDoor(tx, errand), this.clock.now());
      return 'doorCode';
    }
    if (place === undefined) return 'none';
    if (!(await mayBeLocated(tx, claim.volunteer_id))) return new DomainError('consent.locationWithdrawn');
    return this.judge(errand, place);
  }

  async errandCode({ errandId, lifetime }: IssueErrandCodeInput, call: Call): Promise<DoorCode> {
    const errand = await findErrandEnd(this.database, errandId);
    if (!errand || !mayShow(call, errand)) throw new DomainError('resource.notFound');
    const expiresAt =
      lifetime === 'slip'
        ? new Date(errand.windowEnd.getTime() + slipMs)
        : new Date(this.clock.now().getTime() + shownMinutes * 60_000);
    // Whole seconds, as they stand in the code.
    expiresAt.setMilliseconds(0);
    return {
      doorCode: this.write({ kind: 'errand', id: errandId, expiresAt }),
      expiresAt: expiresAt.toISOString(),
    };
  }

  async doorCode({ id, renew = false }: IssueDoorCodeInput, call: Call): Promise<DoorCode> {
    return this.database.transaction(async (tx) => {
      const resident = await tx.orm.findOne(ResidentEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!resident || !mayShow(call, { communityCode: resident.communityCode, residentId: id }))
        throw new DomainError('resource.notFound');
      const version = resident.doorCodeVersion + (renew ? 1 : 0);
      if (renew)
        await tx.orm.update(
          ResidentEntity,
          { cityCode: resident.cityCode, id },
          { doorCodeVersion: version },
        );
      return { doorCode: this.write({ kind: 'door', id, version }) };
    });
  }

  private judge(errand: LockedErrandRow, { point, accuracyMetres }: PresencePlace) {
    const here = { longitude: errand.place.x, latitude: errand.place.y };
    return judgePlace(distanceMetres(here, point), accuracyMetres, {
      radiusMetres: this.config.checkInRadiusMetres,
      fuzzyRadiusMetres: this.config.checkInFuzzyRadiusMetres,
    });
  }

  private async checkCode(
    tx: Tx,
    errand: LockedErrandRow,
    claim: LockedClaimRow,
    code: string,
  ): Promise<DomainError | undefined> {
    const attempts = await countCodeAttempts(tx, claim, errand.id);
    if (attempts >= codeAttemptsAllowed) return new DomainError('errand.codeLocked');
    const need = await tx.orm.findOneByOrFail(NeedEntity, { cityCode: errand.city_code, id: errand.need_id });
    if (this.seal.open(need.serviceCodeSealed, sealedAs.serviceCode) === code) return undefined;
    await tx.query('update claim set code_attempts = code_attempts + 1 where city_code = $1 and id = $2', [
      claim.city_code,
      claim.id,
    ]);
    return new DomainError('errand.codeWrong', { attemptsLeft: codeAttemptsAllowed - attempts - 1 });
  }

  private read(text: string): DoorCodeSubject {
    return readDoorCode(text, (head) => this.seal.blindIndex(head, 'doorCode'));
  }

  private write(subject: DoorCodeSubject): string {
    return writeDoorCode(subject, (head) => this.seal.blindIndex(head, 'doorCode'));
  }
}

function mayShow(call: Call, { communityCode, residentId }: { communityCode: number; residentId: string }) {
  return call.actor.role === 'resident' ? call.actor.id === residentId : sees(call.actor, communityCode);
}
