import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, revealSearches, type SearchRevealsInput, volunteers } from '#contracts';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import { person as registration, refusal, serviceDefinition, startHouse, type TestHouse } from '#testing';

// Real: PostgreSQL, NATS, the services tasks, volunteers and stations.
const clock = new ManualClock(new Date('2026-03-05T01:00:00Z'));
const [here, there] = [120116014001, 120101001001];
let house: TestHouse;
beforeAll(async () => {
  const names = ['stations', 'volunteers', 'tasks'] as const;
  house = await startHouse(await Promise.all(names.map(serviceDefinition)), { clock });
});
afterAll(() => house.stop());
beforeEach(() => clock.advanceMinutes(1));

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const administrator = (region = '1201') => by({ id: newId(), role: 'administrator', region });
const codeOf = async (work: Promise<unknown>) => (await refusal(work)).code;
const days = { from: '2026-03-01', to: '2026-03-05' };
const search = (input: Partial<SearchRevealsInput> = {}, call = administrator()) =>
  house.call(revealSearches.search, { id: newId(), ...days, ...input }, call);
const found = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).items.map(({ id }) => id);

/** Somebody who lives in a community, as tasks knows people. */
async function person(community = here): Promise<string> {
  const id = newId();
  await house.sql(
    `insert into tasks.volunteer (city_code, id, version, community_code, verification, display_name)
     values (1201, $1, 1, $2, 'verified', '示*')`,
    [id, community],
  );
  return id;
}

/** A look at that person's data. */
async function look(subject: string, at = '2026-03-03T04:00:00Z', viewer = newId()): Promise<string> {
  const id = newId();
  await house.sql(
    `insert into tasks.reveal (city_code, id, subject_id, viewer_id, viewer_role, fields, at)
     values (1201, $1, $2, $3, 'station', '{name,phone}', $4)`,
    [id, subject, viewer, at],
  );
  return id;
}

describe('the log of looks', () => {
  it('is searched by person, by who looked and by day, the newest first', async () => {
    const [one, other, viewer] = [await person(), await person(), newId()];
    const first = await look(one);
    const second = await look(one, '2026-03-03T05:00:00Z', viewer);
    const third = await look(other, '2026-03-03T06:00:00Z', viewer);
    expect(await found({ personId: one })).toEqual([second, first]);
    expect(await found({ viewerId: viewer })).toEqual([third, second]);
    expect(await found({ viewerId: viewer, personId: one })).toEqual([second]);
    const { items } = await search({ personId: other });
    expect(items).toEqual([
      {
        ...{ id: third, personId: other, viewerId: viewer, viewerRole: 'station' },
        ...{ fields: ['name', 'phone'], communityCode: String(here), at: '2026-03-03T06:00:00.000Z' },
      },
    ]);
  });

  it('knows the days of Shanghai, both included', async () => {
    const one = await person();
    const early = await look(one, '2026-02-28T15:59:59Z');
    const first = await look(one, '2026-02-28T16:00:00Z');
    const last = await look(one, '2026-03-05T15:59:59Z');
    const late = await look(one, '2026-03-05T16:00:00Z');
    expect(await found({ personId: one })).toEqual([last, first]);
    expect(await found({ personId: one, from: '2026-02-28', to: '2026-03-06' })).toEqual([
      late,
      last,
      first,
      early,
    ]);
  });

  it('is searched by the number of a volunteer', async () => {
    const station = by({ id: newId(), role: 'station', region: '120116014' });
    const { id, volunteerNumber } = await house.call(volunteers.register, registration(), station);
    await house.sql(
      `insert into tasks.volunteer (city_code, id, version, community_code, verification, display_name)
       values (1201, $1, 1, $2, 'verified', '示*') on conflict do nothing`,
      [id, here],
    );
    const seen = await look(id);
    expect(await found({ volunteerNumber })).toEqual([seen]);
    expect(await codeOf(search({ volunteerNumber: '12011620269999999' }))).toBe('resource.notFound');
    expect(await codeOf(search({ volunteerNumber, personId: newId() }))).toBe('resource.notFound');
  });

  it('shows an administrator nothing of people of another region', async () => {
    const [ours, theirs] = [await person(), await person(there)];
    await look(theirs);
    const own = administrator('120116');
    expect(await codeOf(search({ personId: theirs }, own))).toBe('resource.notFound');
    expect(await codeOf(search({ personId: newId() }, own))).toBe('resource.notFound');
    const seen = await look(ours, '2026-03-04T04:00:00Z');
    const items = await found({ from: '2026-03-04', to: '2026-03-04' }, own);
    expect(items).toContain(seen);
    const all = (await search({}, own)).items;
    expect(all.every(({ communityCode }) => communityCode.startsWith('120116'))).toBe(true);
    for (const role of ['official', 'station', 'committee'] as const)
      expect(await codeOf(search({}, by({ id: newId(), role, region: '1201' })))).toBe('access.denied');
  });

  it('takes days that make a span of a year at most', async () => {
    for (const wrong of [
      { from: '2026-03-05', to: '2026-03-04' },
      { from: '2025-03-04', to: '2026-03-05' },
    ])
      expect(await codeOf(search(wrong))).toBe('request.invalid');
    expect(await house.sql(`select 1 from tasks.reveal_search where from_day = '2025-03-04'`)).toEqual([]);
    await search({ from: '2025-03-05', to: '2026-03-05' });
  });
});

describe('a search', () => {
  it('is written down with who searched for what, once for one id and page by page', async () => {
    const call = administrator('120116');
    const [one, viewerId] = [await person(), newId()];
    await look(one, undefined, viewerId);
    await look(one, undefined, viewerId);
    const id = newId();
    const input = { id, personId: one, viewerId, limit: 1 };
    const first = await search(input, call);
    await Promise.all([search(input, call), search(input, call)]);
    await search({ ...input, id: newId(), cursor: first.nextCursor }, call);
    const { items } = await house.call(revealSearches.list, {}, call);
    const entry = { byId: call.actor.id, region: '120116000000', personId: one, viewerId, ...days };
    expect(items.filter(({ byId }) => byId === call.actor.id)).toMatchObject([
      { ...entry, isFurtherPage: true },
      { ...entry, id, isFurtherPage: false },
    ]);
    expect(await codeOf(search({ ...input, viewerId: newId() }, call))).toBe('idempotency.conflict');
    expect(await codeOf(search(input, administrator('120116')))).toBe('idempotency.conflict');
  });

  it('stays in a log that nobody changes, and is shown to administrators of its region alone', async () => {
    const call = administrator('120116');
    await search({}, call);
    const { url, ownerUrl } = house.database;
    for (const change of ['delete from tasks.reveal_search', `update tasks.reveal_search set cursor = '-'`]) {
      await expect(house.sql(change, [], url('tasks'))).rejects.toThrow('permission denied');
      await expect(house.sql(change, [], ownerUrl('tasks'))).rejects.toThrow('never changed or deleted');
    }
    const seenBy = async (region: string) =>
      (await house.call(revealSearches.list, { limit: 100 }, administrator(region))).items.map(
        ({ byId }) => byId,
      );
    expect(await seenBy('1201')).toContain(call.actor.id);
    expect(await seenBy('120101')).not.toContain(call.actor.id);
  });
});
