import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { type Actor, type SealingRunView, type SealingView, sealingServices } from '#contracts';
import { poll, withClient } from '#local';
import { newId } from '#platform';
import { serviceDefinition, startHouse, type TestHouse } from '#testing';
import type { JWK } from 'jose';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { claimsOf, sign } from './edge.harness.js';

// Real: PostgreSQL, NATS, the services that seal, two replicas of each, and the gateway.
let house: TestHouse;
let gateway: RunningGateway;
let key: JWK;
beforeAll(async () => {
  const services = await Promise.all(sealingServices.map(serviceDefinition));
  house = await startHouse(services, { replicas: 2 });
  gateway = await startGateway({ ...house.env, REQUESTS_PER_MINUTE: '100000', PORT: '0' });
  key = JSON.parse(await readFile(house.env['TOKEN_KEY_FILE'] ?? '', 'utf8')) as JWK;
}, 120_000);
afterAll(async () => {
  await gateway.stop();
  await house.stop();
});

interface Told {
  status: number;
  body: SealingView & SealingRunView & { code?: string; title?: string };
}
const ask = async (actor: Partial<Actor>, path: string, body?: object, language = 'zh'): Promise<Told> => {
  const answer = await fetch(`${gateway.url}/api/v1/sealing/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...{ authorization: `Bearer ${await sign(key, claimsOf(actor))}`, 'accept-language': language },
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Told['body'] };
};
const admin: Partial<Actor> = { id: newId(), role: 'administrator', region: '120100000000' };

describe('the rotation of keys over HTTP', () => {
  it.each(sealingServices)(
    'is asked of %s, again with the same answer, and comes to its end',
    async (service) => {
      const before = await ask(admin, service);
      expect(before.body).toMatchObject({ service, runs: [], counts: [] });
      expect(before.body.keys.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
      const run = { id: newId(), kind: 'reseal' };
      const answers = await Promise.all([1, 2, 3].map(() => ask(admin, `${service}/runs`, run)));
      expect(answers.map(({ status, body }) => [status, body.id])).toEqual(Array(3).fill([201, run.id]));
      const ended = await poll(
        async () => (await ask(admin, service)).body.runs.find(({ endedAt }) => endedAt),
        30_000,
        () => new Error('it does not end'),
      );
      expect(ended).toMatchObject({ id: run.id, outcome: 'done', byId: admin.id });
      expect((await ask(admin, `${service}/runs`, run)).body).toMatchObject({ id: run.id, outcome: 'done' });
    },
  );

  it('shows ids of keys, never a key', async () => {
    const file = await readFile(house.env['SEAL_KEY_FILE'] ?? '', 'utf8');
    const { keys, indexKey } = JSON.parse(file) as { keys: Record<string, string>; indexKey: string };
    const told = JSON.stringify((await ask(admin, 'tasks')).body);
    for (const secret of [...Object.values(keys), indexKey]) expect(told).not.toContain(secret);
  });

  it('is for administrators of a whole city alone', async () => {
    const others: [Partial<Actor>, string][] = [
      [{ role: 'administrator', region: '120116000000' }, 'access.foreignRegion'],
      [{ role: 'official', region: '120000000000' }, 'access.denied'],
      [{ role: 'station', region: '120116014000' }, 'access.denied'],
      [{ role: 'committee', region: '120116014001' }, 'access.denied'],
      [{ role: 'volunteer' }, 'access.denied'],
    ];
    for (const [actor, code] of others) {
      expect((await ask({ id: newId(), ...actor }, 'tasks')).body.code).toBe(code);
      const answer = await ask({ id: newId(), ...actor }, 'tasks/runs', { id: newId(), kind: 'count' });
      expect([answer.status, answer.body.code]).toEqual([403, code]);
    }
  });

  it('is refused for another service, another kind and while a run is under way, in both languages', async () => {
    expect((await ask(admin, 'ledger')).status).toBe(400);
    expect((await ask(admin, 'tasks/runs', { id: newId(), kind: 'open' })).status).toBe(400);
    // Nobody gets to work while this is held, as while another replica is at it.
    await withClient(house.database.url('tasks'), async (other) => {
      await other.query(`select pg_advisory_lock(hashtextextended('tasks.sealing', 0))`);
      const run = await ask(admin, 'tasks/runs', { id: newId(), kind: 'count' });
      expect([run.status, run.body.endedAt]).toEqual([201, undefined]);
      const titles = await Promise.all(
        ['zh', 'en'].map((language) =>
          ask(admin, 'tasks/runs', { id: newId(), kind: 'count' }, language).then(({ body }) => body.title),
        ),
      );
      expect(titles).toEqual([
        '该服务已有一项清点或重新密封正在进行',
        'This service is already counting or sealing anew',
      ]);
    });
  });
});
