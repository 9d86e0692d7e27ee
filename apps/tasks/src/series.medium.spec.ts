import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type CreateSeriesInput,
  type DomainError,
  needs,
  type ResidentView,
  series,
  type SeriesView,
  stations,
  systemActor,
} from '#contracts';
import { deterministicId, ManualClock, newId } from '#platform';
import { addDays } from '#regions';
import { serviceDefinition, startHouse, type TestHouse } from '#testing';
import { SeriesService } from './series.service.js';

// Real: PostgreSQL, NATS, the services tasks (two of it) and stations with TEDA's divisions.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const community = '120116014001';
const committee: Actor = { id: newId(), role: 'committee', region: community };
const neighbour: Actor = { id: newId(), role: 'committee', region: '120116014002' };
const station: Actor = { id: newId(), role: 'station', region: '120116014' };
let house: TestHouse;
let resident: ResidentView;

beforeAll(async () => {
  const definitions = [await serviceDefinition('stations'), await serviceDefinition('tasks')];
  house = await startHouse(definitions, { clock, replicas: 2 });
  resident = (await house.ask(needs.registerResident, person(), committee)) as ResidentView;
});
afterAll(() => house.stop());

const person = (id = newId()) => ({
  id,
  name: '示例奶奶',
  phone: '022-00000001',
  communityCode: community,
  door: `${id.slice(-4)} 号`,
  point: { longitude: 117.71, latitude: 39.03 },
});
const code = (answer: object) => (answer as DomainError).code;
const service = <T>(type: new (...args: never[]) => T, replica = 0): T =>
  house.services.filter(({ name }) => name === 'tasks')[replica]!.app.get(type as never);

describe('a need that comes again', () => {
  const today = () => new Date(clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const weekly = (changes: Partial<CreateSeriesInput> = {}): CreateSeriesInput => ({
    id: newId(),
    residentId: resident.id,
    channel: 'phone',
    type: 'groceries',
    summary: 'rice and vegetables',
    expectedMinutes: 40,
    firstDay: addDays(today(), 1),
    startTime: '09:00',
    windowMinutes: 120,
    rule: 'FREQ=DAILY',
    ...changes,
  });
  const rows = (id: string) =>
    house.sql<{ id: string; series_day: string; state: string; starts: string }>(
      `select id, series_day, state, to_char(window_start at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as starts
       from tasks.need where series_id = $1 order by series_day`,
      [id],
    );

  it('is posted a week ahead, once, by however many replicas, at the hour of Shanghai', async () => {
    const input = weekly();
    const made = await house.ask(series.create, input, committee);
    expect(await house.ask(series.create, input, committee)).toEqual(made);
    expect(code(await house.ask(series.create, { ...input, startTime: '10:00' }, committee))).toBe(
      'idempotency.conflict',
    );
    await Promise.all([0, 1, 0, 1].map((replica) => service(SeriesService, replica).postDue()));
    const posted = await rows(input.id);
    expect(posted.map(({ series_day }) => series_day)).toEqual(
      Array.from({ length: 7 }, (_, i) => addDays(input.firstDay, i)),
    );
    expect(posted[0]).toMatchObject({
      id: deterministicId('series', input.id, input.firstDay),
      state: 'forwarded',
      starts: `${input.firstDay} 09:00`,
    });
    expect(await service(SeriesService).postDue()).toBe(0);
    clock.advanceMinutes(2 * 1_440);
    await service(SeriesService).postDue();
    expect(await rows(input.id)).toHaveLength(9);
    expect(await house.ask(needs.get, { id: posted[0]!.id }, station)).toMatchObject({
      seriesId: input.id,
      postedBy: 'committee',
      history: [{ byRole: 'system' }, { byRole: 'system' }, { byRole: 'system' }],
    });
    await house.ask(series.end, { id: input.id, reason: 'moved away' }, committee);
  });

  it('after a week without any job has no needs in the past', async () => {
    const input = weekly();
    await house.ask(series.create, input, committee);
    clock.advanceMinutes(10 * 1_440);
    await service(SeriesService).postDue();
    const posted = await rows(input.id);
    expect(posted.every(({ series_day }) => series_day >= today())).toBe(true);
    expect(posted.at(-1)?.series_day).toBe(addDays(today(), 7));
    await house.ask(series.end, { id: input.id, reason: 'moved away' }, committee);
  });

  it('leaves out a day, also one posted already, and holidays where asked', async () => {
    const input = weekly();
    await house.ask(series.create, input, committee);
    await service(SeriesService).postDue();
    const [first, second] = [addDays(input.firstDay, 1), addDays(input.firstDay, 30)];
    for (const day of [first, first, second])
      expect(
        code(await house.ask(series.skipDay, { id: input.id, day, reason: 'with the family' }, committee)),
      ).toBeUndefined();
    expect(
      await house.ask(series.skipDay, { id: input.id, day: '2020-01-01', reason: 'x' }, committee),
    ).toMatchObject({
      code: 'series.dayUnknown',
    });
    expect(
      (await rows(input.id)).filter(({ state }) => state === 'cancelled').map(({ series_day }) => series_day),
    ).toEqual([first]);
    clock.advanceMinutes(30 * 1_440);
    await service(SeriesService).postDue();
    expect((await rows(input.id)).some(({ series_day }) => series_day === second)).toBe(false);
    await house.ask(series.end, { id: input.id, reason: 'moved away' }, committee);
    // The first days of October are a holiday every year.
    const autumn = weekly({ firstDay: '2026-09-29', rule: 'FREQ=DAILY;COUNT=5', holidays: 'skip' });
    const { next } = (await house.ask(series.create, autumn, committee)) as SeriesView;
    expect(next.map(({ day, state }) => `${day} ${state}`)).toEqual([
      '2026-09-29 planned',
      '2026-09-30 planned',
      '2026-10-01 holiday',
      '2026-10-02 holiday',
      '2026-10-03 holiday',
    ]);
  });

  it('ended posts no more, and what is posted for later days is cancelled', async () => {
    const input = weekly();
    await house.ask(series.create, input, committee);
    await service(SeriesService).postDue();
    const ended = await house.ask(series.end, { id: input.id, reason: 'moved away' }, station);
    expect(ended).toMatchObject({ state: 'ended', next: [] });
    expect(await house.ask(series.end, { id: input.id, reason: 'moved away' }, station)).toEqual(ended);
    expect((await rows(input.id)).every(({ state }) => state === 'cancelled')).toBe(true);
    clock.advanceMinutes(1_440);
    await service(SeriesService).postDue();
    expect(await rows(input.id)).toHaveLength(7);
  });

  it('of a resident begins when the committee has checked it, and is nobody else’s business', async () => {
    const own: Actor = { id: newId(), role: 'resident' };
    await house.ask(needs.registerResident, { ...person(own.id), name: '示例爷爷' }, own);
    const input = weekly({ residentId: own.id, channel: 'app' });
    expect(await house.ask(series.create, input, own)).toMatchObject({ state: 'submitted' });
    await service(SeriesService).postDue();
    expect(await rows(input.id)).toEqual([]);
    expect(code(await house.ask(series.get, { id: input.id }, neighbour))).toBe('resource.notFound');
    expect(code(await house.ask(series.create, weekly(), own))).toBe('resource.notFound');
    expect(await house.ask(series.verify, { id: input.id }, committee)).toMatchObject({ state: 'active' });
    await service(SeriesService).postDue();
    expect(await rows(input.id)).toHaveLength(7);
  });

  it('served by a group names it in each need, and with another group it is another series', async () => {
    const groupId = newId();
    const group = { id: groupId, kind: 'courierSite' as const, name: '第二大街站点', region: '120116014' };
    await house.ask(stations.createOrganisation, group, systemActor('gateway'));
    const input = weekly({ groupId, slots: 3 });
    expect(await house.ask(series.create, input, committee)).toMatchObject({ groupId });
    const without = { ...input, groupId: undefined };
    expect(code(await house.ask(series.create, without, committee))).toBe('idempotency.conflict');
    await service(SeriesService).postDue();
    const posted = await rows(input.id);
    expect(posted).toHaveLength(7);
    for (const { id } of posted)
      expect(await house.ask(needs.get, { id }, station)).toMatchObject({ groupId, seriesId: input.id });
    await house.ask(series.end, { id: input.id, reason: 'moved away' }, committee);
  });

  it('of a resident names no group: staff organise those', async () => {
    const own: Actor = { id: newId(), role: 'resident' };
    await house.ask(needs.registerResident, { ...person(own.id), name: '示例姑姑' }, own);
    const input = weekly({ residentId: own.id, channel: 'app', groupId: newId() });
    expect(code(await house.ask(series.create, input, own))).toBe('need.groupInvalid');
  });

  it.each<[string, Partial<CreateSeriesInput>]>([
    ['series.ruleInvalid', { rule: 'FREQ=HOURLY' }],
    ['series.nothingLeft', { rule: 'FREQ=DAILY;UNTIL=20260101', firstDay: '2025-12-01' }],
    ['request.invalid', { startTime: '25:00' }],
    ['request.invalid', { expectedMinutes: undefined }],
    ['template.notOffered', { templateId: newId() }],
    ['need.groupInvalid', { groupId: newId() }],
    ['resource.notFound', { residentId: newId() }],
  ])('is refused with %s and nothing is written', async (expected, changes) => {
    const input = weekly(changes);
    expect(code(await house.ask(series.create, input, committee))).toBe(expected);
    expect(await house.sql('select 1 from tasks.need_series where id = $1', [input.id])).toEqual([]);
  });
});
