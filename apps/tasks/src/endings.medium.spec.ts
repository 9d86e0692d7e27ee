import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  errandEvents,
  errands,
  needs,
  type Recipients,
  recipients,
  type Reconciliation,
  reconciliation,
  reporting,
  type Totals,
} from '#contracts';
import { poll } from '#local';
import { newId } from '#platform';
import { allConsumed, startStreet, type Street } from '#testing';
import { ExpiryJob } from './expiry.job.js';

// Real: PostgreSQL, NATS, tasks and stations, and reporting with the owners it asks. The job is run by hand.
const system: Actor = { id: 'test', role: 'system' };
const region = '120116014';
let street: Street;
beforeAll(async () => {
  street = await startStreet({}, ['volunteers', 'ledger', 'reporting']);
});
afterAll(() => street.house.stop());

async function must<T extends object>(answer: Promise<T | DomainError>): Promise<T> {
  const given = await answer;
  if (given instanceof DomainError) throw given;
  return given;
}

async function settled(): Promise<void> {
  const isPublished = async () =>
    (await street.house.sql('select 1 from tasks.outbox where published_at is null')).length === 0 ||
    undefined;
  await poll(isPublished, 20_000, () => new Error('events are not published'));
  await allConsumed(street.house.nats, 'reporting');
}

/** Expired, cancelled; and what their owner counts otherwise. */
async function ended(): Promise<[number, number]> {
  await settled();
  const { metrics } = await must<Totals>(street.house.ask(reporting.getTotals, { region }, system));
  const { differences } = await must<Reconciliation>(
    street.house.ask(reconciliation.run, { region }, { id: newId(), role: 'administrator', region: '12' }),
  );
  // The street's own two volunteers were told of, and are in no register.
  expect(differences.filter(({ name }) => name !== 'volunteersVerified')).toEqual([]);
  return [metrics.errandsExpired, metrics.errandsCancelled];
}

const expire = () =>
  street.house.services
    .find(({ name }) => name === 'tasks')
    ?.app.get(ExpiryJob)
    .expire();

describe('errands that end without being served', () => {
  it('are counted once when they expire, and once when their need is cancelled', async () => {
    const held = await street.claimed();
    const left = await street.accepted();
    await expire();
    expect(await ended()).toEqual([0, 0]);
    street.clock.advanceMinutes(3 * 60);
    for (let again = 0; again < 2; again++) await expire();
    expect(await ended()).toEqual([1, 0]);
    const state = async (id: string) =>
      (await must(street.house.ask(errands.get, { id }, street.station))).state;
    expect([await state(left.errandId), await state(held.errandId)]).toEqual(['expired', 'claimed']);
    for (let again = 0; again < 2; again++)
      await must(street.house.ask(needs.cancel, { id: left.id, reason: 'nobody came' }, street.station));
    expect(await ended()).toEqual([1, 1]);
    const told = await street.house.sql<{ subject: string; event: object }>(
      `select subject, json_array_elements(events)->'data' as event from tasks.outbox
       where subject in ($1, $2) order by id`,
      [errandEvents.expired.subject, errandEvents.cancelled.subject],
    );
    expect(told.map(({ event }) => event)).toEqual([
      expect.objectContaining({ errandId: left.errandId, communityCode: '120116014001', type: 'medicine' }),
      expect.objectContaining({ errandId: left.errandId, communityCode: '120116014001', type: 'medicine' }),
    ]);
  });

  it('expire no earlier than their window ends: the database takes no other instant', async () => {
    const { errandId } = await street.accepted();
    const early = `update tasks.errand set expired_at = window_end - interval '1 second' where id = $1`;
    await expect(street.house.sql(early, [errandId])).rejects.toThrow('errand_expires_after_its_window');
  });
});

describe('whom services were given to', () => {
  it('is told as digests: the same person once, two behind one door as one household', async () => {
    const door = {
      phone: '022-00000002',
      communityCode: '120116014001',
      point: { longitude: 117.7, latitude: 39 },
    };
    const register = async (name: string, number: string) => {
      const input = { ...door, id: newId(), name, door: number };
      return (await must(street.house.ask(needs.registerResident, input, street.committee))).id;
    };
    const [ann, bob, eve] = [
      await register('示例甲', '3号楼 2-501'),
      await register('示例乙', '３号楼2-501'),
      await register('示例丙', '3号楼 2-502'),
    ];
    for (const residentId of [ann, ann, bob, eve]) {
      const need = await street.claimed(street.volunteer, { residentId });
      const step = { errandId: need.errandId };
      await must(street.house.ask(errands.checkIn, { ...step, code: need.serviceCode }, street.volunteer));
      street.clock.advanceMinutes(30);
      const { id } = await must(street.house.ask(errands.checkOut, step, street.volunteer));
      const input = { id, method: 'spokenCode' as const, code: need.closingCode };
      await must(street.house.ask(errands.confirmRecord, input, street.committee));
    }
    await settled();
    const month = { region, span: 'month' as const };
    expect(await must<Recipients>(street.house.ask(recipients.get, month, system))).toMatchObject({
      ...{ persons: 3, households: 2, personTimes: 4 },
    });
    const [row] = await street.house.sql<{ all: string }>(
      `select string_agg(events::text, '') as all from tasks.outbox where subject = $1`,
      [errandEvents.recordConfirmed.subject],
    );
    for (const personal of [ann, bob, eve, '号楼']) expect(row?.all).not.toContain(personal);
  });
});
