import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import {
  type Actor,
  DomainError,
  errandEvents,
  type ErrandMoved,
  needEvents,
  type NeedMoved,
  volunteerEvents,
  volunteers,
} from '#contracts';
import { newId } from '#platform';
import request from 'supertest';
import { WebSocket } from 'ws';
import { claimsOf, type EdgeBench, sign, startEdge } from './edge.harness.js';

const tianjin = '120116014001';
const elsewhere = '120101001001';
const beijing = '110101001001';
const at = '2026-03-02T01:30:00.000Z';

interface Hint {
  type: string;
  id: string;
  at: string;
}

let edge: EdgeBench;
const sockets: WebSocket[] = [];
const homes = new Map<string, string>();

beforeAll(async () => {
  edge = await startEdge();
  await edge.answer(volunteers.get, ({ id }: { id: string }) => {
    const communityCode = homes.get(id);
    if (!communityCode) throw new DomainError('resource.notFound');
    return { id, communityCode };
  });
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate();
});
afterAll(() => edge.stop());

function dial(protocols: string[] = []): WebSocket {
  const socket = new WebSocket(`${edge.url.replace('http', 'ws')}/ws`, protocols);
  sockets.push(socket);
  return socket;
}

/** What a client hears, and when it has heard something in particular. */
interface Ear {
  socket: WebSocket;
  heard: Hint[];
  hears(type: string, id: string): Promise<void>;
}

async function listen(actor: Partial<Actor>): Promise<Ear> {
  const socket = dial();
  const heard: Hint[] = [];
  let look: () => void = () => undefined;
  socket.on('message', (data) => {
    heard.push(JSON.parse((data as Buffer).toString()) as Hint);
    look();
  });
  const hears = (type: string, id: string) =>
    new Promise<void>((resolve) => {
      look = () => heard.some((hint) => hint.type === type && hint.id === id) && resolve();
      look();
    });
  await once(socket, 'open');
  const id = actor.id ?? newId();
  socket.send(JSON.stringify({ token: await sign(edge.key, claimsOf({ ...actor, id })) }));
  await hears('ready', id);
  heard.length = 0;
  return { socket, heard, hears };
}

async function listenAsVolunteer(home: string | undefined): Promise<Ear & { id: string }> {
  const id = newId();
  if (home) homes.set(id, home);
  return { id, ...(await listen({ id, role: 'volunteer' })) };
}

const moved = (communityCode: string, volunteerId?: string): ErrandMoved => ({
  errandId: newId(),
  communityCode,
  type: 'groceries',
  volunteerId,
  at,
});

/** Tells everybody of one last thing, so that what had not come before it never will. */
async function untilAllHeard(ears: Ear[]): Promise<void> {
  for (const { socket } of ears) {
    socket.ping();
    await once(socket, 'pong');
  }
}

describe('a hint', () => {
  it('of an errand reaches the city’s volunteers and the staff whose region holds it, and nobody else', async () => {
    const near = await listenAsVolunteer(tianjin);
    const sameCity = await listenAsVolunteer(elsewhere);
    const otherCity = await listenAsVolunteer(beijing);
    const unregistered = await listenAsVolunteer(undefined);
    const resident = await listen({ role: 'resident' });
    const station = await listen({ role: 'station', region: '120116014000' });
    const otherStation = await listen({ role: 'station', region: '120116015000' });
    const official = await listen({ role: 'official', region: '120000000000' });
    const errand = moved(tianjin);
    await edge.publish(errandEvents.opened, [errand]);
    const concerned = [near, sameCity, station, official];
    await Promise.all(concerned.map((ear) => ear.hears('errand.opened', errand.errandId)));
    for (const { heard } of concerned)
      expect(heard).toEqual([{ type: 'errand.opened', id: errand.errandId, at: expect.any(String) }]);
    const others = [otherCity, unregistered, resident, otherStation];
    await untilAllHeard(others);
    expect(others.map(({ heard }) => heard)).toEqual([[], [], [], []]);
  });

  it('about a volunteer reaches that volunteer, wherever it happened', async () => {
    const concerned = await listenAsVolunteer(tianjin);
    const other = await listenAsVolunteer(tianjin);
    const errand = moved(beijing, concerned.id);
    await edge.publish(errandEvents.checkedIn, [errand]);
    await concerned.hears('errand.checkedIn', errand.errandId);
    await edge.publish(volunteerEvents.registered, [
      { volunteerId: concerned.id, communityCode: tianjin, registeredAt: at },
    ]);
    await concerned.hears('volunteer.registered', concerned.id);
    await untilAllHeard([other]);
    expect(other.heard).toEqual([]);
  });

  it('comes once to a volunteer it concerns twice', async () => {
    const claimant = await listenAsVolunteer(tianjin);
    const errand = moved(tianjin, claimant.id);
    await edge.publish(errandEvents.claimed, [errand]);
    await claimant.hears('errand.claimed', errand.errandId);
    await untilAllHeard([claimant]);
    expect(claimant.heard).toHaveLength(1);
  });

  it('of a need is for staff only', async () => {
    const volunteer = await listenAsVolunteer(tianjin);
    const committee = await listen({ role: 'committee', region: tianjin });
    const need: NeedMoved = {
      needId: newId(),
      communityCode: tianjin,
      state: 'forwarded',
      type: 'groceries',
      at,
      onBehalf: true,
    };
    await edge.publish(needEvents.forwarded, [need]);
    await committee.hears('need.forwarded', need.needId);
    await untilAllHeard([volunteer]);
    expect(volunteer.heard).toEqual([]);
  });

  it('is one of few, however much happens at once', async () => {
    const station = await listen({ role: 'station', region: '120116014000' });
    const many = Array.from({ length: 500 }, () => moved(tianjin));
    await edge.publish(errandEvents.opened, many);
    await station.hears('errand.opened', many[499]?.errandId ?? '');
    expect(station.heard.length).toBeLessThanOrEqual(20);
  });
});

describe('a connection', () => {
  const closing = async (socket: WebSocket) => {
    const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
    return [code, String(reason)];
  };
  const refusal = async (url: string) => {
    const socket = new WebSocket(`${edge.url.replace('http', 'ws')}${url}`);
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
    socket.on('error', () => undefined).terminate();
    return response.statusCode;
  };

  it('may offer its token as a protocol', async () => {
    const id = newId();
    const token = await sign(edge.key, claimsOf({ id, role: 'official', region: '120000000000' }));
    const socket = dial(['shunlu', token]);
    const [message] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(String(message))).toMatchObject({ type: 'ready', id });
    expect(socket.protocol).toBe('shunlu');
  });

  it('never takes a token from the address', async () => {
    expect(await refusal(`/ws?token=${await sign(edge.key, claimsOf())}`)).toBe(400);
    expect(await refusal('/elsewhere')).toBe(404);
    const plain = await request(edge.url).get('/ws');
    expect([plain.status, plain.headers['content-type']]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it.each<[string, () => string | Buffer | Promise<string>, number, string]>([
    ['a bad token', () => '{"token":"x"}', 4401, 'auth.tokenInvalid'],
    ['no token', () => '{"type":"hello"}', 4400, 'request.malformed'],
    ['no JSON', () => 'hello', 4400, 'request.malformed'],
    ['bytes', () => Buffer.from([1, 2, 3]), 4400, 'request.malformed'],
    ['null', () => 'null', 4400, 'request.malformed'],
    ['too much', () => 'x'.repeat(5_000), 1009, ''],
    [
      'an expired token',
      () => sign(edge.key, { ...claimsOf(), iat: 1_700_000_000, exp: 1_700_000_600 }),
      4401,
      'auth.tokenExpired',
    ],
  ])('that says %s is closed', async (what, say, code, reason) => {
    const socket = dial();
    await once(socket, 'open');
    const said = await say();
    socket.send(what === 'an expired token' ? JSON.stringify({ token: said }) : said);
    expect(await closing(socket)).toEqual([code, reason]);
  });

  it('ends with its token, unless a fresh one comes in time', async () => {
    const id = newId();
    const soon = { ...claimsOf({ id }), exp: Math.floor(Date.now() / 1000) + 2 };
    const ending = dial();
    const lasting = dial();
    await Promise.all([once(ending, 'open'), once(lasting, 'open')]);
    const short = JSON.stringify({ token: await sign(edge.key, soon) });
    ending.send(short);
    lasting.send(short);
    await Promise.all([once(ending, 'message'), once(lasting, 'message')]);
    lasting.send(JSON.stringify({ token: await sign(edge.key, claimsOf({ id })) }));
    await once(lasting, 'message');
    expect(await closing(ending)).toEqual([4401, 'auth.tokenExpired']);
    expect(lasting.readyState).toBe(WebSocket.OPEN);
    lasting.send(JSON.stringify({ token: await sign(edge.key, claimsOf({ id: newId() })) }));
    expect(await closing(lasting)).toEqual([4401, 'auth.tokenInvalid']);
  });

  it('is closed when the gateway stops', async () => {
    const other = await startEdge();
    const socket = new WebSocket(`${other.url.replace('http', 'ws')}/ws`);
    sockets.push(socket);
    await once(socket, 'open');
    const closed = closing(socket);
    await other.stop();
    expect(await closed).toEqual([1001, '']);
  });
});
