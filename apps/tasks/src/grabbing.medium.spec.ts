import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, type ClaimView, DomainError, errands, grabbing, type GrabPage } from '#contracts';
import { ManualClock, newId, startService } from '#platform';
import { claimFaults, type ErrandSeed, seedErrands, startHouse, type TestHouse } from '#testing';
import { tasksService } from './definition.js';
import { FairGrabsService } from './fair.grabs.service.js';
import { ExpiryJob } from './expiry.job.js';
import { rankWishes } from './fair-grab.js';
import { RetentionJob } from './retention.job.js';

// Real: PostgreSQL, NATS, the tasks service twice. Seeded: volunteers and posted errands.
const clock = new ManualClock(new Date('2026-03-02T00:00:00Z'));
const station: Actor = { id: newId(), role: 'station', region: '120116014' };
const elsewhere: Actor = { id: newId(), role: 'station', region: '120101001' };
let house: TestHouse;

beforeAll(async () => {
  house = await startHouse([tasksService], { clock, replicas: 2, clients: 2 });
});
afterAll(() => house.stop());

const volunteer = (id: string): Actor => ({ id, role: 'volunteer' });
const inHours = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000);
const claim = (id: string, errandId: string, claimId = newId(), client = 0) =>
  house.ask(errands.claim, { id: claimId, errandId }, volunteer(id), client);
const code = (answer: object) => (answer as DomainError).code;
const fair = () => house.services.map(({ app }) => app.get(FairGrabsService));

async function seeded(changes: Partial<ErrandSeed> = {}) {
  clock.advanceMinutes(24 * 60);
  const seed = { errands: 1, volunteers: 3, from: inHours(1), ...changes };
  const { errandIds, volunteerIds } = await seedErrands(house.database.adminUrl, seed);
  return { errandId: errandIds[0] ?? '', errandIds, volunteerIds };
}

const setFair = (errandId: string, seconds = 10) =>
  house.sql('update tasks.errand set fair_grab_seconds = $2 where id = $1', [errandId, seconds]);

async function logOf(errandId: string, actor: Actor = station): Promise<GrabPage> {
  return house.call(grabbing.ofErrand, { errandId, limit: 100 }, { actor, traceId: '1'.repeat(32) });
}

/** The log once it knows of so many attempts; losses come a moment after their answer. */
async function settledLog(errandId: string, attempts: number, actor?: Actor): Promise<GrabPage> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const page = await logOf(errandId, actor);
    if (page.items.reduce((sum, item) => sum + item.attempts, 0) >= attempts || Date.now() > deadline)
      return page;
  }
}

describe('the grab log', () => {
  it('tells the station who wanted an errand and why each lost, masked', async () => {
    const { errandId, volunteerIds } = await seeded({ volunteers: 4 });
    const [ann = '', bob = '', cat = ''] = volunteerIds;
    await claim(ann, errandId);
    await claim(bob, errandId);
    await claim(bob, errandId);
    await claim(cat, errandId, newId(), 1);
    await claim(newId(), errandId);
    const { items } = await settledLog(errandId, 5);
    const lines = items.map(({ volunteerId, outcome, reason, attempts }) => [
      volunteerId,
      outcome,
      reason,
      attempts,
    ]);
    expect(lines).toHaveLength(4);
    expect(lines).toEqual(
      expect.arrayContaining([
        [ann, 'won', undefined, 1],
        [bob, 'lost', 'errand.lost', 2],
        [cat, 'lost', 'errand.lost', 1],
        [expect.anything(), 'lost', 'volunteer.notVerified', 1],
      ]),
    );
    for (const { volunteerName } of items) expect(volunteerName).toMatch(/^(示\*\d+|\*)$/);
    expect(code(await house.ask(grabbing.ofErrand, { errandId }, elsewhere))).toBe('resource.notFound');
  });

  it('tells a volunteer the own attempts and who won, nobody else’s', async () => {
    const { errandId, volunteerIds } = await seeded();
    const [ann = '', bob = '', cat = ''] = volunteerIds;
    for (const id of [ann, bob, cat]) await claim(id, errandId);
    await settledLog(errandId, 3);
    const { items } = await logOf(errandId, volunteer(bob));
    expect(items).toHaveLength(2);
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ volunteerId: bob, outcome: 'lost' }),
        expect.not.objectContaining({ volunteerId: expect.anything() }),
      ]),
    );
    const mine = (await house.ask(grabbing.mine, {}, volunteer(cat))) as GrabPage;
    expect(mine.items).toMatchObject([
      { errandId, volunteerId: cat, outcome: 'lost', reason: 'errand.lost' },
    ]);
  });

  it('is read page by page, no line twice', async () => {
    const { errandId, volunteerIds } = await seeded({ volunteers: 12 });
    await Promise.all(volunteerIds.map((id) => claim(id, errandId)));
    await settledLog(errandId, 12);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = (await house.ask(grabbing.ofErrand, { errandId, limit: 5, cursor }, station)) as GrabPage;
      seen.push(...page.items.map(({ volunteerId }) => volunteerId ?? ''));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.sort()).toEqual([...volunteerIds].sort());
  });

  it('is forgotten after the configured days; the claim stays', async () => {
    const { errandId, volunteerIds } = await seeded();
    for (const id of volunteerIds) await claim(id, errandId);
    await settledLog(errandId, 3);
    clock.advanceMinutes(181 * 24 * 60);
    await house.services[0]?.app.get(RetentionJob).forget();
    expect((await logOf(errandId)).items).toMatchObject([{ outcome: 'won' }]);
  });
});

describe('a fair grab', () => {
  it('gathers, ranks by the declared rules and explains, whoever was first', async () => {
    const { errandId, volunteerIds } = await seeded({ volunteers: 20, slots: 3 });
    await setFair(errandId);
    const answers = await Promise.all(volunteerIds.map((id, i) => claim(id, errandId, newId(), i % 2)));
    for (const answer of answers) expect(answer).toMatchObject({ state: 'gathered', alreadyYours: false });
    expect(await house.sql('select 1 from tasks.claim where errand_id = $1', [errandId])).toEqual([]);
    clock.advanceMinutes(1);
    await Promise.all(fair().map((service) => service.decideDue()));
    const { items, fairGrab } = await logOf(errandId);
    expect(items.filter(({ outcome }) => outcome === 'won')).toHaveLength(3);
    const expected = rankWishes(
      120116014001,
      volunteerIds.map((volunteerId) => ({
        volunteerId,
        communityCode: 120116014001,
        recentServices: 0,
        lostLately: 0,
        heldClaims: 0,
      })),
      fairGrab?.seed ?? '',
    );
    const byRank = [...items].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    expect(
      byRank.map(({ volunteerId, rank, points, parts }) => ({ volunteerId, rank, points, parts })),
    ).toEqual(expected);
    expect(byRank.map(({ outcome }) => outcome)).toEqual([
      ...Array.from({ length: 3 }, () => 'won'),
      ...Array.from({ length: 17 }, () => 'lost'),
    ]);
    expect(await claimFaults(house.database.adminUrl)).toEqual([]);
  });

  it('answers a wish again alike, and after the decision who won and who lost', async () => {
    const { errandId, volunteerIds } = await seeded({ volunteers: 2 });
    await setFair(errandId);
    const ids = volunteerIds.map(() => newId());
    const first = await claim(volunteerIds[0] ?? '', errandId, ids[0]);
    expect(await claim(volunteerIds[0] ?? '', errandId, ids[0])).toEqual(first);
    expect(await claim(volunteerIds[0] ?? '', errandId)).toMatchObject({ id: ids[0], alreadyYours: true });
    expect(code(await claim(volunteerIds[1] ?? '', errandId, ids[0]))).toBe('idempotency.conflict');
    await claim(volunteerIds[1] ?? '', errandId, ids[1]);
    clock.advanceMinutes(1);
    await fair()[0]?.decideDue();
    const after = await Promise.all(volunteerIds.map((id, i) => claim(id, errandId, ids[i])));
    expect(after.map((answer) => (answer as ClaimView).state ?? code(answer)).sort()).toEqual([
      'claimed',
      'errand.lost',
    ]);
  });

  it('is decided once, by whoever comes first: two replicas, the job and a timer at the same moment', async () => {
    const { errandId, volunteerIds } = await seeded({ volunteers: 30, slots: 2 });
    await setFair(errandId);
    await Promise.all(volunteerIds.map((id) => claim(id, errandId)));
    for (const service of fair()) await service.decide(errandId);
    expect((await logOf(errandId)).fairGrab?.decidedAt).toBeUndefined();
    clock.advanceMinutes(1);
    await Promise.all([1, 2, 3, 4].flatMap(() => fair().map((service) => service.decide(errandId))));
    const events = await house.sql(`select 1 from tasks.claim where errand_id = $1 and state = 'claimed'`, [
      errandId,
    ]);
    expect(events).toHaveLength(2);
    expect(await claimFaults(house.database.adminUrl)).toEqual([]);
  });

  it('survives the death of the process that gathered: another decides', async () => {
    const { errandId, volunteerIds } = await seeded({ volunteers: 5 });
    await setFair(errandId);
    await Promise.all(volunteerIds.map((id) => claim(id, errandId)));
    clock.advanceMinutes(1);
    const heir = await startService(tasksService, house.env, { clock });
    await heir.app.get(FairGrabsService).decideDue();
    await heir.stop();
    const { items } = await logOf(errandId);
    expect(items.map(({ outcome }) => outcome).filter((outcome) => outcome === 'won')).toHaveLength(1);
  });

  it('passes over whoever is no longer free, and then goes on first come, first served', async () => {
    const { errandId, errandIds, volunteerIds } = await seeded({ errands: 2, volunteers: 2 });
    const [, other = ''] = errandIds;
    const [ann = '', bob = ''] = volunteerIds;
    await setFair(errandId);
    await claim(ann, errandId);
    await claim(ann, other);
    clock.advanceMinutes(1);
    await fair()[0]?.decideDue();
    expect((await logOf(errandId)).items).toMatchObject([
      { volunteerId: ann, outcome: 'lost', reason: 'claim.overlaps', rank: 1 },
    ]);
    expect(await claim(bob, errandId)).toMatchObject({ state: 'claimed' });
  });
});

describe('released only if somebody takes over', () => {
  const offer = (id: string, errandId: string) =>
    house.ask(errands.release, { errandId, reason: 'exam', onlyIfTakenOver: true }, volunteer(id));
  const stateOf = async (errandId: string) =>
    (
      await house.sql('select state, slots_taken, slots_offered from tasks.errand where id = $1', [errandId])
    )[0];

  it('stays with the volunteer until another claims, and is exact under a crowd', async () => {
    const { errandId, volunteerIds } = await seeded({ volunteers: 40 });
    const [ann = '', ...crowd] = volunteerIds;
    await claim(ann, errandId);
    expect(await offer(ann, errandId)).toMatchObject({ state: 'open', claims: [{ state: 'claimed' }] });
    expect(await offer(ann, errandId)).toMatchObject({ state: 'open' });
    expect(await claim(ann, errandId)).toMatchObject({ alreadyYours: true });
    const answers = await Promise.all(crowd.map((id, i) => claim(id, errandId, newId(), i % 2)));
    expect(answers.filter((answer) => !(answer instanceof DomainError))).toHaveLength(1);
    const claims = await house.sql(
      'select state, count(*)::int as n from tasks.claim where errand_id = $1 group by state order by state',
      [errandId],
    );
    expect(claims).toEqual([
      { state: 'claimed', n: 1 },
      { state: 'released', n: 1 },
    ]);
    expect(await stateOf(errandId)).toEqual({ state: 'claimed', slots_taken: 1, slots_offered: 0 });
    expect(code(await house.ask(errands.checkIn, { errandId }, volunteer(ann)))).toBe('errand.notYours');
    expect(await claimFaults(house.database.adminUrl)).toEqual([]);
  });

  it('releases nobody while another slot is free', async () => {
    const { errandId, volunteerIds } = await seeded({ volunteers: 3, slots: 2 });
    const [ann = '', bob = '', cat = ''] = volunteerIds;
    await claim(ann, errandId);
    await offer(ann, errandId);
    await claim(bob, errandId);
    expect(await stateOf(errandId)).toEqual({ state: 'open', slots_taken: 1, slots_offered: 1 });
    await claim(cat, errandId);
    expect(await stateOf(errandId)).toEqual({ state: 'claimed', slots_taken: 2, slots_offered: 0 });
  });

  it('is taken back by keeping it, by checking in, and by the end of the window', async () => {
    const { errandId, volunteerIds } = await seeded({ volunteers: 2 });
    const [ann = '', bob = ''] = volunteerIds;
    await claim(ann, errandId);
    await offer(ann, errandId);
    expect(await house.ask(grabbing.keep, { errandId }, volunteer(ann))).toMatchObject({ state: 'claimed' });
    expect(code(await claim(bob, errandId))).toBe('errand.lost');
    await offer(ann, errandId);
    clock.advanceMinutes(3 * 60);
    await house.services[0]?.app.get(ExpiryJob).expire();
    expect(await stateOf(errandId)).toEqual({ state: 'claimed', slots_taken: 1, slots_offered: 0 });
    await offer(ann, errandId);
    await house.ask(errands.checkIn, { errandId }, volunteer(ann));
    expect(await stateOf(errandId)).toEqual({ state: 'inProgress', slots_taken: 1, slots_offered: 0 });
    expect(await claimFaults(house.database.adminUrl)).toEqual([]);
  });
});
