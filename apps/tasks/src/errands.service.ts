import {
  type ById,
  type ClaimState,
  type ClaimSummary,
  DomainError,
  type ErrandSummary,
  type ErrandView,
  type HeldErrandList,
} from '#contracts';
import { type Call, Clock, Database, sees } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { ErrandEntity } from './errand.entity.js';
import { findHeld, findHeldBeside } from './held.store.js';
import { tightWith } from './tight.js';

@Injectable()
export class ErrandsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async get(input: ById, call: Call): Promise<ErrandView> {
    const { actor } = call;
    const errand = await this.database.orm.getRepository(ErrandEntity).findOneBy({ id: input.id });
    if (!errand) throw new DomainError('resource.notFound');
    const isStaff = actor.role !== 'volunteer' && actor.role !== 'resident';
    const isServed = !isStaff && (await this.isServed(errand, actor.id));
    if (actor.role === 'resident' && !isServed) throw new DomainError('resource.notFound');
    if (isStaff && !sees(actor, errand.communityCode)) throw new DomainError('resource.notFound');
    const claims = await this.claimsOf(errand);
    const shown =
      actor.role === 'volunteer' && !isServed
        ? claims.filter(({ volunteerId }) => volunteerId === actor.id)
        : claims;
    const tight =
      actor.role === 'volunteer'
        ? tightWith(errand, await findHeldBeside(this.database, actor.id, errand))
        : [];
    return {
      ...summary(errand),
      riskNotice: errand.riskNotice ?? undefined,
      needId: errand.needId,
      claims: actor.role === 'official' ? [] : shown,
      ...(tight.length > 0 && { tight }),
    };
  }

  /** What the caller has claimed and not finished, by the start of the windows. */
  async listHeld({ actor }: Call): Promise<HeldErrandList> {
    return { items: await findHeld(this.database, actor.id, this.clock.now()) };
  }

  /** The resident, or the relative who asked for them. */
  private async isServed(errand: ErrandEntity, personId: string): Promise<boolean> {
    const rows = await this.database.query(
      'select 1 from need where city_code = $1 and id = $2 and $3::uuid in (resident_id, family_id)',
      [errand.cityCode, errand.needId, personId],
    );
    return rows.length > 0;
  }

  private async claimsOf(errand: ErrandEntity): Promise<ClaimSummary[]> {
    const rows = await this.database.query<{
      id: string;
      volunteer_id: string;
      display_name: string | null;
      state: ClaimState;
      claimed_at: Date;
    }>(
      `select c.id, c.volunteer_id, v.display_name, c.state, c.claimed_at
       from claim c left join volunteer v on v.city_code = c.city_code and v.id = c.volunteer_id
       where c.city_code = $1 and c.errand_id = $2 order by c.claimed_at, c.id limit 200`,
      [errand.cityCode, errand.id],
    );
    return rows.map((row) => ({
      id: row.id,
      volunteerId: row.volunteer_id,
      volunteerName: row.display_name ?? '*',
      state: row.state,
      claimedAt: row.claimed_at.toISOString(),
    }));
  }
}

function summary(row: ErrandEntity): ErrandSummary {
  return {
    id: row.id,
    type: row.type,
    summary: row.summary,
    state: row.state,
    communityCode: formatRegion(row.communityCode),
    point: row.place,
    windowStart: row.windowStart.toISOString(),
    windowEnd: row.windowEnd.toISOString(),
    expectedMinutes: row.expectedMinutes,
    slots: row.slots,
    slotsTaken: row.slotsTaken,
    requirements: row.requirements,
    stopCount: row.stopCount,
    purchaseCeilingFen: row.purchaseCeilingFen ?? undefined,
    fairGrabSeconds: row.fairGrabSeconds || undefined,
  };
}
