import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  anonymous,
  approvals,
  type CreateStaffInput,
  delegations,
  stations,
  systemActor,
} from '#contracts';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import { refusal, startHouse, type TestHouse } from '#testing';
import { stationsService } from './definition.js';

// Real: PostgreSQL, NATS and the stations service.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const password = 'correct horse battery';
const [city, district] = ['1201', '120116'];
let house: TestHouse;
let people = 0;

beforeAll(async () => {
  house = await startHouse([stationsService], { clock, env: { SECOND_FACTOR_ROLES: 'administrator' } });
});
afterAll(() => house.stop());
beforeEach(() => clock.advanceMinutes(1));

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const system = by(systemActor('gateway'));
const administrator = (region = city) => by({ id: newId(), role: 'administrator', region });
const wish = (fields: Partial<CreateStaffInput> = {}): CreateStaffInput => ({
  ...{ id: newId(), userName: `person.${++people}`, password, displayName: '示例' },
  ...{ role: 'official', region: district },
  ...fields,
});
const request = (input: CreateStaffInput, call: Call) => house.call(approvals.requestStaff, input, call);
const decide = (id: string, decision: 'approve' | 'refuse', call: Call) =>
  house.call(approvals.decide, { id, decision }, call);
const signIn = (userName: string) => house.call(stations.signIn, { userName, password }, by(anonymous));
const codeOf = async (work: Promise<unknown>) => (await refusal(work)).code;
const logOf = async (causeId: string) => {
  const { items } = await house.call(approvals.audit, { limit: 100 }, administrator());
  return items.filter((entry) => entry.causeId === causeId).reverse();
};

describe('a role', () => {
  it('is granted by another person, once, and both are in the log', async () => {
    const [asker, approver] = [administrator(), administrator()];
    const input = wish();
    const asked = await request(input, asker);
    expect(asked).toMatchObject({
      ...{ id: input.id, kind: 'staffRole', state: 'requested', region: '120116000000' },
      ...{ requestedBy: asker.actor.id, expiresAt: '2026-03-05T01:01:00.000Z' },
    });
    expect(JSON.stringify(asked)).not.toContain(password);
    expect(await codeOf(signIn(input.userName))).toBe('auth.failed');
    const answers = await Promise.all(Array.from({ length: 4 }, () => decide(input.id, 'approve', approver)));
    for (const answer of answers)
      expect(answer).toMatchObject({ state: 'approved', decidedBy: approver.actor.id });
    expect(await signIn(input.userName)).toMatchObject({ actorId: input.id, role: 'official' });
    expect(await logOf(input.id)).toMatchObject([
      { action: 'roleRequested', role: 'official', subjectId: input.id, byId: asker.actor.id },
      { action: 'roleGranted', role: 'official', subjectId: input.id, byId: approver.actor.id },
    ]);
  });

  it('is approved by nobody for themselves, nobody of elsewhere and nobody of another role', async () => {
    const asker = administrator();
    const input = wish({ region: city });
    await request(input, asker);
    expect(await codeOf(decide(input.id, 'approve', asker))).toBe('approval.ownRequest');
    for (const region of [district, '1301'])
      expect(await codeOf(decide(input.id, 'approve', administrator(region)))).toBe('resource.notFound');
    const official = by({ id: newId(), role: 'official', region: city });
    expect(await codeOf(decide(input.id, 'approve', official))).toBe('access.denied');
    expect(await codeOf(request(wish({ region: city }), administrator(district)))).toBe(
      'access.foreignRegion',
    );
    await expect(
      house.sql(
        `update stations.approval set state = 'approved', password_hash = null, decided_by = requested_by,
           decided_at = requested_at where id = $1`,
        [input.id],
      ),
    ).rejects.toThrow('approval_by_another');
    expect(await decide(input.id, 'refuse', asker)).toMatchObject({ state: 'refused' });
    expect(await codeOf(decide(input.id, 'approve', administrator()))).toBe('approval.decided');
    expect(await codeOf(signIn(input.userName))).toBe('auth.failed');
  });

  it('is granted no more from the instant the request expires', async () => {
    const input = wish();
    await request(input, administrator());
    clock.advanceMinutes(72 * 60);
    expect(await codeOf(decide(input.id, 'approve', administrator()))).toBe('approval.expired');
    const { items } = await house.call(approvals.list, {}, administrator());
    expect(items.find(({ id }) => id === input.id)).toMatchObject({ state: 'expired' });
    expect(await house.sql('select 1 from stations.staff where id = $1', [input.id])).toEqual([]);
  });

  it('is asked for once, whoever retries, and never under a name that is taken', async () => {
    const asker = administrator();
    const input = wish();
    const [first, second] = await Promise.all([request(input, asker), request(input, asker)]);
    expect(second).toEqual(first);
    expect(await logOf(input.id)).toHaveLength(1);
    for (const change of [{ displayName: '别人' }, { password: 'another long password' }])
      expect(await codeOf(request({ ...input, ...change }, asker))).toBe('idempotency.conflict');
    await decide(input.id, 'approve', administrator());
    expect(await request(input, asker)).toMatchObject({ state: 'approved' });
    expect(await codeOf(request(wish({ userName: input.userName }), asker))).toBe('staff.exists');
    const kept = await house.sql<{ kept: string }>(
      'select row_to_json(a)::text as kept from stations.approval a',
    );
    for (const row of kept) expect(row.kept).not.toContain(password);
  });

  it('leaves a log that nobody changes', async () => {
    for (const change of ['delete from stations.role_audit', `update stations.role_audit set by_id = 'x'`])
      await expect(house.sql(change)).rejects.toThrow('never changed');
    const { items } = await house.call(approvals.audit, {}, administrator('120101'));
    expect(items).toEqual([]);
  });
});

describe('a delegation', () => {
  /** Two colleagues of the district, as the operator put them in. */
  async function colleagues(role: 'official' | 'administrator' = 'official') {
    const [away, deputy] = [wish({ role }), wish()];
    for (const input of [away, deputy]) await house.call(stations.createStaff, input, system);
    const call = (input: CreateStaffInput) => by({ id: input.id, role: input.role, region: '120116000000' });
    return { away, deputy, asAway: call(away), asDeputy: call(deputy) };
  }
  const hence = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();
  const terms = (userName: string, from = 1, to = 25) => ({
    ...{ id: newId(), userName, startsAt: hence(from), endsAt: hence(to) },
  });

  it('lets a colleague sign in for who is away, from its start to its end and under the own id', async () => {
    const { away, deputy, asAway, asDeputy } = await colleagues();
    const input = terms(deputy.userName.toUpperCase());
    const made = await house.call(delegations.delegate, input, asAway);
    expect(made).toMatchObject({
      fromUserName: away.userName,
      toUserName: deputy.userName,
      role: 'official',
    });
    const signInAsDeputy = () => house.call(delegations.signIn, { id: input.id }, asDeputy);
    expect(await codeOf(signInAsDeputy())).toBe('delegation.notRunning');
    clock.advanceMinutes(60);
    const session = await signInAsDeputy();
    expect(session).toMatchObject({
      ...{ actorId: deputy.id, role: 'official', region: '120116000000' },
      ...{ refreshExpiresAt: made.endsAt, roleEndsAt: made.endsAt },
    });
    const { refreshToken } = session;
    const next = await house.call(stations.refreshSession, { refreshToken }, by(anonymous));
    expect(next).toMatchObject({ roleEndsAt: made.endsAt });
    clock.advanceMinutes(24 * 60);
    expect(await codeOf(signInAsDeputy())).toBe('delegation.notRunning');
    const late = house.call(stations.refreshSession, { refreshToken: next.refreshToken }, by(anonymous));
    expect(await codeOf(late)).toBe('auth.failed');
    expect(await logOf(input.id)).toMatchObject([
      { action: 'roleDelegated', byId: away.id, subjectId: deputy.id },
      { action: 'deputySignedIn', byId: deputy.id, subjectId: deputy.id },
    ]);
  });

  it('is ended early by either side, with the sessions it opened', async () => {
    const { deputy, asAway, asDeputy } = await colleagues();
    for (const side of [asAway, asDeputy]) {
      const input = terms(deputy.userName, -1);
      await house.call(delegations.delegate, input, asAway);
      const { refreshToken } = await house.call(delegations.signIn, { id: input.id }, asDeputy);
      const ended = await house.call(delegations.end, { id: input.id }, side);
      expect(ended.endedAt).toBeDefined();
      expect(await house.call(delegations.end, { id: input.id }, side)).toEqual(ended);
      expect(await codeOf(house.call(stations.refreshSession, { refreshToken }, by(anonymous)))).toBe(
        'auth.failed',
      );
      expect(await codeOf(house.call(delegations.signIn, { id: input.id }, asDeputy))).toBe(
        'delegation.notRunning',
      );
    }
    const { items } = await house.call(delegations.list, {}, asDeputy);
    expect(items).toHaveLength(2);
  });

  it('goes to a colleague alone, for a stated time, and never further', async () => {
    const { deputy, asAway, asDeputy } = await colleagues();
    const stranger = wish({ region: '120101' });
    await house.call(stations.createStaff, stranger, system);
    const delegate = (input: ReturnType<typeof terms>, call = asAway) =>
      house.call(delegations.delegate, input, call);
    for (const name of [stranger.userName, 'nobody.at.all'])
      expect(await codeOf(delegate(terms(name)))).toBe('delegation.noColleague');
    expect(await codeOf(delegate(terms(deputy.userName, 5, 4)))).toBe('delegation.periodInvalid');
    expect(await codeOf(delegate(terms(deputy.userName, 0, 63 * 24)))).toBe('delegation.periodInvalid');
    // As a deputy of another role or region would.
    for (const region of ['120116014000', '120100000000'])
      expect(await codeOf(delegate(terms(deputy.userName), by({ ...asAway.actor, region })))).toBe(
        'delegation.notOwnRole',
      );
    const input = terms(deputy.userName);
    expect(await delegate(input)).toEqual(await delegate(input));
    expect(await codeOf(delegate({ ...input, endsAt: hence(30) }))).toBe('idempotency.conflict');
    const other = await colleagues();
    for (const call of [other.asAway, other.asDeputy, asAway])
      expect(await codeOf(house.call(delegations.signIn, { id: input.id }, call))).toBe('resource.notFound');
    expect(await codeOf(house.call(delegations.end, { id: input.id }, other.asDeputy))).toBe(
      'resource.notFound',
    );
    expect((await house.call(delegations.list, {}, asDeputy)).items).toHaveLength(1);
  });

  it('of a role that needs a second factor needs one of the deputy, and shows in what the deputy does', async () => {
    const { deputy, asAway, asDeputy } = await colleagues('administrator');
    const input = terms(deputy.userName, -1);
    await house.call(delegations.delegate, input, asAway);
    const signInAsDeputy = () => house.call(delegations.signIn, { id: input.id }, asDeputy);
    expect(await codeOf(signInAsDeputy())).toBe('auth.enrolmentRequired');
    await house.sql(
      `insert into stations.second_factor (city_code, staff_id, secret_sealed, begun_at, confirmed_at)
       values (1201, $1, '-', now(), now())`,
      [deputy.id],
    );
    const session = await signInAsDeputy();
    const asked = wish();
    const { actorId: id, role, region, sessionId } = session;
    await request(asked, by({ id, role, region, sessionId }));
    expect(await logOf(asked.id)).toMatchObject([
      { action: 'roleRequested', byId: deputy.id, delegationId: input.id },
    ]);
  });
});
