import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type DomainError,
  type HazardPage,
  hazards,
  type HazardView,
  type ReportedHazard,
  type ReportHazardInput,
  stations,
  systemActor,
} from '#contracts';
import { ManualClock, newId } from '#platform';
import { seedErrands, serviceDefinition, startHouse, type TestHouse } from '#testing';
import { HazardsService } from './hazards.service.js';

// Real: PostgreSQL, NATS, the services tasks (two of it) and stations with TEDA's divisions.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const community = '120116014001';
const committee: Actor = { id: newId(), role: 'committee', region: community };
const neighbour: Actor = { id: newId(), role: 'committee', region: '120116014002' };
const station: Actor = { id: newId(), role: 'station', region: '120116014' };
const official: Actor = { id: newId(), role: 'official', region: '1201' };
const courier: Actor = { id: newId(), role: 'volunteer' };
const passerBy: Actor = { id: newId(), role: 'resident' };
let house: TestHouse;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), await serviceDefinition('tasks')], {
    clock,
    replicas: 2,
  });
  for (const [kind, region] of [
    ['socialWorkStation', '120116014'],
    ['residentsCommittee', community],
  ] as const)
    await house.ask(
      stations.createOrganisation,
      { id: newId(), kind, name: `TEDA ${kind}`, region },
      systemActor('gateway'),
    );
});
afterAll(() => house.stop());

// Each test has a street of its own, so that none joins another's hazard.
let street = 0;
const newStreet = () => ({ longitude: 117.6 + ++street * 0.01, latitude: 39.03 });
const reportOf = (changes: Partial<ReportHazardInput> = {}): ReportHazardInput => ({
  id: newId(),
  communityCode: community,
  point: newStreet(),
  category: 'blockedPassage',
  severity: 'medium',
  description: '楼道堆放杂物，担架过不去',
  ...changes,
});
const code = (answer: object) => (answer as DomainError).code;
const report = async (input: ReportHazardInput, actor = courier) =>
  (await house.ask(hazards.report, input, actor)) as ReportedHazard;

/** A hazard that staff have dealt with and told its reporters of. */
async function fedBack(input = reportOf()): Promise<string> {
  await report(input);
  await house.ask(hazards.handle, { id: input.id, note: '杂物已清理' }, committee);
  await house.ask(hazards.feedBack, { id: input.id, message: '已清理，谢谢您' }, station);
  return input.id;
}

describe('a hazard', () => {
  it('is with committee and station in the same commit, and both read one history', async () => {
    const input = reportOf();
    const reported = await report(input);
    expect(reported).toMatchObject({
      reportId: input.id,
      joined: false,
      hazard: { id: input.id, state: 'routed' },
    });
    expect(reported.hazard.committeeId).toBeDefined();
    expect(reported.hazard.stationId).toBeDefined();
    const seen = await house.ask(hazards.get, { id: input.id }, station);
    expect(seen).toEqual(await house.ask(hazards.get, { id: input.id }, committee));
    expect((seen as HazardView).history.map(({ state, byRole }) => [state, byRole])).toEqual([
      ['reported', 'volunteer'],
      ['routed', 'volunteer'],
    ]);
    expect(code(await house.ask(hazards.get, { id: input.id }, neighbour))).toBe('resource.notFound');
    expect(code(await house.ask(hazards.get, { id: input.id }, passerBy))).toBe('resource.notFound');
    expect(await house.ask(hazards.get, { id: input.id }, official)).toMatchObject({ state: 'routed' });
  });

  it('goes its way, each step once, and its time to closure is kept', async () => {
    const input = reportOf();
    await report(input);
    const { id } = input;
    expect(code(await house.ask(hazards.feedBack, { id, message: '好' + '了' }, committee))).toBe(
      'hazard.stateConflict',
    );
    clock.advanceMinutes(90);
    const handled = await house.ask(hazards.handle, { id, note: '杂物已清理' }, committee);
    expect(handled).toMatchObject({ state: 'handled', handling: '杂物已清理' });
    expect(await house.ask(hazards.handle, { id, note: '杂物已清理' }, committee)).toEqual(handled);
    expect(code(await house.ask(hazards.handle, { id, note: '另一种说法' }, station))).toBe(
      'hazard.stateConflict',
    );
    await house.ask(hazards.feedBack, { id, message: '已清理，谢谢您' }, station);
    clock.advanceMinutes(30);
    const closed = await house.ask(hazards.close, { id }, courier);
    expect(closed).toMatchObject({ state: 'closed', minutesToClosure: 120, feedback: '已清理，谢谢您' });
    expect(await house.ask(hazards.close, { id }, courier)).toEqual(closed);
    expect(code(await house.ask(hazards.reopen, { id, reason: '又堆上了' }, courier))).toBe(
      'hazard.stateConflict',
    );
  });

  it('is opened again by whoever sees it is still there', async () => {
    const id = await fedBack();
    const again = await house.ask(hazards.reopen, { id, reason: '还在原处' }, courier);
    expect(again).toMatchObject({ state: 'routed' });
    expect((again as HazardView).handling).toBeUndefined();
    expect(await house.ask(hazards.reopen, { id, reason: '还在原处' }, courier)).toEqual(again);
    expect(code(await house.ask(hazards.close, { id }, station))).toBe('hazard.stateConflict');
  });

  it('stays shut where somebody reported the same anew, and that one is told of', async () => {
    const id = await fedBack();
    const { point } = (await house.ask(hazards.get, { id }, station)) as HazardView;
    const anew = await report(reportOf({ point }), passerBy);
    expect(anew.joined).toBe(false);
    const refused = await house.ask(hazards.reopen, { id, reason: '还在原处' }, courier);
    expect(code(refused)).toBe('hazard.openNearby');
    expect(await house.ask(hazards.get, { id }, station)).toMatchObject({ state: 'fedBack' });
    await house.ask(hazards.handle, { id: anew.hazard.id, note: '杂物已清理' }, committee);
    expect(await house.ask(hazards.reopen, { id, reason: '还在原处' }, courier)).toMatchObject({
      state: 'routed',
    });
    // Seen again today, it takes today's reports.
    expect((await report(reportOf({ point }), passerBy)).hazard.id).toBe(id);
  });

  it('reported and opened again at the same moment is open once', async () => {
    const ids = [await fedBack(), await fedBack(), await fedBack(), await fedBack()];
    const seen = await Promise.all(ids.map((id) => house.ask(hazards.get, { id }, station)));
    await Promise.all(
      (seen as HazardView[]).flatMap(({ id, point }) => [
        report(reportOf({ point }), passerBy),
        house.ask(hazards.reopen, { id, reason: '还在原处' }, courier),
      ]),
    );
    for (const { point } of seen as HazardView[])
      expect(
        await house.sql(
          `select 1 from tasks.hazard where state = 'routed' and place ~= point($1::float8, $2::float8)`,
          [point.longitude, point.latitude],
        ),
      ).toHaveLength(1);
  });

  it('closes by itself when nobody contradicts for seven days', async () => {
    const id = await fedBack();
    clock.advanceMinutes(7 * 1_440 - 1);
    const service = house.services.find(({ name }) => name === 'tasks')!.app.get(HazardsService);
    await service.closeUncontested();
    expect(await house.ask(hazards.get, { id }, station)).toMatchObject({ state: 'fedBack' });
    clock.advanceMinutes(1);
    await Promise.all([service.closeUncontested(), service.closeUncontested()]);
    const { state, history } = (await house.ask(hazards.get, { id }, station)) as HazardView;
    expect(state).toBe('closed');
    expect(history.at(-1)).toMatchObject({ state: 'closed', byRole: 'system' });
    expect(history.filter((step) => step.state === 'closed')).toHaveLength(1);
  });

  it('found on an errand takes its community from it; on somebody else’s errand it is refused', async () => {
    const seeded = await seedErrands(house.database.adminUrl, {
      errands: 1,
      volunteers: 1,
      from: clock.now(),
    });
    const errandId = seeded.errandIds[0]!;
    const rider: Actor = { id: seeded.volunteerIds[0]!, role: 'volunteer' };
    const input = reportOf({ errandId, communityCode: undefined });
    expect(code(await house.ask(hazards.report, input, rider))).toBe('errand.notYours');
    await house.sql(
      `insert into tasks.claim (city_code, id, errand_id, volunteer_id, state, window_start, window_end, claimed_at)
       select city_code, $1, id, $2, 'claimed', window_start, window_end, now() from tasks.errand where id = $3`,
      [newId(), rider.id, errandId],
    );
    expect(await report(input, rider)).toMatchObject({ hazard: { communityCode: community } });
    expect(code(await house.ask(hazards.report, reportOf({ errandId: newId() }), rider))).toBe(
      'resource.notFound',
    );
  });
});

describe('reports', () => {
  it('sent again are the same report; with other content their id is a conflict', async () => {
    const input = reportOf();
    const first = await report(input);
    expect(await report(input)).toEqual(first);
    for (const changed of [
      { ...input, severity: 'urgent' as const },
      { ...input, category: 'rubbish' as const },
    ])
      expect(code(await house.ask(hazards.report, changed, courier))).toBe('idempotency.conflict');
    expect(await house.sql('select 1 from tasks.hazard_report where id = $1', [input.id])).toHaveLength(1);
  });

  it('of one corner are joined; each reporter sees the own words, staff all of them', async () => {
    const first = reportOf();
    await report(first);
    const second = reportOf({ point: first.point, severity: 'urgent', description: '整个楼道都堵了' });
    const joined = await report(second, passerBy);
    expect(joined).toMatchObject({
      joined: true,
      hazard: { id: first.id, severity: 'urgent', reportCount: 2 },
    });
    expect(joined.hazard.reports.map(({ id }) => id)).toEqual([second.id]);
    const seen = (await house.ask(hazards.get, { id: second.id }, station)) as HazardView;
    expect(seen.reports.map(({ id }) => id)).toEqual([second.id, first.id]);
    // Not joined: another category, and another corner.
    expect((await report(reportOf({ point: first.point, category: 'rubbish' }))).joined).toBe(false);
    expect((await report(reportOf())).joined).toBe(false);
  });

  it('of many at the same moment, sent to two replicas, are exactly one hazard a corner', async () => {
    const corners = [newStreet(), newStreet(), newStreet()];
    const inputs = Array.from({ length: 36 }, (_, i) =>
      reportOf({ point: corners[i % 3]!, category: 'fireRisk' }),
    );
    const answers = await Promise.all(
      inputs.map((input) => report(input, { id: newId(), role: 'volunteer' })),
    );
    expect(answers.filter(({ joined }) => !joined)).toHaveLength(3);
    const rows = await house.sql<{ n: number; told: number }>(
      `select h.report_count as n, (select count(*)::int from tasks.hazard_report r where r.hazard_id = h.id) as told
       from tasks.hazard h where category = 'fireRisk'`,
    );
    expect(rows).toEqual([12, 12, 12].map((n) => ({ n, told: n })));
  });

  it('written past the queue, two at once, leave one open: the database refuses the other', async () => {
    const { id, point } = (await report(reportOf({ category: 'exposedWiring' }))).hazard;
    await house.sql(`delete from tasks.hazard_step where hazard_id = $1`, [id]);
    await house.sql(`delete from tasks.hazard_report where hazard_id = $1`, [id]);
    const [row] = await house.sql<object>('delete from tasks.hazard where id = $1 returning *', [id]);
    const write = (metresNorth: number, changes: object = {}) => {
      const latitude = point.latitude + metresNorth / 111_195;
      const place = `(${point.longitude},${latitude})`;
      return house.sql(
        `insert into tasks.hazard select * from jsonb_populate_record(null::tasks.hazard, $1::jsonb)`,
        [JSON.stringify({ ...row, place, id: newId(), ...changes })],
      );
    };
    const together = await Promise.allSettled([write(0), write(0), write(49.5)]);
    const refused = together.filter((each) => each.status === 'rejected');
    // Rows that wait for each other's end are a deadlock to PostgreSQL: it ends all but one of them by the one
    // code or the other, and which stays is chance.
    const codes = refused.map(({ reason }) => (reason as { code: string }).code);
    expect([codes.length, codes.filter((code) => !['23P01', '40P01'].includes(code))]).toEqual([2, []]);
    await expect(write(20)).rejects.toMatchObject({ constraint: 'hazard_one_open' });
    // What the rule keeps apart the database keeps apart: out of reach, of another kind, dealt with, long ago.
    const stays = together.findIndex(({ status }) => status === 'fulfilled');
    await write((stays === 2 ? 49.5 : 0) + 50.5);
    await write(0, { category: 'fallenTree' });
    const at = clock.now().toISOString();
    await write(0, { state: 'handled', handling: '已处理', handled_at: at });
    const longAgo = new Date(clock.now().getTime() - 8 * 86_400_000);
    const stale = { first_reported_at: longAgo, last_reported_at: longAgo };
    await write(0, { ...stale, joins_until: new Date(longAgo.getTime() + 72 * 3_600_000) });
  });

  it('told late, by who saw it before the first, is joined all the same', async () => {
    const first = reportOf({ category: 'slipperyGround' });
    await report(first);
    clock.advanceMinutes(-1);
    const before = reportOf({ category: 'slipperyGround', point: first.point });
    const joined = await report(before, passerBy);
    clock.advanceMinutes(1);
    expect(joined).toMatchObject({ joined: true, hazard: { id: first.id, reportCount: 2 } });
  });

  it('are each answered: every reporter is told of every step after', async () => {
    const first = reportOf();
    await report(first);
    await report(reportOf({ point: first.point }), passerBy);
    await house.ask(hazards.handle, { id: first.id, note: '杂物已清理' }, committee);
    const told = await house.sql<{ reporter: string }>(
      `select data ->> 'reporterId' as reporter from tasks.outbox_event
       where subject = 'shunlu.evt.v1.hazard.told' and data ->> 'hazardId' = $1`,
      [first.id],
    );
    expect(told.map(({ reporter }) => reporter).sort()).toEqual([courier.id, passerBy.id].sort());
  });

  it('are limited a day and a person, and bad ones leave nothing behind', async () => {
    const eager: Actor = { id: newId(), role: 'volunteer' };
    for (let i = 0; i < 30; i++) await report(reportOf({ category: 'other' }), eager);
    const last = reportOf({ category: 'other' });
    expect(await house.ask(hazards.report, last, eager)).toMatchObject({
      code: 'hazard.tooMany',
      data: { limit: 30 },
    });
    const refused: [ReportHazardInput, Actor, string][] = [
      [reportOf({ communityCode: undefined }), courier, 'request.invalid'],
      [reportOf({ communityCode: '120116014' }), courier, 'region.unknown'],
      [reportOf({ communityCode: '120116014999' }), courier, 'region.unknown'],
      [reportOf(), neighbour, 'access.foreignRegion'],
      [reportOf(), official, 'access.denied'],
    ];
    for (const [input, actor, expected] of refused)
      expect(code(await house.ask(hazards.report, input, actor))).toBe(expected);
    const ids = [last, ...refused.map(([input]) => input)].map(({ id }) => id);
    expect(await house.sql('select 1 from tasks.hazard_report where id = any($1)', [ids])).toEqual([]);
  });

  it('are listed page by page: a region for staff, the own for a reporter', async () => {
    const mine: Actor = { id: newId(), role: 'resident' };
    const ids = [];
    for (let i = 0; i < 3; i++) ids.push((await report(reportOf({ category: 'waterLeak' }), mine)).hazard.id);
    const page = (await house.ask(hazards.list, { limit: 2 }, mine)) as HazardPage;
    const rest = (await house.ask(hazards.list, { limit: 2, cursor: page.nextCursor }, mine)) as HazardPage;
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual(ids.reverse());
    expect(rest.nextCursor).toBeUndefined();
    const leaks = (await house.ask(hazards.list, { category: 'waterLeak' }, station)) as HazardPage;
    expect(leaks.items).toHaveLength(3);
    expect(((await house.ask(hazards.list, {}, neighbour)) as HazardPage).items).toEqual([]);
    expect(code(await house.ask(hazards.list, { region: '1201' }, station))).toBe('access.foreignRegion');
  });
});
