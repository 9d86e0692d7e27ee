import type { Database, Tx } from '#platform';
import { ancestor } from '#regions';
import type { Holder } from './minutes.store.js';
import { defaultStarRule, type StarRule } from './stars.js';

/** A rule as it was decided on; the default is version 0 of nowhere. */
export interface DecidedRule extends StarRule {
  regionCode?: number;
  version: number;
  /** `2026-03-02` */
  effectiveFrom?: string;
  source?: string;
  decidedAt?: Date;
  decidedBy?: string;
}

export const nationalRule: DecidedRule = { ...defaultStarRule, version: 0 };

type Row = Required<Omit<DecidedRule, 'steps'>> & { hours: number[]; goodPercents: number[] };

/** The newest rule of each of these regions that has any, of those that hold on a day; of all without a day. */
export async function readStarRules(
  reader: Database | Tx,
  regionCodes: readonly number[],
  day?: string,
): Promise<Map<number, DecidedRule>> {
  const rows = await reader.query<Row & Record<string, unknown>>(
    `select distinct on (region_code) region_code as "regionCode", version, effective_from::text as "effectiveFrom",
       hours, good_percents as "goodPercents", fewest_evaluations as "fewestEvaluations", source,
       decided_at as "decidedAt", decided_by as "decidedBy"
     from star_steps
     where city_code = any($1::int[]) and region_code = any($2::bigint[])
       and ($3::date is null or effective_from <= $3::date)
     order by region_code, version desc`,
    [[...new Set(regionCodes.map((code) => Math.floor(code / 1e8)))], [...new Set(regionCodes)], day ?? null],
  );
  return new Map(
    rows.map(({ hours, goodPercents, ...row }) => {
      const steps = hours.map((each, index) => ({ hours: each, goodPercent: goodPercents[index] ?? 0 }));
      return [row.regionCode, { ...row, steps }];
    }),
  );
}

/** The rule that holds at each place on a day: of its county, else of its city, else the default. */
export async function starRulesAt(
  reader: Database | Tx,
  codes: readonly number[],
  day: string,
): Promise<(code: number) => DecidedRule> {
  const above = (code: number) => (['county', 'city'] as const).map((level) => ancestor(code, level));
  const rules = await readStarRules(reader, codes.flatMap(above), day);
  return (code) =>
    above(code)
      .map((region) => rules.get(region))
      .find(Boolean) ?? nationalRule;
}

export async function addStarRule(tx: Tx, rule: Required<DecidedRule>): Promise<void> {
  const { regionCode, version, effectiveFrom, steps, fewestEvaluations } = rule;
  await tx.query(
    `insert into star_steps (city_code, region_code, version, effective_from, hours, good_percents,
       fewest_evaluations, source, decided_at, decided_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[Math.floor(regionCode / 1e8), regionCode, version, effectiveFrom],
      ...[steps.map(({ hours }) => hours), steps.map(({ goodPercent = 0 }) => goodPercent)],
      ...[fewestEvaluations, rule.source, rule.decidedAt, rule.decidedBy],
    ],
  );
}

/** What a resident says of a volunteer’s service. */
export interface Evaluation {
  volunteerId: string;
  isGood: boolean;
}

/** Counts evaluations of volunteers that are locked; each is told once. */
export async function countEvaluations(
  tx: Tx,
  holders: ReadonlyMap<string, Holder>,
  evaluations: readonly Evaluation[],
): Promise<void> {
  await tx.query(
    `update volunteer set evaluations = evaluations + said.number, good_evaluations = good_evaluations + said.good
     from (select city_code, volunteer_id, count(*)::int as number, (count(*) filter (where is_good))::int as good
       from unnest($1::int[], $2::uuid[], $3::boolean[]) as one(city_code, volunteer_id, is_good)
       group by city_code, volunteer_id) as said
     where volunteer.city_code = said.city_code and volunteer.id = said.volunteer_id`,
    [
      evaluations.map(({ volunteerId }) => holders.get(volunteerId)?.cityCode),
      evaluations.map(({ volunteerId }) => holders.get(volunteerId)?.id),
      evaluations.map(({ isGood }) => isGood),
    ],
  );
}
