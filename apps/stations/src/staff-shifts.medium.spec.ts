import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  staffShifts,
  type StaffShiftInput,
  type StaffWeek,
  stations,
  systemActor,
} from '#contracts';
import { newId } from '#platform';
import { serviceDefinition, startHouse, type TestHouse } from '#testing';

// Real: PostgreSQL, NATS, the service stations with TEDA's divisions.
const station: Actor = { id: newId(), role: 'station', region: '120116014' };
const strange: Actor = { id: newId(), role: 'station', region: '120101001' };
const [ann, bob, far] = [newId(), newId(), newId()];
let house: TestHouse;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations')]);
  const system = systemActor('gateway');
  const peopleOf: [region: string, people: string[]][] = [
    ['120116014', [ann, bob]],
    ['120101001', [far]],
  ];
  for (const [region, people] of peopleOf) {
    const organisationId = newId();
    const body = { id: organisationId, kind: 'socialWorkStation' as const, name: `站 ${region}`, region };
    await house.ask(stations.createOrganisation, body, system);
    for (const id of people) {
      const account = { id, userName: `u${id}`, displayName: `社工 ${people.indexOf(id)}` };
      const made = await house.ask(
        stations.createStaff,
        { ...account, password: newId(), role: 'station', organisationId },
        system,
      );
      expect(made).not.toBeInstanceOf(DomainError);
    }
  }
}, 60_000);
afterAll(() => house.stop());

const shift = (changes: Partial<StaffShiftInput> = {}): StaffShiftInput => ({
  ...{ id: newId(), staffId: ann },
  ...{ startsAt: '2026-03-02T01:00:00.000Z', endsAt: '2026-03-02T09:00:00.000Z' },
  ...changes,
});
const add = (input: StaffShiftInput, actor = station) => house.ask(staffShifts.add, input, actor);
const code = (answer: unknown) => (answer as DomainError).code;
const weekOf = async (from: string, actor = station) =>
  (await house.ask(staffShifts.week, { from }, actor)) as StaffWeek;

it('a week lists the people of the station with their shifts, those that reach into it too', async () => {
  const night = shift({
    staffId: bob,
    startsAt: '2026-03-01T12:00:00.000Z',
    endsAt: '2026-03-02T00:00:00.000Z',
  });
  const day = shift();
  expect(await add(day)).toEqual(day);
  expect(await add(night)).toEqual(night);
  // From Monday, midnight in China, which is four in the afternoon of Sunday in Greenwich.
  const { people, shifts } = await weekOf('2026-03-02');
  expect(people.map(({ staffId }) => staffId)).toEqual([ann, bob]);
  expect(shifts).toEqual([night, day]);
  expect((await weekOf('2026-03-09')).shifts).toEqual([]);
  expect((await weekOf('2026-03-02', strange)).people.map(({ staffId }) => staffId)).toEqual([far]);
});

it('nobody is at work twice at one moment, nor for days', async () => {
  const first = shift({ startsAt: '2026-03-10T01:00:00.000Z', endsAt: '2026-03-10T05:00:00.000Z' });
  expect(await add(first)).toEqual(first);
  expect(await add(first)).toEqual(first);
  expect(code(await add({ ...first, endsAt: '2026-03-10T06:00:00.000Z' }))).toBe('idempotency.conflict');
  const within = { startsAt: '2026-03-10T04:00:00.000Z', endsAt: '2026-03-10T08:00:00.000Z' };
  expect(code(await add(shift(within)))).toBe('staffShift.overlaps');
  const next = shift({ startsAt: first.endsAt, endsAt: '2026-03-10T08:00:00.000Z' });
  expect(await add(next)).toEqual(next);
  for (const endsAt of ['2026-03-11T01:10:00.000Z', '2026-03-11T00:00:00.000Z', '2026-03-12T01:00:00.000Z'])
    expect(code(await add(shift({ startsAt: '2026-03-11T01:00:00.000Z', endsAt })))).toBe(
      'staffShift.spanInvalid',
    );

  const both = [1, 2].map(() =>
    shift({ startsAt: '2026-03-12T01:00:00.000Z', endsAt: '2026-03-12T05:00:00.000Z' }),
  );
  const answers = await Promise.all(both.map((one) => add(one)));
  expect(answers.map(code).filter((one) => one === 'staffShift.overlaps')).toHaveLength(1);
});

it('a cancelled shift leaves the week and gives the time back; a strange station reaches none', async () => {
  const one = shift({ startsAt: '2026-03-17T01:00:00.000Z', endsAt: '2026-03-17T05:00:00.000Z' });
  await add(one);
  expect(code(await house.ask(staffShifts.cancel, { id: one.id }, strange))).toBe('resource.notFound');
  expect(code(await add(shift(), strange))).toBe('resource.notFound');
  expect(await house.ask(staffShifts.cancel, { id: one.id }, station)).toEqual(one);
  expect(await house.ask(staffShifts.cancel, { id: one.id }, station)).toEqual(one);
  expect((await weekOf('2026-03-16')).shifts).toEqual([]);
  const again = { ...one, id: newId() };
  expect(await add(again)).toEqual(again);
  const refused = await house.ask(staffShifts.week, { from: '2026-03-16', region: '120101001000' }, station);
  expect(code(refused)).toBe('access.foreignRegion');
});
