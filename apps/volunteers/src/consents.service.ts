import { Injectable } from '@nestjs/common';
import {
  type ConsentList,
  type ConsentPurpose,
  consentPurposes,
  consents as contracts,
  type ConsentView,
  currentWording,
  DomainError,
  type GiveConsentInput,
  type WithdrawConsentInput,
} from '#contracts';
import { type Call, Clock, Database, once, type Tx } from '#platform';
import { type ConsentRow, endConsent, giveConsent, readConsents } from './consents.store.js';
import { NewsService } from './news.service.js';
import { deletePortrait } from './portraits.store.js';
import { isPresent, VolunteerEntity } from './volunteer.entity.js';
import { lockVolunteer } from './volunteers.store.js';

/** Consents of a volunteer, one by one: given, renewed, withdrawn, and what follows from it at once. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly news: NewsService,
  ) {}

  /** @throws DomainError `resource.notFound` */
  async list({ actor }: Call): Promise<ConsentList> {
    const volunteer = await this.database.orm.manager.findOneBy(VolunteerEntity, { id: actor.id });
    if (!volunteer || !isPresent(volunteer)) throw new DomainError('resource.notFound');
    return listOf(await readConsents(this.database, volunteer));
  }

  /** @throws DomainError `resource.notFound`, `consent.textChanged` */
  give(input: GiveConsentInput, call: Call): Promise<ConsentList> {
    const { purpose, version } = input;
    const current = currentWording(purpose).version;
    if (version !== current) throw new DomainError('consent.textChanged', { version: current });
    return this.change(contracts.give.subject, input, call, async (tx, volunteer, known) => {
      const inForce = known.find((row) => row.purpose === purpose && row.endedAt === null);
      if (inForce?.version === version) return volunteer.withdrawn;
      const now = this.clock.now();
      if (inForce) await endConsent(tx, volunteer, purpose, 'renewed', now);
      await giveConsent(tx, volunteer, purpose, version, now);
      return volunteer.withdrawn.filter((one) => one !== purpose);
    });
  }

  /** @throws DomainError `resource.notFound` */
  withdraw(input: WithdrawConsentInput, call: Call): Promise<ConsentList> {
    const { purpose } = input;
    return this.change(contracts.withdraw.subject, input, call, async (tx, volunteer, known) => {
      if (known.some((row) => row.purpose === purpose && row.endedAt === null))
        await endConsent(tx, volunteer, purpose, 'withdrawn', this.clock.now());
      if (purpose === 'portrait') deletePortrait(tx, volunteer);
      return volunteer.withdrawn.includes(purpose) ? volunteer.withdrawn : [...volunteer.withdrawn, purpose];
    });
  }

  private change(
    subject: string,
    input: object,
    call: Call,
    work: (tx: Tx, volunteer: VolunteerEntity, known: ConsentRow[]) => Promise<ConsentPurpose[]>,
  ): Promise<ConsentList> {
    return this.database.transaction((tx) =>
      once(tx, call, subject, input, async () => {
        const volunteer = await lockVolunteer(tx, call.actor.id);
        if (!volunteer || !isPresent(volunteer)) throw new DomainError('resource.notFound');
        const withdrawn = await work(tx, volunteer, await readConsents(tx, volunteer));
        if (withdrawn.length !== volunteer.withdrawn.length)
          await this.news.change(tx, volunteer, { withdrawn }, call.traceId);
        return listOf(await readConsents(tx, volunteer));
      }),
    );
  }
}

/** One view a purpose: the consent in force, or the one that ended last. Rows come the oldest first. */
function listOf(rows: readonly ConsentRow[]): ConsentList {
  const items = consentPurposes.map((purpose): ConsentView => {
    const last = rows.filter((row) => row.purpose === purpose).at(-1);
    return {
      purpose,
      isGiven: last?.endedAt === null,
      version: last?.version,
      givenAt: last?.givenAt.toISOString(),
      endedAt: last?.endedAt?.toISOString(),
      isOutdated: last !== undefined && last.version !== currentWording(purpose).version,
    };
  });
  return { items };
}
