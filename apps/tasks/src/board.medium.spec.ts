import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type DomainError,
  needBoard,
  type NeedColumn,
  type NeedCounts,
  type NeedPage,
  needs,
  type NeedView,
  type ResidentView,
} from '#contracts';
import { ManualClock, newId } from '#platform';
import { serviceDefinition, startHouse, type TestHouse } from '#testing';

// Real: PostgreSQL, NATS, the services tasks and stations with TEDA's divisions.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const committee: Actor = { id: newId(), role: 'committee', region: '120116014001' };
const neighbour: Actor = { id: newId(), role: 'committee', region: '120116014002' };
const station: Actor = { id: newId(), role: 'station', region: '120116014' };
let house: TestHouse;
let resident: ResidentView;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), await serviceDefinition('tasks')], {
    clock,
  });
  resident = (await house.ask(
    needs.registerResident,
    {
      id: newId(),
      name: '示例奶奶',
      phone: '022-00000001',
      communityCode: committee.region!,
      door: '1-101',
      point: { longitude: 117.71, latitude: 39.02 },
    },
    committee,
  )) as ResidentView;
}, 60_000);
afterAll(() => house.stop());

async function posted(type: NeedView['type']): Promise<NeedView> {
  const need = {
    id: newId(),
    residentId: resident.id,
    type,
    summary: 'something from round the corner',
    channel: 'phone' as const,
    windowStart: clock.now().toISOString(),
    windowEnd: new Date(clock.now().getTime() + 2 * 3_600_000).toISOString(),
    expectedMinutes: 30,
  };
  return (await house.ask(needs.post, need, committee)) as NeedView;
}

async function counted(input: object, actor: Actor): Promise<Partial<Record<NeedColumn, number>>> {
  const { columns } = (await house.ask(needBoard.count, input, actor)) as NeedCounts;
  return Object.fromEntries(columns.map(({ column, needs: count }) => [column, count]));
}

const listed = async (input: object) => (await house.ask(needs.list, input, station)) as NeedPage;
const code = (answer: object) => (answer as DomainError).code;

describe('the board', () => {
  it('counts each column and lists it page by page, the newest first, each need in one column', async () => {
    const [first, second, third, fourth] = [
      await posted('company'),
      await posted('repair'),
      await posted('company'),
      await posted('repair'),
    ];
    await house.ask(needs.accept, { id: second.id }, station);
    await house.ask(needs.cancel, { id: third.id, reason: 'not wanted any more' }, committee);
    const all = { waiting: 2, underWay: 1, fulfilled: 0, ended: 1 };
    expect(await counted({}, station)).toEqual(all);
    expect(await counted({}, committee)).toEqual(all);
    expect(await counted({ type: 'repair' }, station)).toEqual({ ...all, waiting: 1, ended: 0 });

    const page = await listed({ column: 'waiting', limit: 1 });
    expect(page.items.map(({ id }) => id)).toEqual([fourth.id]);
    const next = await listed({ column: 'waiting', limit: 1, cursor: page.nextCursor });
    expect(next.items.map(({ id }) => id)).toEqual([first.id]);
    expect(next.nextCursor).toBeUndefined();
    const ids = async (input: object) => (await listed(input)).items.map(({ id }) => id);
    expect(await ids({ column: 'underWay' })).toEqual([second.id]);
    expect(await ids({ column: 'ended', type: 'company' })).toEqual([third.id]);
    expect(await ids({ column: 'ended', type: 'repair' })).toEqual([]);
    expect(await ids({ type: 'company' })).toEqual([third.id, first.id]);
    expect(await ids({ column: 'waiting', state: 'posted' })).toEqual([]);
  });

  it('is of the own region, and not a person’s', async () => {
    const none = { waiting: 0, underWay: 0, fulfilled: 0, ended: 0 };
    expect(await counted({}, neighbour)).toEqual(none);
    expect(code(await house.ask(needBoard.count, { region: committee.region }, neighbour))).toBe(
      'access.foreignRegion',
    );
    const person: Actor = { id: resident.id, role: 'resident' };
    expect(code(await house.ask(needBoard.count, {}, person))).toBe('access.denied');
  });
});
