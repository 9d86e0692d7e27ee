import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type Actor,
  certificateBatches,
  type CertificateBatchView,
  certificates,
  stations,
  systemActor,
  volunteers,
} from '#contracts';
import { poll } from '#local';
import { type Call, ManualClock, newId, newTraceId, startService } from '#platform';
import { SchedulerRegistry } from '@nestjs/schedule';
import { person, refusal, seedErrands, serviceDefinition, startHouse, type TestHouse } from '#testing';
import { CertificateBatchesService } from './certificate.batches.service.js';
import { volunteersService } from './definition.js';

// Real: PostgreSQL, NATS, volunteers (twice), stations and tasks; the jobs run by themselves.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const community = '120116014001';
const stationId = newId();
const [handler, head] = [newId(), newId()];
let house: TestHouse;
let volunteerId: string;

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const staff = (id: string, region = '120116014000'): Call =>
  by({ id, role: 'station', region, organisationId: stationId });
const code = async (asking: Promise<unknown>) => (await refusal(asking)).code;

beforeAll(async () => {
  const others = await Promise.all((['stations', 'tasks'] as const).map(serviceDefinition));
  house = await startHouse([...others, volunteersService, volunteersService], { clock });
  const system = by(systemActor('gateway'));
  const station = {
    id: stationId,
    kind: 'socialWorkStation' as const,
    name: '示例社工站',
    region: '120116014',
  };
  await house.call(stations.createOrganisation, station, system);
  for (const [index, id] of [handler, head].entries())
    await house.call(
      stations.createStaff,
      {
        ...{ id, userName: `batches-${index}`, password: 'long enough 2026', role: 'station' },
        ...{ displayName: `示例社工${index}`, organisationId: stationId },
      },
      system,
    );
  const input = person({ communityCode: community });
  volunteerId = input.id;
  await house.call(volunteers.register, input, staff(handler));
  await house.call(volunteers.verify, { id: volunteerId, decision: 'verified' }, staff(handler));
  await serve();
}, 60_000);
afterAll(() => house.stop());

async function serve(): Promise<void> {
  const seed = { errands: 1, volunteers: 0, from: new Date('2026-01-01T00:00:00Z') };
  const { errandIds } = await seedErrands(house.database.adminUrl, seed);
  const [id, at] = [newId(), '2026-02-01T04:00:00Z'];
  await house.sql(
    `insert into tasks.claim (city_code, id, errand_id, volunteer_id, state, window_start, window_end, claimed_at)
     values (1201, $1, $2, $3, 'recorded', $4, $4, $4)`,
    [id, errandIds[0], volunteerId, at],
  );
  await house.sql(
    `insert into tasks.service_record (city_code, id, errand_id, volunteer_id, community_code, state, verification,
       service_minutes, started_at, ended_at, confirmed_at, told_at)
     values (1201, $1, $2, $3, $4, 'credited', 'deviceVerified', 60, $5, $5, $5, $5)`,
    [id, errandIds[0], volunteerId, community, at],
  );
}

const request = async (): Promise<string> => {
  const input = { id: newId(), from: '2026-01-01', to: '2026-03-01' };
  return (await house.call(certificates.request, input, by({ id: volunteerId, role: 'volunteer' }))).id;
};
const start = (step: 'accept' | 'issue', who: string, id = newId()) =>
  house.call(certificateBatches.start, { id, step, region: '120116014' }, staff(who));
const ended = (id: string, who: string): Promise<CertificateBatchView> =>
  poll(
    async () => {
      const batch = await house.call(certificateBatches.get, { id }, staff(who));
      return batch.waiting === 0 ? batch : undefined;
    },
    30_000,
    () => new Error('the batch does not end'),
  );

it('accepts and issues what waits, tells how far it is and what it refused, each certificate once', async () => {
  const ids = await Promise.all(Array.from({ length: 60 }, request));
  const first = await start('accept', handler);
  expect(first).toMatchObject({ total: 60, region: '120116014000' });
  expect(await ended(first.id, handler)).toMatchObject({ total: 60, done: 60, waiting: 0, refusals: [] });
  // One of them is gone before it is issued, and one the issuer accepted alone.
  const [gone = ''] = ids;
  await house.call(certificates.revoke, { id: gone, reason: 'issuedInError' }, staff(handler));
  const alone = await request();
  await house.call(certificates.accept, { id: alone }, staff(head));
  const second = await start('issue', head);
  expect(second.total).toBe(59);
  expect(await ended(second.id, head)).toMatchObject({ total: 59, done: 59, refusals: [] });
  const rows = await house.sql(
    `select state, count(*)::int as n, count(distinct number)::int as numbers, min(issued_by::text) as by
     from volunteers.certificate group by state order by state`,
  );
  expect(rows).toEqual([
    { state: 'accepted', n: 1, numbers: 0, by: null },
    { state: 'issued', n: 59, numbers: 59, by: head },
    { state: 'revoked', n: 1, numbers: 0, by: null },
  ]);
});

it('says by its code why one was refused', async () => {
  const id = await request();
  await house.call(certificates.accept, { id }, staff(handler));
  await house.sql(
    `update tasks.service_record set told_at = null, state = 'confirmed' where volunteer_id = $1`,
    [volunteerId],
  );
  const batch = await start('issue', head);
  expect(await ended(batch.id, head)).toMatchObject({
    ...{ total: 1, done: 0 },
    refusals: [{ certificateId: id, code: 'certificate.nothingServed' }],
  });
  expect(await house.call(certificates.get, { id }, staff(head))).toMatchObject({ state: 'accepted' });
});

it('is one however often it is started, and its starter’s alone', async () => {
  const id = newId();
  const views = await Promise.all(Array.from({ length: 3 }, () => start('accept', handler, id)));
  expect(new Set(views.map((view) => view.id))).toEqual(new Set([id]));
  expect(await code(start('issue', handler, id))).toBe('idempotency.conflict');
  expect(await code(house.call(certificateBatches.get, { id }, staff(head)))).toBe('resource.notFound');
  const elsewhere = { id: newId(), step: 'accept' as const, region: '120101' };
  expect(await code(house.call(certificateBatches.start, elsewhere, staff(handler)))).toBe(
    'access.foreignRegion',
  );
});

it('goes on after a restart, whatever had been done and not written down', async () => {
  await house.sql(
    `update tasks.service_record set told_at = ended_at, state = 'credited' where volunteer_id = $1`,
    [volunteerId],
  );
  const replicas = house.services.filter(({ name }) => name === 'volunteers');
  for (const { app } of replicas)
    for (const job of app.get(SchedulerRegistry).getCronJobs().values()) await job.stop();
  const ids = await Promise.all(Array.from({ length: 20 }, request));
  for (const id of ids) await house.call(certificates.accept, { id }, staff(handler));
  const batch = await start('issue', head);
  const total = batch.total;
  expect(total).toBeGreaterThanOrEqual(20);
  await replicas[0]?.app.get(CertificateBatchesService).work(8);
  expect(await house.call(certificateBatches.get, { id: batch.id }, staff(head))).toMatchObject({
    ...{ done: 8, waiting: total - 8 },
  });
  // As if the process had died after three certificates were issued and before that was marked.
  await house.sql(
    `update volunteers.certificate_batch_item set outcome = null where certificate_id in (
       select certificate_id from volunteers.certificate_batch_item where batch_id = $1 and outcome = 'done' limit 3)
     and batch_id = $1`,
    [batch.id],
  );
  await Promise.all(replicas.map((replica) => replica.stop()));
  const restarted = await startService(volunteersService, house.env, { clock });
  try {
    expect(await ended(batch.id, head)).toMatchObject({ done: total, refusals: [] });
    const [numbers] = await house.sql<{ issued: number; numbers: number; counted: number }>(
      `select count(*)::int as issued, count(distinct number)::int as numbers,
         (select sum(last_number)::int from volunteers.certificate_counter) as counted
       from volunteers.certificate where number is not null`,
    );
    // None has two numbers, and no number was taken for nothing.
    expect(new Set(Object.values(numbers ?? {})).size).toBe(1);
  } finally {
    await restarted.stop();
  }
});
