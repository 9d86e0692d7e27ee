import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { withClient } from '#local';
import { dataSource } from '#platform';
import { createDatabase, type DatabaseService, type TestDatabase } from '#testing';
import type { EntityMetadata } from 'typeorm';
import { definitions } from './definitions.js';

// Migrations are the truth; entities say what they believe of it. Compared column by column.
let database: TestDatabase;
beforeAll(async () => void (database = await createDatabase()));
afterAll(() => database.drop());

/** `int not null`, as both sides can say it. */
type Columns = Record<string, string>;

interface ColumnRow {
  name: string;
  type: string;
  nullable: boolean;
  optional: boolean;
}

async function columnsOf(schema: string, table: string): Promise<ColumnRow[]> {
  return withClient(database.adminUrl, async (client) => {
    const { rows } = await client.query<ColumnRow>(
      `select attname as name, format_type(atttypid, null) as type, not attnotnull as nullable,
              atthasdef or not attnotnull as optional
         from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
      [`"${schema}"."${table}"`],
    );
    return rows;
  });
}

const shortNames: Record<string, string> = {
  'timestamp with time zone': 'timestamptz',
  integer: 'int',
};
const described = (type: string, nullable: boolean) =>
  `${shortNames[type] ?? type}${nullable ? '' : ' not null'}`;

function believed(entity: EntityMetadata): Columns {
  return Object.fromEntries(
    entity.columns.map((column) => {
      const type = `${String(column.type)}${column.isArray ? '[]' : ''}`;
      return [column.databaseName, described(type, column.isNullable)];
    }),
  );
}

it.each(definitions.map(({ name, entities }) => [name, entities] as const))(
  'entities of %s believe what its migrations made',
  async (service, entities) => {
    const url = database.url(service as DatabaseService);
    const source = await dataSource({ service, url, poolSize: 1, entities }).initialize();
    try {
      for (const entity of source.entityMetadatas) {
        const rows = await columnsOf(service, entity.tableName);
        const belief = believed(entity);
        const truth = rows.filter(({ name }) => name in belief);
        expect([
          entity.tableName,
          Object.fromEntries(truth.map((row) => [row.name, described(row.type, row.nullable)])),
        ]).toEqual([entity.tableName, belief]);
        // Whatever an entity leaves out must not be missed when it inserts.
        const missed = rows.filter(({ name, optional }) => !(name in belief) && !optional);
        expect([entity.tableName, missed]).toEqual([entity.tableName, []]);
      }
    } finally {
      await source.destroy();
    }
  },
);

/** Whatever must be unique in the whole country or belongs to no place, and nothing else. */
const notLedByCity = [
  ...['migrations', 'remembered_answer', 'session'],
  ...['stations.region_file', 'stations.sign_in_attempt', 'stations.staff_user_name'],
  ...[
    'volunteers.identity_owner',
    'volunteers.phone_code',
    'volunteers.phone_owner',
    'volunteers.wechat_owner',
  ],
];

it('leads the primary key of every table with the city', async () => {
  const found = await withClient(database.adminUrl, async (client) => {
    const { rows } = await client.query<{ schema: string; name: string }>(
      `select n.nspname as schema, c.relname as name
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         left join pg_index i on i.indrelid = c.oid and i.indisprimary
         left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where c.relkind in ('r', 'p') and n.nspname = any($1) and a.attname is distinct from 'city_code'`,
      [definitions.map(({ name }) => name)],
    );
    return rows;
  });
  const unexplained = found.filter(
    ({ schema, name }) => !notLedByCity.includes(name) && !notLedByCity.includes(`${schema}.${name}`),
  );
  expect(unexplained).toEqual([]);
});
