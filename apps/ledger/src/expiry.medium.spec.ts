import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Actor, ledger, type LedgerAudit, policies } from '#contracts';
import { ManualClock, newId } from '#platform';
import { type LedgerCity, openCity, startHouse, type TestHouse } from '#testing';
import { ledgerService } from './definition.js';
import { ExpiryService } from './expiry.service.js';
import { silentPolicy } from './policy.js';

// Real: PostgreSQL, NATS, the ledger twice. Time is the test's.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const system: Actor = { id: 'tasks', role: 'system' };
let house: TestHouse;

beforeAll(async () => {
  house = await startHouse([ledgerService], { clock, replicas: 2 });
});
afterAll(() => house.stop());

const days = (count: number) => clock.advanceMinutes(count * 24 * 60);
const expire = (replica = 0) => house.services[replica]!.app.get(ExpiryService).expireDue();
const post = ({ transfer }: LedgerCity, from: string, to: string, minutes: number, more = {}) =>
  house.call(
    ledger.post,
    { ...transfer(from, to, minutes), ...more },
    { actor: system, traceId: '0'.repeat(32) },
  );

async function standing({ cityCode, people }: LedgerCity) {
  const audit = (await house.ask(ledger.audit, { region: String(cityCode) }, system)) as LedgerAudit;
  expect(audit.faults).toEqual([]);
  const rows = await house.sql<{ id: string; minutes: number }>(
    `select id, (credited_minutes - debited_minutes)::int as minutes from ledger.account where city_code = $1`,
    [cityCode],
  );
  return people.map((id) => rows.find((row) => row.id === id)?.minutes);
}
const expired = async ({ cityCode }: LedgerCity) =>
  house.sql(
    `select minutes, reference from ledger.transfer where city_code = $1 and code = 'expire' order by sequence`,
    [cityCode],
  );

it('takes what grew old and was neither spent nor held, once a cutoff, on whichever replica and however often', async () => {
  const city = await openCity(house.database.adminUrl, 6301, 4);
  const { bank, people, cityCode } = city;
  const [ann, bob, cho, dan] = people as [string, string, string, string];
  const versions = [{ effectiveFrom: '2026-03-03', policy: { ...silentPolicy, expiryDays: 30 } }];
  await house.call(policies.adopt, { cityCode, versions }, { actor: system, traceId: '0'.repeat(32) });
  for (const member of [ann, bob, cho]) await post(city, bank, member, 100);
  await post(city, bob, dan, 30);
  const hold = await post(city, cho, dan, 60, { phase: 'hold' });
  days(20);
  await post(city, bank, ann, 50);
  await expire();
  expect(await expired(city)).toEqual([]);
  // The thirtieth day is not yet over for what was credited on the first.
  days(10);
  await expire();
  expect(await standing(city)).toEqual([150, 70, 100, 30]);
  days(1);
  await Promise.all([expire(0), expire(1)]);
  await expire();
  expect(await standing(city)).toEqual([50, 0, 60, 0]);
  expect(await expired(city)).toHaveLength(4);
  // What was held and comes back is old at once, and goes with the next cutoff.
  await post(city, cho, dan, 60, { phase: 'release', holdId: hold.id });
  await expire();
  expect(await standing(city)).toEqual([50, 0, 60, 0]);
  days(1);
  await expire();
  expect(await standing(city)).toEqual([50, 0, 0, 0]);
  days(30);
  await expire();
  expect(await standing(city)).toEqual([0, 0, 0, 0]);
});

it('goes on where it was stopped', async () => {
  const city = await openCity(house.database.adminUrl, 6302, 2);
  const { bank, people, cityCode } = city;
  const from = new Date(clock.now().getTime() + 24 * 3_600_000).toISOString().slice(0, 10);
  const versions = [{ effectiveFrom: from, policy: { ...silentPolicy, expiryDays: 10 } }];
  await house.call(policies.adopt, { cityCode, versions }, { actor: system, traceId: '0'.repeat(32) });
  for (const member of people) await post(city, bank, member, 40);
  days(12);
  // As if it had died between counting and expiring.
  const cutoff = new Date(clock.now().getTime() - 10 * 24 * 3_600_000).toISOString().slice(0, 10);
  await house.sql('insert into ledger.expiry_cutoff values ($1, $2, 1, false)', [cityCode, cutoff]);
  await house.sql('insert into ledger.aged_credit values ($1, $2, 40)', [cityCode, people[0]]);
  await expire();
  expect(await standing(city)).toEqual([0, 0]);
});

it('leaves everybody alone where the policy says nothing', async () => {
  const city = await openCity(house.database.adminUrl, 6303, 1);
  await post(city, city.bank, city.people[0] ?? newId(), 40);
  days(4000);
  await expire();
  expect(await standing(city)).toEqual([40]);
});
