import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type AwardView,
  consents,
  currentWording,
  departure,
  honours,
  moves,
  volunteers,
} from '#contracts';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import { idNumber, person, refusal, serviceDefinition, startHouse, type TestHouse } from '#testing';
import { volunteersService } from './definition.js';

// Real: PostgreSQL, NATS, volunteers, stations, and tasks, which is asked for errands that are held.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const [home, county] = ['120116014001', '120116'];
const purpose = 'publicHonours';
let house: TestHouse;

beforeAll(async () => {
  const others = await Promise.all((['stations', 'tasks'] as const).map(serviceDefinition));
  house = await startHouse([...others, volunteersService], { clock });
});
afterAll(() => house.stop());

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const self = (id: string): Call => by({ id, role: 'volunteer' });
const staff = (role: 'station' | 'official' | 'committee' = 'station', region = county) =>
  by({ id: newId(), role, region });
const anybody = by({ id: 'anonymous', role: 'public' });
const code = async (asking: Promise<unknown>) => (await refusal(asking)).code;

/** Verified, with hours served. */
async function served(hours: number, fields: Parameters<typeof person>[0] = {}): Promise<string> {
  const input = person({ communityCode: home, ...fields });
  await house.call(volunteers.register, input, staff());
  await house.sql(
    `update volunteers.volunteer set lifetime_minutes = $2, verification = 'verified', awaits_guardian = false,
       decided_at = registered_at, decided_by = 'test' where id = $1`,
    [input.id, hours * 60 + 59],
  );
  return input.id;
}
const optIn = (id: string) =>
  house.call(consents.give, { purpose, version: currentWording(purpose).version }, self(id));
const optOut = (id: string) => house.call(consents.withdraw, { purpose }, self(id));
const listed = async (region = county) => (await house.call(honours.list, { region }, anybody)).items;
const hoursListed = async (region?: string) => (await listed(region)).map(({ hours }) => hours);
const give = (volunteerId: string, call = staff(), id = newId()): Promise<AwardView> =>
  house.call(honours.give, { id, volunteerId, title: '季度之星', reason: '雨天送药' }, call);

describe('the honour list', () => {
  it('shows who wants it, masked, by hours, with what was given, and nobody else', async () => {
    const [first, second, quiet] = [await served(1_500), await served(150), await served(9_999)];
    for (const id of [second, first]) await optIn(id);
    await give(quiet);
    await give(first, staff('official'));
    const revoked = await give(first);
    await house.call(honours.revoke, { id: revoked.id, reason: '重复授予' }, staff());
    expect(await listed()).toEqual([
      { name: '示*骑', starLevel: 5, hours: 1_500, awards: [{ title: '季度之星', day: '2026-03-02' }] },
      { name: '示*骑', starLevel: 1, hours: 150, awards: [] },
    ]);
    expect(await listed('120101')).toEqual([]);
    expect(await code(listed('12'))).toBe('region.unknown');
    // Out by one request as in by one, at once, and in again.
    await optOut(first);
    expect(await hoursListed()).toEqual([150]);
    await optIn(first);
    expect(await hoursListed()).toEqual([1_500, 150]);
  });

  it('shows no minor, even one who consents', async () => {
    const minor = await served(77, { idNumber: idNumber('12999920100303007'), guardianName: '示例母' });
    await optIn(minor);
    expect(await hoursListed()).not.toContain(77);
    const day = 24 * 60;
    clock.advanceMinutes(731 * day);
    expect(await hoursListed()).not.toContain(77);
    // On the eighteenth birthday.
    clock.advanceMinutes(day);
    expect(await hoursListed()).toContain(77);
    clock.advanceMinutes(-732 * day);
  });

  it('is closed for who left, withdrew what it stands on, is refused, or has not served', async () => {
    const ids = [await served(31), await served(32), await served(33)];
    for (const id of ids) await optIn(id);
    const [left = '', withdrew = '', refused = ''] = ids;
    await house.call(departure.leave, { confirm: 'leave' }, self(left));
    await house.call(consents.withdraw, { purpose: 'sensitiveData' }, self(withdrew));
    await house.sql(`update volunteers.volunteer set verification = 'refused' where id = $1`, [refused]);
    const idle = await served(0);
    await house.sql('update volunteers.volunteer set lifetime_minutes = 0 where id = $1', [idle]);
    await optIn(idle);
    const hours = await hoursListed();
    for (const gone of [31, 32, 33, 0]) expect(hours).not.toContain(gone);
  });

  it('follows who moves, with the awards', async () => {
    const id = await served(44);
    await optIn(id);
    await give(id);
    await house.call(
      moves.move,
      { id, communityCode: '120101001001' },
      by({ id: newId(), role: 'station', region: '1201' }),
    );
    expect(await hoursListed()).not.toContain(44);
    expect(await listed('120101')).toMatchObject([{ hours: 44, awards: [{ title: '季度之星' }] }]);
  });
});

describe('an award', () => {
  it('is given once with its reason, seen by the volunteer and staff of the place, and revoked once', async () => {
    const [id, giver, awardId] = [await served(1), staff(), newId()];
    const answers = await Promise.all(Array.from({ length: 3 }, () => give(id, giver, awardId)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({
      id: awardId,
      title: '季度之星',
      reason: '雨天送药',
      givenRole: 'station',
    });
    const other = { id: awardId, volunteerId: id, title: '季度之星', reason: '别的理由' };
    expect(await code(house.call(honours.give, other, giver))).toBe('idempotency.conflict');
    const revoke = (reason: string) => house.call(honours.revoke, { id: awardId, reason }, staff('official'));
    const revoked = await revoke('误发');
    expect(revoked).toMatchObject({ revocationReason: '误发', revokedAt: clock.now().toISOString() });
    expect(await revoke('再次')).toEqual(revoked);
    for (const call of [self(id), staff('committee', home)])
      expect((await house.call(honours.listOf, { id }, call)).items).toEqual([revoked]);
    const kept = JSON.stringify(await house.sql('select * from volunteers.award where id = $1', [awardId]));
    for (const plain of ['雨天送药', '误发']) expect(kept).not.toContain(plain);
  });

  it('is given by nobody of elsewhere, no volunteer and no committee', async () => {
    const id = await served(1);
    expect(await code(give(id, staff('station', '120101')))).toBe('resource.notFound');
    for (const call of [self(id), staff('committee', home)])
      expect(await code(give(id, call))).toBe('access.denied');
    const { id: awardId } = await give(id);
    const foreign = house.call(honours.revoke, { id: awardId, reason: 'x' }, staff('official', '120101'));
    expect(await code(foreign)).toBe('resource.notFound');
    expect(await code(house.call(honours.listOf, { id }, self(newId())))).toBe('resource.notFound');
  });

  it('keeps its title with the pseudonym of who leaves, and no word about the person', async () => {
    const id = await served(1);
    await give(id);
    await house.call(departure.leave, { confirm: 'leave' }, self(id));
    const kept = await house.sql(
      'select title, reason_sealed from volunteers.award where volunteer_id = $1',
      [id],
    );
    expect(kept).toEqual([{ title: '季度之星', reason_sealed: null }]);
  });
});
