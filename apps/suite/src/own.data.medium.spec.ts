import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '#local';
import type { OwnSection } from '#platform';
import { createDatabase, type TestDatabase } from '#testing';
import { ownSections as credits } from '../../ledger/src/own.data.js';
import { ownSections as service } from '../../tasks/src/own.data.js';
import { ownSections as register } from '../../volunteers/src/own.data.js';

// Every table that names a person by a column is in the person's own file, or stands here with the reason.
const sections: Record<string, readonly OwnSection[]> = {
  volunteers: register,
  tasks: service,
  ledger: credits,
  reporting: [],
};
const left: Record<string, string> = {
  'volunteers.identity_owner': 'a digest of what the file says in plain',
  'volunteers.phone_owner': 'a digest of what the file says in plain',
  'volunteers.wechat_owner': 'a digest by which WeChat knows the phone',
  'tasks.matching': 'of an errand, by its id',
  'ledger.redemption': 'the same as needPayment and transfers say',
  'reporting.merged_person': 'as the register says',
  'reporting.standing': 'derived from the register',
  'reporting.counted_record': 'derived from the records of service',
  'reporting.volunteer_day': 'derived from the records of service',
};
/** Columns by which rows are somebody's; who of the staff did something is not among them. */
const naming =
  /^(volunteer|resident|person|owner|reporter|subject|payer|served|from|to|other|family|kept|merged)_id$/;

let database: TestDatabase;
beforeAll(async () => void (database = await createDatabase()));
afterAll(() => database.drop());

describe('the file of own data', () => {
  it('has every table that names a person', async () => {
    const rows = await withClient(
      database.adminUrl,
      async (client) =>
        (
          await client.query<{ place: string; name: string }>(
            `select table_schema || '.' || table_name as place, column_name as name
             from information_schema.columns join information_schema.tables using (table_schema, table_name)
             where table_schema = any($1) and table_type = 'BASE TABLE'`,
            [Object.keys(sections)],
          )
        ).rows,
    );
    const places = [...new Set(rows.filter(({ name }) => naming.test(name)).map(({ place }) => place))];
    expect(places.length).toBeGreaterThan(30);
    const told = new Set(
      Object.entries(sections).flatMap(([name, all]) => all.map(({ table }) => `${name}.${table}`)),
    );
    expect(places.filter((place) => !told.has(place) && !(place in left)).sort()).toEqual([]);
    const all = new Set(rows.map(({ place }) => place));
    expect(
      [...told, ...Object.keys(left)].filter(
        (place) => !all.has(place) || (place in left && told.has(place)),
      ),
    ).toEqual([]);
  });
});
