import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Actor, ledger, type LedgerAudit, policies, volunteerEvents } from '#contracts';
import { deterministicId, ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, openCity, startHouse, tell, type TestHouse } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { ledgerService } from './definition.js';
import { GrantsService } from './grants.service.js';
import { silentPolicy } from './policy.js';

// Real: PostgreSQL, NATS, the ledger. Verifications are told as the register would tell them.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const system: Actor = { id: 'tasks', role: 'system' };
const call = { actor: system, traceId: '0'.repeat(32) };
let house: TestHouse;
let volunteers: NatsConnection;

beforeAll(async () => {
  house = await startHouse([ledgerService], { clock });
  volunteers = await house.connectAs('volunteers');
});
afterAll(() => house.stop());

it('welcomes every verified volunteer once, out of the pool; who finds it empty waits with the reason', async () => {
  const { cityCode, bank, transfer } = await openCity(house.database.adminUrl, 6401, 1);
  const versions = [{ effectiveFrom: '2026-03-03', policy: { ...silentPolicy, starterGrant: 300 } }];
  await house.call(policies.adopt, { cityCode, versions }, call);
  const pool = deterministicId('account', cityCode, 'publicPool');
  await house.sql(
    `insert into ledger.account (city_code, id, kind, floor_minutes, opened_at) values ($1, $2, 'publicPool', 0, now())`,
    [cityCode, pool],
  );
  await house.call(ledger.post, transfer(bank, pool, 400), call);
  const verified = (volunteerId: string, decidedAt: string, version = 1, verification = 'verified') => ({
    ...{ id: newId(), subject: volunteerEvents.verified.subject, cityCode, occurredAt: decidedAt },
    traceId: newTraceId(),
    data: {
      ...{ volunteerId, version, communityCode: `${cityCode}16014003`, verification },
      ...{ displayName: '张*', decidedAt },
    },
  });
  const [early, ann, bob, refused] = [newId(), newId(), newId(), newId()];
  const day = '2026-03-03T02:00:00Z';
  await tell(volunteers, [verified(early, '2026-03-02T02:00:00Z'), verified(ann, day)]);
  await allConsumed(house.nats, 'ledger');
  await tell(volunteers, [verified(bob, day), verified(refused, day, 1, 'refused'), verified(ann, day, 3)]);
  await allConsumed(house.nats, 'ledger');
  const balances = async () =>
    Promise.all(
      [early, ann, bob, refused].map(async (ownerId) => {
        const [row] = await house.sql<{ minutes: number }>(
          `select (credited_minutes - debited_minutes)::int as minutes from ledger.account where owner_id = $1`,
          [ownerId],
        );
        return row?.minutes;
      }),
    );
  const waiting = () =>
    house.sql(
      'select minutes, policy_version as version, reason from ledger.starter_grant where transfer_id is null',
    );
  expect(await balances()).toEqual([undefined, 300, 0, undefined]);
  expect(await waiting()).toEqual([{ minutes: 300, version: 2, reason: 'ledger.insufficient' }]);

  const giveMissed = () => house.services[0]!.app.get(GrantsService).giveMissed();
  clock.advanceMinutes(2 * 24 * 60);
  await giveMissed();
  expect(await balances()).toEqual([undefined, 300, 0, undefined]);
  await house.call(ledger.post, transfer(bank, pool, 500), call);
  await giveMissed();
  await giveMissed();
  expect(await balances()).toEqual([undefined, 300, 300, undefined]);
  expect(await waiting()).toEqual([]);
  const audit = (await house.ask(ledger.audit, { region: String(cityCode) }, system)) as LedgerAudit;
  expect(audit.faults).toEqual([]);
  expect(
    await house.sql('select credited_minutes - debited_minutes as m from ledger.account where id = $1', [
      pool,
    ]),
  ).toEqual([{ m: 300 }]);
});
