import { Injectable } from '@nestjs/common';
import {
  DomainError,
  type RegisterVolunteerInput,
  stations,
  volunteerEvents,
  volunteers,
  type VolunteerView,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  once,
  Outbox,
  RpcClient,
  Seal,
  sees,
  shanghaiDay,
  systemCall,
  type Tx,
} from '#platform';
import { ancestor, formatRegion, parseRegion } from '#regions';
import { phoneDigest, sealRegistration, volunteerView } from './volunteer.views.js';
import { admit, consentVersion } from './registration.js';
import { VolunteerEntity } from './volunteer.entity.js';
import { volunteerNumber } from './volunteer-number.js';
import {
  addConsents,
  isRegistered,
  lockVolunteer,
  mergePerson,
  movePhone,
  nextSequence,
  ownIdentity,
  ownPhone,
} from './volunteers.store.js';

/** Registration with the real name: by the volunteer, or by a committee or station at its desk. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly rpc: RpcClient,
    private readonly seal: Seal,
  ) {}

  /** @throws DomainError see the contract */
  async register(input: RegisterVolunteerInput, call: Call): Promise<VolunteerView> {
    mayRegister(input, call);
    admit(input, shanghaiDay(this.clock.now()));
    await this.checkPlaces(input, call);
    const wanted = this.entityOf(input, call);
    const remembered = { content: wanted.contentDigest.toString('base64url') };
    return this.database.transaction((tx) =>
      once(tx, call, volunteers.register.subject, remembered, async () =>
        volunteerView(this.seal, await this.insert(tx, wanted, input, call)),
      ),
    );
  }

  /** Communities and sites belong to `stations`. */
  private async checkPlaces(
    { communityCode, courierSiteId }: RegisterVolunteerInput,
    call: Call,
  ): Promise<void> {
    const own = systemCall('volunteers', call.traceId);
    const [, site] = await Promise.all([
      this.rpc.call(stations.getResponsible, { code: communityCode }, own),
      courierSiteId ? this.rpc.call(stations.getOrganisation, { id: courierSiteId }, own) : undefined,
    ]);
    if (site && site.kind !== 'courierSite') throw new DomainError('resource.notFound');
  }

  private async insert(
    tx: Tx,
    wanted: VolunteerEntity,
    input: RegisterVolunteerInput,
    call: Call,
  ): Promise<VolunteerEntity> {
    const owner = await ownIdentity(tx, wanted.identityDigest, wanted.id);
    const known = await lockVolunteer(tx, wanted.id);
    if (known && known.verification !== 'refused') {
      if (known.contentDigest.equals(wanted.contentDigest)) return known;
      throw new DomainError('idempotency.conflict');
    }
    if (owner !== wanted.id) throw new DomainError('volunteer.exists');
    await this.takePhone(tx, wanted.id, input.phone, call);
    const kept = known ? registeredAgain(known, wanted) : wanted;
    if (!known) {
      const year = Number(shanghaiDay(wanted.registeredAt).slice(0, 4));
      const countyCode = ancestor(wanted.communityCode, 'county') / 1_000_000;
      const sequence = await nextSequence(tx, wanted.cityCode, countyCode, year);
      kept.volunteerNumber = volunteerNumber(countyCode, year, sequence);
      await tx.orm.insert(VolunteerEntity, kept);
      this.outbox.add(tx, [
        {
          contract: volunteerEvents.registered,
          cityCode: kept.cityCode,
          data: {
            volunteerId: kept.id,
            communityCode: formatRegion(kept.communityCode),
            registeredAt: kept.registeredAt.toISOString(),
          },
          traceId: call.traceId,
        },
      ]);
    } else await tx.orm.update(VolunteerEntity, { cityCode: kept.cityCode, id: kept.id }, kept);
    await addConsents(tx, kept, input.consents, consentVersion, this.clock.now());
    return kept;
  }

  /**
   * A phone signs one person in. A desk that registers somebody who has signed in by this phone, but was
   * never registered, moves phone and WeChat to the volunteer. Somebody alone with a phone of another must
   * sign in with that phone first: only then is it known whose it is.
   */
  private async takePhone(tx: Tx, volunteerId: string, phone: string, call: Call): Promise<void> {
    const digest = phoneDigest(this.seal, phone);
    const owner = await ownPhone(tx, digest, volunteerId);
    if (owner === volunteerId) return;
    if (call.actor.role === 'volunteer' || (await isRegistered(tx, owner)))
      throw new DomainError('volunteer.exists');
    await movePhone(tx, digest, volunteerId);
    await mergePerson(tx, owner, volunteerId);
  }

  private entityOf(input: RegisterVolunteerInput, call: Call): VolunteerEntity {
    const { code, cityCode } = parseRegion(input.communityCode);
    return Object.assign(new VolunteerEntity(), {
      ...sealRegistration(this.seal, input),
      cityCode,
      id: input.id,
      communityCode: code,
      courierSiteId: input.courierSiteId ?? null,
      skills: [...new Set(input.skills)],
      verification: 'pending',
      version: 1,
      lifetimeMinutes: 0,
      registeredAt: this.clock.now(),
      registeredBy: call.actor.id,
    });
  }
}

/** People register themselves; staff register inside their region. */
function mayRegister({ id, communityCode }: RegisterVolunteerInput, { actor }: Call): void {
  const { code, level } = parseRegion(communityCode);
  if (level !== 'community') throw new DomainError('region.unknown');
  if (actor.role === 'volunteer') {
    if (actor.id !== id) throw new DomainError('access.denied');
  } else if (!sees(actor, code)) throw new DomainError('access.foreignRegion');
}

/**
 * Who was refused keeps number and minutes, and waits for a new decision. The city leads every key, so
 * somebody who registers again does so in the same city.
 */
function registeredAgain(known: VolunteerEntity, wanted: VolunteerEntity): VolunteerEntity {
  if (known.cityCode !== wanted.cityCode) throw new DomainError('idempotency.conflict');
  const { volunteerNumber: number, lifetimeMinutes, registeredAt, version } = known;
  return Object.assign(wanted, {
    volunteerNumber: number,
    lifetimeMinutes,
    registeredAt,
    version: version + 1,
    decidedAt: null,
    decidedBy: null,
    decisionReasonSealed: null,
  });
}
