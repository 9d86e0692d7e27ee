import {
  type ById,
  currentGuardianWording,
  DomainError,
  type Done,
  type GiveGuardianConsentInput,
  type GuardianConsentList,
  type GuardianConsentView,
  guardians as contracts,
  type Nothing,
} from '#contracts';
import { type Call, Clock, Database, maskName, once, Seal, shanghaiDay, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  endGuardianConsent,
  findGuardianConsent,
  type GuardianConsentRow,
  insertGuardianConsent,
  readGuardianConsents,
} from './guardians.store.js';
import { NewsService } from './news.service.js';
import { isMinorOn } from './registration.js';
import { isPresent, type PresentVolunteer, VolunteerEntity } from './volunteer.entity.js';
import { birthDayOf, isShownTo, purposes } from './volunteer.views.js';
import { lockVolunteer } from './volunteers.store.js';

/** 监护人同意: recorded at the desk, withdrawn there as easily; until one is in force a minor waits. */
@Injectable()
export class GuardiansService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly news: NewsService,
  ) {}

  /** @throws DomainError see the contract */
  give(input: GiveGuardianConsentInput, call: Call): Promise<GuardianConsentView> {
    // An idempotency key remembers a digest, which must not become a quick way to try names.
    const guardianName = this.seal.blindIndex(input.guardianName.trim(), 'guardian').toString('base64url');
    return this.database.transaction((tx) =>
      once(tx, call, contracts.give.subject, { ...input, guardianName }, async () => {
        const volunteer = admitted(await lockVolunteer(tx, input.volunteerId), call);
        const known = await findGuardianConsent(tx, input.id);
        if (known) return this.view(this.assertSame(known, input));
        const { version } = currentGuardianWording();
        if (input.version !== version) throw new DomainError('consent.textChanged', { version });
        if (!this.isMinor(volunteer)) throw new DomainError('guardian.notNeeded');
        const row = this.rowOf(input, volunteer, call);
        await endGuardianConsent(tx, volunteer, 'renewed', call.actor.id, row.givenAt);
        await insertGuardianConsent(tx, row);
        await this.follow(tx, volunteer, false, call);
        return this.view(row);
      }),
    );
  }

  /** @throws DomainError `resource.notFound` */
  withdraw(input: ById, call: Call): Promise<GuardianConsentView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.withdraw.subject, input, async () => {
        const found = await findGuardianConsent(tx, input.id);
        if (!found) throw new DomainError('resource.notFound');
        const volunteer = admitted(await lockVolunteer(tx, found.volunteerId), call);
        // Read again under the lock: another may have taken its place meanwhile.
        if ((await findGuardianConsent(tx, input.id))?.endedAt === null) {
          await endGuardianConsent(tx, volunteer, 'withdrawn', call.actor.id, this.clock.now());
          if (this.isMinor(volunteer)) await this.follow(tx, volunteer, true, call);
        }
        const row = await findGuardianConsent(tx, input.id);
        if (!row) throw new DomainError('resource.notFound');
        return this.view(row);
      }),
    );
  }

  /** @throws DomainError `resource.notFound` */
  async listOf({ id }: ById, call: Call): Promise<GuardianConsentList> {
    const volunteer = admitted(await this.database.orm.manager.findOneBy(VolunteerEntity, { id }), call);
    const rows = await readGuardianConsents(this.database, volunteer);
    return { items: rows.map((row) => this.view(row)) };
  }

  /** @throws DomainError `resource.notFound`, `guardian.stillMinor` */
  comeOfAge(input: Nothing, call: Call): Promise<Done> {
    const { id } = call.actor;
    return this.database.transaction((tx) =>
      once(tx, call, contracts.comeOfAge.subject, input, async () => {
        const volunteer = admitted(await lockVolunteer(tx, id), call);
        if (this.isMinor(volunteer)) throw new DomainError('guardian.stillMinor');
        await this.follow(tx, volunteer, false, call);
        return { id };
      }),
    );
  }

  /** Of age by now, whatever was so at the registration. */
  private isMinor(volunteer: PresentVolunteer): boolean {
    const today = shanghaiDay(this.clock.now());
    return isMinorOn(birthDayOf(this.seal, volunteer, today), today);
  }

  private async follow(
    tx: Tx,
    volunteer: PresentVolunteer,
    awaitsGuardian: boolean,
    call: Call,
  ): Promise<void> {
    if (volunteer.awaitsGuardian !== awaitsGuardian)
      await this.news.change(tx, volunteer, { awaitsGuardian }, call.traceId);
  }

  private rowOf(
    input: GiveGuardianConsentInput,
    { cityCode }: PresentVolunteer,
    { actor }: Call,
  ): GuardianConsentRow {
    const { id, volunteerId, guardianName, relation, way, version } = input;
    return {
      ...{ cityCode, id, volunteerId, relation, way, version },
      guardianNameSealed: this.seal.seal(guardianName.trim(), purposes.guardianName),
      ...{ givenAt: this.clock.now(), recordedBy: actor.id, recordedRole: actor.role },
      ...{ endedAt: null, endReason: null },
    };
  }

  private assertSame(known: GuardianConsentRow, input: GiveGuardianConsentInput): GuardianConsentRow {
    const isSame =
      known.volunteerId === input.volunteerId &&
      known.relation === input.relation &&
      known.way === input.way &&
      known.version === input.version &&
      this.nameOf(known) === input.guardianName.trim();
    if (!isSame) throw new DomainError('idempotency.conflict');
    return known;
  }

  private nameOf({ guardianNameSealed }: GuardianConsentRow): string | undefined {
    return guardianNameSealed === null
      ? undefined
      : this.seal.open(guardianNameSealed, purposes.guardianName);
  }

  private view(row: GuardianConsentRow): GuardianConsentView {
    const name = this.nameOf(row);
    return {
      ...{ id: row.id, volunteerId: row.volunteerId, guardianName: name && maskName(name) },
      ...{ relation: row.relation, way: row.way, version: row.version, recordedRole: row.recordedRole },
      givenAt: row.givenAt.toISOString(),
      endedAt: row.endedAt?.toISOString(),
      endReason: row.endReason ?? undefined,
    };
  }
}

/** One's own, or for staff those of whoever lives in their region and hides nothing of it. */
function admitted(volunteer: VolunteerEntity | null, { actor }: Call): PresentVolunteer {
  const isOneself = actor.role === 'volunteer' && actor.id === volunteer?.id;
  if (!volunteer || !isPresent(volunteer) || !(isOneself || isShownTo(actor, volunteer)))
    throw new DomainError('resource.notFound');
  return volunteer;
}
