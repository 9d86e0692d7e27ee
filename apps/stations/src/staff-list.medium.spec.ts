import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type Actor,
  anonymous,
  delegations,
  staffList,
  staffSessions,
  stations,
  systemActor,
} from '#contracts';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import { refusal, startHouse, type TestHouse } from '#testing';
import { stationsService } from './definition.js';

// Real: PostgreSQL, NATS and the stations service.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const password = 'correct horse battery';
let house: TestHouse;
beforeAll(async () => {
  house = await startHouse([stationsService], { clock });
});
afterAll(() => house.stop());

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const administrator = (region = '1201') => by({ id: newId(), role: 'administrator', region });
let people = 0;
async function hire(role: 'official' | 'administrator', region: string) {
  const person = { id: newId(), userName: `person.${++people}`, displayName: '示例', role, region };
  return house.call(stations.createStaff, { ...person, password }, by(systemActor('gateway')));
}
const list = (input: Parameters<typeof ask>[0] = {}, call = administrator()) => ask(input, call);
const ask = (input: { role?: 'official' | 'administrator'; limit?: number; cursor?: string }, call: Call) =>
  house.call(staffList.list, input, call);

it('shows who has which role where, page by page, to administrators of the place alone', async () => {
  const [one, two, three] = [
    await hire('official', '120116'),
    await hire('administrator', '1201'),
    await hire('official', '120101'),
  ];
  const first = await list({ limit: 2 });
  const second = await list({ limit: 2, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([three.id, two.id, one.id]);
  expect(second.nextCursor).toBeUndefined();
  expect((await list({ role: 'official' })).items.map(({ id }) => id)).toEqual([three.id, one.id]);
  const ofDistrict = await list({}, administrator('120116'));
  expect(ofDistrict.items).toEqual([
    { ...one, since: '2026-03-02T01:00:00.000Z', hasSecondFactor: false, openSessions: 0 },
  ]);
  expect(JSON.stringify(first)).not.toContain('argon2');
  const official = by({ id: newId(), role: 'official', region: '1201' });
  expect((await refusal(list({}, official))).code).toBe('access.denied');
});

it('counts sessions that are open, and names who stands in just now', async () => {
  const [away, deputy] = [await hire('official', '120112'), await hire('official', '120112')];
  const seen = async () => (await list({}, administrator('120112'))).items.find(({ id }) => id === away.id);
  const credentials = { userName: away.userName, password };
  for (let time = 0; time < 2; time++) await house.call(stations.signIn, credentials, by(anonymous));
  expect(await seen()).toMatchObject({ openSessions: 2 });
  await house.call(staffSessions.closeAll, { id: away.id }, administrator('120112'));
  expect(await seen()).toMatchObject({ openSessions: 0 });

  const hence = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();
  const terms = { id: newId(), userName: deputy.userName, startsAt: hence(1), endsAt: hence(2) };
  const own = by({ id: away.id, role: 'official', region: '120112000000' });
  expect(await house.call(delegations.delegate, terms, own)).toMatchObject({ isGiven: true });
  expect((await seen())?.deputy).toBeUndefined();
  clock.advanceMinutes(60);
  expect(await seen()).toMatchObject({ deputy: { userName: deputy.userName, until: terms.endsAt } });
  const got = by({ id: deputy.id, role: 'official', region: '120112000000' });
  expect((await house.call(delegations.list, {}, got)).items).toMatchObject([{ isGiven: false }]);
  clock.advanceMinutes(60);
  expect((await seen())?.deputy).toBeUndefined();
});
