import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type AlertKind,
  departure,
  matchingEvents,
  messages,
  moves,
  systemActor,
  type VolunteerAlerted,
  volunteers,
} from '#contracts';
import { poll, type StandIn, startStandIn } from '#local';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, person, refusal, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { volunteersService } from './definition.js';

// Real: PostgreSQL, NATS, stations, tasks, two replicas of volunteers. WeChat is the local stand-in; alerts are told as
// tasks tells them.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const settings = {
  WECHAT_APP_ID: 'wx0000000000000000',
  WECHAT_APP_SECRET: 'not a secret',
  WECHAT_ALERT_TEMPLATE: 'template-alert',
  WECHAT_DISPATCH_TEMPLATE: 'template-dispatch',
  WECHAT_DISPATCH_FIELDS: 'thing2,thing4,time1,number3',
};
let house: TestHouse;
let standIn: StandIn;
let tasks: NatsConnection;

beforeAll(async () => {
  standIn = await startStandIn(0);
  const others = await Promise.all((['stations', 'tasks'] as const).map(serviceDefinition));
  const env = { ...settings, WECHAT_URL: standIn.url };
  house = await startHouse([...others, volunteersService, volunteersService], { clock, env });
  tasks = await house.connectAs('tasks');
});
afterAll(() => Promise.all([house.stop(), standIn.stop()]));
beforeEach(() => void standIn.messages.taken.splice(0));

const by = (actor: Actor, key?: string): Call => ({ actor, traceId: newTraceId(), key });
const self = (id: string, key?: string) => by({ id, role: 'volunteer' }, key);
const register = async () => {
  const { id } = await house.call(volunteers.register, person(), by(systemActor('gateway')));
  return id;
};
const answer = (
  id: string,
  kind: AlertKind,
  { isAccepted = true, code = `demo-${id}`, key = newId() } = {},
) => house.call(messages.answer, { code, answers: [{ kind, isAccepted }] }, self(id, key));
const leftOf = async (id: string) => {
  const { items } = await house.call(messages.templates, {}, self(id));
  return Object.fromEntries(items.map(({ kind, left }) => [kind, left]));
};
const statesOf = async (id: string) =>
  (
    await house.sql<{ state: string }>(
      'select state from volunteers.message where volunteer_id = $1 order by id',
      [id],
    )
  ).map(({ state }) => state);
/** Waits until nothing of a volunteer's is on its way. */
const settled = (id: string) =>
  poll(
    async () => {
      const states = await statesOf(id);
      return states.length > 0 && !states.some((state) => ['waiting', 'sending'].includes(state))
        ? states
        : undefined;
    },
    20_000,
    () => new Error('a message is still on its way'),
  );
const triesOf = async (id: string) =>
  (
    await house.sql<{ tries: number }>('select tries from volunteers.message where volunteer_id = $1', [id])
  )[0]?.tries;
/** Waits until a message has been tried so many times and waits for the next: by then it knows when that is. */
const refused = (id: string, tries: number) =>
  poll(
    async () => ((await triesOf(id)) === tries && (await statesOf(id))[0] === 'waiting' ? true : undefined),
    20_000,
    () => new Error(`no refused try ${tries}`),
  );

function alert(volunteerId: string, fields: Partial<VolunteerAlerted> = {}): VolunteerAlerted {
  const at = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000).toISOString();
  return {
    ...{ alertId: newId(), errandId: newId(), volunteerId, communityCode: '120116014001', kind: 'alert' },
    errand: {
      type: 'medicine',
      windowStart: at(30),
      windowEnd: at(90),
      expectedMinutes: 40,
      expiresAt: at(3),
    },
    at: at(0),
    ...fields,
  };
}

async function told(...alerts: VolunteerAlerted[]): Promise<void> {
  const events = alerts.map((data) => ({
    ...{ id: newId(), subject: matchingEvents.alerted.subject, cityCode: 1201 },
    ...{ occurredAt: data.at, traceId: newTraceId(), data },
  }));
  // As after a lost acknowledgement: everything comes twice.
  await tell(tasks, events);
  await tell(tasks, events);
  await allConsumed(house.nats, 'volunteers');
}

describe('a message by WeChat', () => {
  it('follows an alert for each yes, once, and says neither who asks nor who is asked', async () => {
    const [ann, bob] = [await register(), await register()];
    expect(await leftOf(ann)).toEqual({ alert: 0, dispatch: 0 });
    await answer(ann, 'alert');
    await answer(ann, 'alert');
    expect(await leftOf(ann)).toEqual({ alert: 2, dispatch: 0 });
    await told(alert(ann), alert(ann), alert(ann), alert(bob));
    expect(await settled(ann)).toEqual(['sent', 'sent']);
    expect(await leftOf(ann)).toEqual({ alert: 0, dispatch: 0 });
    expect(standIn.messages.taken).toHaveLength(2);
    expect(standIn.messages.taken[0]).toEqual({
      ...{ touser: `openid-${ann}`, template_id: 'template-alert', page: 'more/alerts/index' },
      ...{ miniprogram_state: 'formal', lang: 'zh_CN' },
      data: {
        thing1: { value: '取药买药' },
        thing2: { value: expect.stringMatching(/\S/) },
        time3: { value: '2026年3月2日 09:30~2026年3月2日 10:30' },
        thing4: { value: '约 40 分钟' },
      },
    });
    expect(await statesOf(bob)).toEqual([]);
    const kept = JSON.stringify(await house.sql('select * from volunteers.message_address'));
    expect(kept).not.toContain('openid-');
  });

  it('of the station has acceptances and keywords of its own', async () => {
    const ann = await register();
    await answer(ann, 'dispatch');
    await told(alert(ann), alert(ann, { kind: 'dispatch' }));
    expect(await settled(ann)).toEqual(['sent']);
    const [message] = standIn.messages.taken;
    expect(message?.template_id).toBe('template-dispatch');
    expect(message?.data['number3']).toEqual({ value: '40' });
  });

  it('is sent with the newest token when another was fetched elsewhere', async () => {
    const ann = await register();
    await answer(ann, 'alert');
    standIn.messages.renewToken();
    await told(alert(ann));
    expect(await settled(ann)).toEqual(['sent']);
    expect(standIn.messages.taken).toHaveLength(1);
  });

  it('is tried again while WeChat is busy, until its alert is over; then the yes is given back', async () => {
    const [ann, bob] = [await register(), await register()];
    await answer(ann, 'alert');
    standIn.messages.failWith(-1, 45009);
    await told(alert(ann));
    for (const tries of [1, 2]) {
      await refused(ann, tries);
      clock.advanceMinutes(0.25);
    }
    expect(await settled(ann)).toEqual(['sent']);
    expect(standIn.messages.taken).toHaveLength(1);
    await answer(bob, 'alert');
    standIn.messages.failWith(-1);
    await told(alert(bob));
    await refused(bob, 1);
    clock.advanceMinutes(3);
    expect(await settled(bob)).toEqual(['late']);
    expect(await leftOf(bob)).toEqual({ alert: 1, dispatch: 0 });
  });

  it('that was perhaps sent is not sent again', async () => {
    const ann = await register();
    await answer(ann, 'alert');
    standIn.messages.failWith('silence');
    await told(alert(ann));
    expect(await settled(ann)).toEqual(['unknown']);
    clock.advanceMinutes(1);
    await answer(ann, 'alert');
    await told(alert(ann));
    expect(await settled(ann)).toEqual(['unknown', 'sent']);
    expect(standIn.messages.taken).toHaveLength(2);
  });

  it('that a process died over is not sent again', async () => {
    const ann = await register();
    await answer(ann, 'alert');
    await told(alert(ann));
    await settled(ann);
    await house.sql(`update volunteers.message set state = 'sending' where volunteer_id = $1`, [ann]);
    expect(await settled(ann)).toEqual(['unknown']);
    expect(standIn.messages.taken).toHaveLength(1);
  });

  it('refused by the person ends what was accepted of its kind', async () => {
    const ann = await register();
    for (const kind of ['alert', 'alert', 'alert', 'dispatch'] as const) await answer(ann, kind);
    standIn.messages.failWith(43101);
    await told(alert(ann));
    expect(await settled(ann)).toEqual(['refused']);
    expect(await leftOf(ann)).toEqual({ alert: 0, dispatch: 1 });
  });

  it('that WeChat will never take costs nothing', async () => {
    const ann = await register();
    await answer(ann, 'alert');
    standIn.messages.failWith(40037);
    await told(alert(ann));
    expect(await settled(ann)).toEqual(['failed']);
    expect(await leftOf(ann)).toEqual({ alert: 1, dispatch: 0 });
  });
});

describe('an answer', () => {
  it('counts once however often it is sent, and a no takes back what was accepted', async () => {
    const ann = await register();
    const key = newId();
    await answer(ann, 'alert', { key });
    await answer(ann, 'alert', { key, code: `demo-${ann}-again` });
    expect(await leftOf(ann)).toEqual({ alert: 1, dispatch: 0 });
    await answer(ann, 'alert', { isAccepted: false });
    expect(await leftOf(ann)).toEqual({ alert: 0, dispatch: 0 });
    const conflict = answer(ann, 'dispatch', { key });
    expect((await refusal(conflict)).code).toBe('idempotency.conflict');
  });

  it('without WeChat’s word for who it is, or of nobody registered, writes nothing', async () => {
    const ann = await register();
    expect((await refusal(answer(ann, 'alert', { code: 'error-40029' }))).code).toBe('auth.failed');
    expect((await refusal(answer(newId(), 'alert'))).code).toBe('resource.notFound');
    expect(await leftOf(ann)).toEqual({ alert: 0, dispatch: 0 });
    const rows = await house.sql('select 1 from volunteers.message_address where volunteer_id = $1', [ann]);
    expect(rows).toEqual([]);
  });

  it('moves to another community with its volunteer, and is forgotten when they leave', async () => {
    const ann = await register();
    await answer(ann, 'alert');
    await house.call(moves.move, { id: ann, communityCode: '120116014002' }, self(ann));
    await told(alert(ann));
    expect(await settled(ann)).toEqual(['sent']);
    await answer(ann, 'alert');
    await house.call(departure.leave, { confirm: 'leave' }, self(ann));
    for (const table of ['message', 'message_quota', 'message_address'])
      expect(await house.sql(`select 1 from volunteers.${table} where volunteer_id = $1`, [ann])).toEqual([]);
    await told(alert(ann));
    expect(await statesOf(ann)).toEqual([]);
  });
});

it('is switched off where the mini-program or a template has no name', async () => {
  const env = { ...settings, WECHAT_URL: standIn.url, WECHAT_DISPATCH_TEMPLATE: '' };
  const [stationsOnly] = [await serviceDefinition('stations')];
  const partly = await startHouse([stationsOnly, volunteersService], { clock, env });
  const off = await startHouse([stationsOnly, volunteersService], {
    clock,
    env: { ...env, WECHAT_APP_ID: '' },
  });
  try {
    const id = newId();
    const { items } = await partly.call(messages.templates, {}, self(id));
    expect(items.map(({ kind }) => kind)).toEqual(['alert']);
    expect(await off.call(messages.templates, {}, self(id))).toEqual({ items: [] });
    const asked = { code: 'demo-x', answers: [{ kind: 'alert' as const, isAccepted: true }] };
    expect((await refusal(off.call(messages.answer, asked, self(id)))).code).toBe('message.switchedOff');
  } finally {
    await Promise.all([partly.stop(), off.stop()]);
  }
});
