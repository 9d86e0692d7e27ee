import {
  type ById,
  type ClaimState,
  type ClaimSummary,
  DomainError,
  type ErrandPage,
  type ErrandSummary,
  type ErrandView,
  type FeedInput,
  type Point,
} from '#contracts';
import { type Call, Clock, Database, decodeCursor, encodeCursor, sees } from '#platform';
import { formatRegion, parseRegion, type RegionRange } from '#regions';
import { Injectable } from '@nestjs/common';
import { Between, LessThan, MoreThan } from 'typeorm';
import { ErrandEntity } from './errand.entity.js';
import { distanceMetres } from './place.js';

const pageSize = 20;
// The index orders by degrees, in which a degree of longitude counts as much as one of latitude; with
// some candidates in reserve the exact order of the nearest is right everywhere in China.
const candidatesPerItem = 4;

@Injectable()
export class ErrandsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What is open, newest or nearest first; `nearest` is one page. */
  async feed(input: FeedInput, call: Call): Promise<ErrandPage> {
    const scope = await this.feedScope(input, call);
    if (!scope) return { items: [] };
    if (input.order === 'nearest') {
      if (!input.point)
        throw new DomainError('request.invalid', {
          fields: [{ field: 'point', rules: ['nearest needs a point'] }],
        });
      return { items: await this.nearest(input, input.point, scope) };
    }
    const limit = input.limit ?? pageSize;
    const before = input.cursor ? decodeCursor(input.cursor, 'uuid')[0] : undefined;
    const rows = await this.database.orm.getRepository(ErrandEntity).find({
      where: {
        cityCode: scope.cityCode,
        state: 'open',
        windowEnd: MoreThan(this.clock.now()),
        communityCode: Between(scope.code, scope.last),
        ...(input.type ? { type: input.type } : {}),
        ...(before ? { id: LessThan(before) } : {}),
      },
      order: { id: 'desc' },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    return {
      items: page.map((row) => summary(row, input.point)),
      nextCursor: rows.length > limit ? encodeCursor(page.at(-1)?.id ?? '') : undefined,
    };
  }

  async get(input: ById, call: Call): Promise<ErrandView> {
    const { actor } = call;
    const errand = await this.database.orm.getRepository(ErrandEntity).findOneBy({ id: input.id });
    if (!errand) throw new DomainError('resource.notFound');
    if (actor.role === 'resident' && !(await this.isRecipient(errand, actor.id)))
      throw new DomainError('resource.notFound');
    const isStaff = actor.role !== 'volunteer' && actor.role !== 'resident';
    if (isStaff && !sees(actor, errand.communityCode)) throw new DomainError('resource.notFound');
    const claims = await this.claimsOf(errand);
    const shown =
      actor.role === 'volunteer' ? claims.filter(({ volunteerId }) => volunteerId === actor.id) : claims;
    return {
      ...summary(errand),
      riskNotice: errand.riskNotice ?? undefined,
      needId: errand.needId,
      claims: actor.role === 'official' ? [] : shown,
    };
  }

  private async feedScope(input: FeedInput, call: Call): Promise<RegionRange | undefined> {
    if (input.region) return parseRegion(input.region);
    if (call.actor.region) return parseRegion(call.actor.region);
    const [row] = await this.database.query<{ city_code: number }>(
      'select city_code from volunteer where id = $1',
      [call.actor.id],
    );
    return row && parseRegion(String(row.city_code));
  }

  private async nearest(input: FeedInput, point: Point, scope: RegionRange): Promise<ErrandSummary[]> {
    const limit = input.limit ?? pageSize;
    const rows = await this.database.orm
      .getRepository(ErrandEntity)
      .createQueryBuilder('errand')
      .where(`errand.state = 'open' and errand.window_end > :now`, { now: this.clock.now() })
      .andWhere('errand.community_code between :first and :last', { first: scope.code, last: scope.last })
      .andWhere(input.type ? 'errand.type = :type' : 'true', { type: input.type })
      .orderBy('errand.place <-> point(:longitude, :latitude)')
      .setParameters({ longitude: point.longitude, latitude: point.latitude })
      .limit(limit * candidatesPerItem)
      .getMany();
    return rows
      .map((row) => summary(row, point))
      .sort((a, b) => (a.distanceMetres ?? 0) - (b.distanceMetres ?? 0))
      .slice(0, limit);
  }

  private async isRecipient(errand: ErrandEntity, residentId: string): Promise<boolean> {
    const rows = await this.database.query(
      'select 1 from need where city_code = $1 and id = $2 and resident_id = $3',
      [errand.cityCode, errand.needId, residentId],
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

function summary(row: ErrandEntity, from?: Point): ErrandSummary {
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
    purchaseCeilingFen: row.purchaseCeilingFen ?? undefined,
    fairGrabSeconds: row.fairGrabSeconds || undefined,
    distanceMetres: from && distanceMetres(from, row.place),
  };
}
