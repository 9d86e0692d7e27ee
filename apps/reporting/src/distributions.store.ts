import type { DistributionLine, DistributionSum } from '#contracts';
import type { Database, Tx } from '#platform';

/** Of which city, and the first and last code. */
export type CodeRange = readonly [cityCode: number, first: number, last: number];

const townshipCodes = 1_000;

const counted = `
  select township_code as place, day, 'wait ' || type || ' ' || hour as key, bucket, claims as n from wait_counter
  where city_code = $1 and township_code between $2::bigint and $3::bigint
  union all
  select community_code, day, 'hazard ' || category || ' ' || step, 0, n from hazard_counter
  where city_code = $1 and community_code between $2 and $3
  union all
  select community_code, day, 'closure ' || category, bucket, n from hazard_closure
  where city_code = $1 and community_code between $2 and $3`;

/** As the owner makes it, of the same words. */
const checksum = `('x' || left(md5(concat_ws(' ', place, day, key, bucket)), 8))::bit(32)::int::bigint`;

/** Families by township and month, in as few figures as tell whether they differ. */
export function readSums(database: Database, range: CodeRange): Promise<DistributionSum[]> {
  return database.query<DistributionSum & Record<string, unknown>>(
    `select rpad((place / ${townshipCodes} * ${townshipCodes})::text, 12, '0') as township,
       to_char(date_trunc('month', day), 'YYYY-MM-DD') as month, split_part(key, ' ', 1) as family,
       sum(n)::bigint as n, sum(n * ${checksum})::bigint as checksum
     from (${counted}) as counter group by 1, 2, 3`,
    [...range],
  );
}

/** Every counter of a month; `month` is its first day. */
export function readLines(tx: Tx, range: CodeRange, month: string): Promise<DistributionLine[]> {
  return tx.query<DistributionLine & Record<string, unknown>>(
    `select rpad(place::text, 12, '0') as place, to_char(day, 'YYYY-MM-DD') as day, key, bucket, n::bigint as n
     from (${counted}) as counter where day >= $4::date and day < $4::date + interval '1 month'`,
    [...range, month],
  );
}

const tables = {
  wait: {
    name: 'wait_counter',
    place: 'township_code',
    words: 'type, hour',
    count: 'claims',
    hasBucket: true,
  },
  hazard: {
    name: 'hazard_counter',
    place: 'community_code',
    words: 'category, step',
    count: 'n',
    hasBucket: false,
  },
  closure: {
    name: 'hazard_closure',
    place: 'community_code',
    words: 'category',
    count: 'n',
    hasBucket: true,
  },
} as const;

/** Puts these lines in place of whatever is counted under their keys; one of 0 goes. */
export async function replaceLines(
  tx: Tx,
  cityCode: number,
  lines: readonly DistributionLine[],
): Promise<void> {
  for (const [family, table] of Object.entries(tables)) {
    const own = lines.filter(({ key }) => key.startsWith(`${family} `));
    if (own.length === 0) continue;
    const words = table.words.split(', ');
    const columns = [table.place, 'day', ...words, ...(table.hasBucket ? ['bucket'] : [])];
    const type = (column: string) =>
      ({ [table.place]: 'bigint', day: 'date', hour: 'int', bucket: 'int' })[column] ?? 'text';
    const arrays = columns.map((column, i) => `$${i + 2}::${type(column)}[]`).join(', ');
    const values = own.map(({ place, day, key, bucket }) => {
      const [, ...named] = key.split(' ');
      return [Number(place), day, ...named, ...(table.hasBucket ? [bucket] : [])];
    });
    const byColumn = columns.map((_, i) => values.map((value) => value[i]));
    await tx.query(
      `delete from ${table.name} as t using unnest(${arrays}) as o(${columns.join(', ')})
       where t.city_code = $1 and ${columns.map((column) => `t.${column} = o.${column}`).join(' and ')}`,
      [cityCode, ...byColumn],
    );
    await tx.query(
      `insert into ${table.name} (city_code, ${columns.join(', ')}, ${table.count})
       select $1, o.* from unnest(${arrays}, $${columns.length + 2}::bigint[]) as o(${columns.join(', ')}, n) where o.n > 0`,
      [cityCode, ...byColumn, own.map(({ n }) => n)],
    );
  }
}
