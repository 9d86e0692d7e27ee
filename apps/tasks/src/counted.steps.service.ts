import { type CountedSteps, type CountedStepsInput, DomainError } from '#contracts';
import { type Call, Database, decodeCursor, encodeCursor, listScope } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { facts } from './facts.service.js';

const pageItems = 100;

interface StepRow extends Record<string, unknown> {
  total: number;
  key: string | null;
  needId: string | null;
  errandId: string | null;
  communityCode: number;
  at: Date;
  amount: number;
}

// One statement: the sum and its parts are of one moment.
const countedSteps = `
  with counted as materialized (
    select * from (${facts.sql}) as fact
    where name = $5 and at >= $6::date::timestamp at time zone 'Asia/Shanghai'
      and at < ($6::date + 1)::timestamp at time zone 'Asia/Shanghai'),
  whole as (select coalesce(sum(amount), 0)::bigint as total from counted)
  select total, page.* from whole left join lateral (
    select key, need_id as "needId", errand_id as "errandId", community_code as "communityCode", at, amount::int as amount
    from counted where $7::bigint is null or (community_code, key) > ($7, $8::uuid)
    order by community_code, key limit $9) as page on true`;

/** What a figure of a day is made of: the same query that totals are held against. */
@Injectable()
export class CountedStepsService {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `access.foreignRegion`, `request.invalid` of larger places, `cursor.invalid` */
  async list(
    { region: asked, day, metric, cursor }: CountedStepsInput,
    { actor }: Call,
  ): Promise<CountedSteps> {
    const region = listScope(actor, asked);
    if (region.level !== 'township' && region.level !== 'community')
      throw new DomainError('request.invalid', {
        fields: [{ field: 'region', rules: ['must be a subdistrict or a community'] }],
      });
    const [community = null, key = null] =
      cursor === undefined ? [] : decodeCursor(cursor, 'integer', 'uuid');
    const rows = await this.database.query<StepRow>(countedSteps, [
      ...[region.cityCode, region.cityCode, region.code, region.last],
      ...[metric, day, community, key, pageItems + 1],
    ]);
    const found = rows.filter((row) => row.key !== null);
    const last = found.length > pageItems ? found[pageItems - 1] : undefined;
    return {
      total: rows[0]?.total ?? 0,
      items: found.slice(0, pageItems).map((row) => ({
        ...(row.needId !== null && { needId: row.needId }),
        ...(row.errandId !== null && { errandId: row.errandId }),
        communityCode: formatRegion(row.communityCode),
        at: row.at.toISOString(),
        amount: row.amount,
      })),
      ...(last?.key && { nextCursor: encodeCursor(last.communityCode, last.key) }),
    };
  }
}
