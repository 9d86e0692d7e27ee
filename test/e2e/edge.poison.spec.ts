import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { errandEvents, type EventEnvelope } from '#contracts';
import { connectNats, newId, newTraceId } from '#platform';
import { createNats, localFiles, type OwnNats } from '#testing';
import { WebSocket } from 'ws';
import { AccessTokens } from '../../apps/gateway/src/access.tokens.js';
import { startGateway } from '../../apps/gateway/src/definition.js';

// Real: NATS, the gateway. A service publishes what nobody can read.
let nats: OwnNats;
let gateway: Awaited<ReturnType<typeof startGateway>>;
let token: string;

beforeAll(async () => {
  nats = await createNats();
  const files = await localFiles();
  gateway = await startGateway({ ...nats.env, ...files, PORT: '0', LOG_LEVEL: 'silent' });
  const tokens = await AccessTokens.open(files['TOKEN_KEY_FILE'] ?? '', 10, 5);
  const session = { sessionId: newId(), refreshToken: '', refreshExpiresAt: '' };
  token = await tokens.issue({ ...session, actorId: newId(), role: 'station', region: '12' });
});
afterAll(async () => {
  await gateway.stop();
  await nats.stop();
});

it('the edge lives on after an event that is malformed, and still gives hints', async () => {
  const tasks = await connectNats('tasks', nats.url('tasks'));
  // Nothing is awaited between the socket and the wait for its opening, which may come at once.
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/ws`);
  try {
    await once(socket, 'open');
    socket.send(JSON.stringify({ token }));
    await once(socket, 'message');
    const { subject } = errandEvents.claimed;
    for (const poison of ['', '{', 'null', '7', '[null]', '[{}]', `[{"subject":"${subject}"}]`])
      tasks.publish(subject, poison);
    const errandId = newId();
    const at = new Date().toISOString();
    const data = { errandId, communityCode: '120116014001', type: 'groceries', at };
    const event: EventEnvelope = {
      id: newId(),
      subject,
      cityCode: 1201,
      occurredAt: at,
      traceId: newTraceId(),
      data,
    };
    const hint = once(socket, 'message');
    tasks.publish(subject, JSON.stringify([event]));
    const [heard] = (await hint) as [Buffer];
    expect(JSON.parse(heard.toString())).toMatchObject({ type: 'errand.claimed', id: errandId });
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
  } finally {
    socket.terminate();
    await tasks.close();
  }
});
