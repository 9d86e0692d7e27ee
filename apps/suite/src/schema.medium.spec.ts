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

/** The tables whose primary key another column leads, and why; any schema where none is named. */
const notLedByCity: Record<string, string> = {
  migrations: 'TypeORM’s own; which migrations ran is a matter of the schema, not of a place',
  remembered_answer: 'found by who asked and with which key, before anybody knows where',
  merged_person: 'who is somebody else by now, wherever either lives',
  sealed_count: 'how many values each key has sealed; keys are the installation’s, not a city’s',
  sealing_run: 'as sealed_count: the rotation of keys passes every city',
  session: 'a refresh token names its session and nothing else',
  'stations.region_file': 'digests of tables already loaded; a few rows',
  'stations.sign_in_attempt': 'counted by the digest of a user name, whether or not there is such a person',
  'stations.staff_user_name': 'a user name is unique in the country; leads to the city',
  'volunteers.identity_owner':
    'one person once in the country, by the digest of the ID number; leads to the city',
  'reporting.population_version':
    'which file each version of the table of population was, of the whole country',
  'volunteers.further_identity': 'as identity_owner, of documents besides the first',
  'volunteers.phone_code': 'codes sent to a phone, by its digest, before anybody knows whose it is',
  'volunteers.phone_owner': 'one phone once in the country, by its digest; leads to the city',
  'volunteers.resident_access': 'who signs in as which resident, wherever both live',
  'volunteers.wechat_owner': 'one WeChat account once in the country; leads to the city',
};
const schemas = definitions.map(({ name }) => name);

function query<Row extends object>(sql: string): Promise<Row[]> {
  return withClient(database.adminUrl, async (client) => (await client.query<Row>(sql, [schemas])).rows);
}

it('leads the primary key of every table with the city, and says why where not', async () => {
  const found = await query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       left join pg_index i on i.indrelid = c.oid and i.indisprimary
       left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relkind in ('r', 'p') and n.nspname = any($1) and a.attname is distinct from 'city_code'`,
  );
  const explained = ({ schema, name }: { schema: string; name: string }) =>
    [name, `${schema}.${name}`].find((known) => known in notLedByCity);
  expect(found.filter((table) => !explained(table))).toEqual([]);
  expect(Object.keys(notLedByCity).sort()).toEqual([...new Set(found.map(explained))].sort());
});

it('leads every foreign key with the city, so that rows that refer to each other lie together', async () => {
  const found = await query(
    `select conrelid::regclass::text as table, conname as key
       from pg_constraint k join pg_namespace n on n.oid = k.connamespace
       join pg_attribute here on here.attrelid = k.conrelid and here.attnum = k.conkey[1]
       join pg_attribute there on there.attrelid = k.confrelid and there.attnum = k.confkey[1]
      where contype = 'f' and n.nspname = any($1) and (here.attname, there.attname) <> ('city_code', 'city_code')`,
  );
  expect(found).toEqual([]);
});

it('gives every table to the owner role, which alone may change it', async () => {
  const found = await query(
    `select schemaname, tablename, tableowner from pg_tables
      where schemaname = any($1) and tableowner <> schemaname || '_owner'`,
  );
  expect(found).toEqual([]);
});
