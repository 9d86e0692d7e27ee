import {
  ageOn,
  type AwardList,
  type AwardView,
  type ById,
  DomainError,
  type Done,
  type GiveAwardInput,
  type HonourList,
  type HonourListInput,
  honours as contracts,
  mostAwards,
  type RevokeAwardInput,
  type StaffRole,
} from '#contracts';
import { type Call, Clock, Database, once, Seal, shanghaiDay, type Tx } from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import {
  type AwardRow,
  findAward,
  findHonoured,
  insertAward,
  readAwards,
  readHonours,
  revokeAward,
} from './honours.store.js';
import { StarsService } from './stars.service.js';
import { isPresent, type PresentVolunteer, VolunteerEntity } from './volunteer.entity.js';
import { birthDayOf, displayName, isShownTo, purposes } from './volunteer.views.js';
import { lockVolunteer } from './volunteers.store.js';

const mostListed = 100;
const adultYears = 18;

/** 表彰与荣誉榜: what staff give with a reason, and the list of those who want to be seen. */
@Injectable()
export class HonoursService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly stars: StarsService,
  ) {}

  /** @throws DomainError `resource.notFound`, `award.tooMany`, `idempotency.conflict` */
  async give(input: GiveAwardInput, call: Call): Promise<AwardView> {
    const given = await this.database.transaction((tx) =>
      once(tx, call, contracts.give.subject, this.remembered(input), async () => {
        const volunteer = admitted(await lockVolunteer(tx, input.volunteerId), call);
        const known = await findAward(tx, input.id);
        if (known) return this.assertSame(known, input, call);
        if ((await readAwards(tx, volunteer)).length >= mostAwards)
          throw new DomainError('award.tooMany', { count: mostAwards });
        const { id, volunteerId, title } = input;
        const { id: givenBy, role } = call.actor;
        const row: AwardRow = {
          ...{ cityCode: volunteer.cityCode, id, volunteerId, title: title.trim() },
          reasonSealed: this.seal.seal(input.reason.trim(), purposes.awardReason),
          ...{ givenAt: this.clock.now(), givenBy, givenRole: role as StaffRole },
          ...{ revokedAt: null, revokedBy: null, revocationReasonSealed: null },
        };
        await insertAward(tx, row);
        return { id };
      }),
    );
    return this.read(given);
  }

  /** The first reason stays. @throws DomainError `resource.notFound` */
  async revoke(input: RevokeAwardInput, call: Call): Promise<AwardView> {
    const revoked = await this.database.transaction((tx) =>
      once(tx, call, contracts.revoke.subject, this.remembered(input), async () => {
        const row = await this.lock(tx, input.id, call);
        if (row.revokedAt) return { id: row.id };
        await revokeAward(tx, {
          ...{ ...row, revokedAt: this.clock.now(), revokedBy: call.actor.id },
          revocationReasonSealed: this.seal.seal(input.reason.trim(), purposes.awardReason),
        });
        return { id: row.id };
      }),
    );
    return this.read(revoked);
  }

  /** @throws DomainError `resource.notFound` */
  async listOf({ id }: ById, call: Call): Promise<AwardList> {
    const volunteer = admitted(await this.database.orm.manager.findOneBy(VolunteerEntity, { id }), call);
    const rows = await readAwards(this.database, volunteer);
    return { items: rows.map((row) => this.view(row)) };
  }

  /** Whose day of birth cannot be told is not in it. @throws DomainError `region.unknown` */
  async list({ region }: HonourListInput): Promise<HonourList> {
    const range = parseRegion(region);
    if (range.level === 'province') throw new DomainError('region.unknown');
    const today = shanghaiDay(this.clock.now());
    const found = (await findHonoured(this.database, range, mostListed)).filter(isPresent);
    const adults = found.filter((volunteer) => {
      const birthDay = birthDayOf(this.seal, volunteer, today);
      return birthDay !== undefined && ageOn(birthDay, today) >= adultYears;
    });
    const [levelOf, awards] = await Promise.all([
      this.stars.levels(this.database, adults),
      readHonours(
        this.database,
        range.cityCode,
        adults.map(({ id }) => id),
      ),
    ]);
    const items = adults.map((volunteer) => ({
      ...{ name: displayName(this.seal, volunteer), starLevel: levelOf(volunteer) },
      hours: Math.floor(volunteer.lifetimeMinutes / 60),
      awards: awards
        .filter(({ volunteerId }) => volunteerId === volunteer.id)
        .map(({ title, givenAt }) => ({ title, day: shanghaiDay(givenAt) })),
    }));
    return { region: formatRegion(range.code), items };
  }

  private async lock(tx: Tx, id: string, call: Call): Promise<AwardRow> {
    const found = await findAward(tx, id);
    if (!found) throw new DomainError('resource.notFound');
    admitted(await lockVolunteer(tx, found.volunteerId), call);
    // Read again under the lock: of two who revoke, one is the first.
    const row = await findAward(tx, id);
    if (!row) throw new DomainError('resource.notFound');
    return row;
  }

  /** What an idempotency key remembers is not sealed: it bears no reason. */
  private async read({ id }: Done): Promise<AwardView> {
    const row = await findAward(this.database, id);
    if (!row) throw new DomainError('resource.notFound');
    return this.view(row);
  }

  /** Nor what somebody could try reasons against. */
  private remembered<T extends { reason: string }>(input: T): T {
    return { ...input, reason: this.seal.blindIndex(input.reason, 'award').toString('base64url') };
  }

  /** Whatever became of it since, a retry is the same content. */
  private assertSame(known: AwardRow, input: GiveAwardInput, { actor }: Call): Done {
    const isSame =
      known.volunteerId === input.volunteerId &&
      known.title === input.title.trim() &&
      known.givenBy === actor.id &&
      this.open(known.reasonSealed) === input.reason.trim();
    if (!isSame) throw new DomainError('idempotency.conflict');
    return { id: known.id };
  }

  private open(sealed: string | null): string | undefined {
    return sealed === null ? undefined : this.seal.open(sealed, purposes.awardReason);
  }

  private view(row: AwardRow): AwardView {
    return {
      ...{ id: row.id, volunteerId: row.volunteerId, title: row.title },
      ...{ reason: this.open(row.reasonSealed) ?? '', givenRole: row.givenRole },
      givenAt: row.givenAt.toISOString(),
      revokedAt: row.revokedAt?.toISOString(),
      revocationReason: this.open(row.revocationReasonSealed),
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
