import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  errands,
  merges,
  needs,
  type Recipients,
  recipients,
  type Reconciliation,
  reconciliation,
  records,
  reporting,
  type Totals,
  volunteers,
} from '#contracts';
import { poll } from '#local';
import { metrics, newId } from '#platform';
import { allConsumed, person, startStreet, type Street } from '#testing';
import { ReconcileJob } from './reconcile.job.js';

// Real: PostgreSQL, NATS and all services; things are done, not told, so that their owners can be asked.
const administrator: Actor = { id: newId(), role: 'administrator', region: '12' };
const system: Actor = { id: 'test', role: 'system' };
const region = '120116014';
let street: Street;
let couriers: Actor[];

beforeAll(async () => {
  street = await startStreet({ PUBLIC_NOTICE_DAYS: '0' }, ['volunteers', 'ledger', 'reporting']);
  couriers = [person(), person(), person()].map(({ id }) => ({ id, role: 'volunteer' }));
  for (const { id } of couriers) {
    await must(street.house.ask(volunteers.register, { ...person(), id }, system));
    await must(street.house.ask(volunteers.verify, { id, decision: 'verified' }, system));
  }
  await settled();
});
afterAll(() => street.house.stop());

async function must<T extends object>(answer: Promise<T | DomainError>): Promise<T> {
  const given = await answer;
  if (given instanceof DomainError) throw given;
  return given;
}
const reconcile = (input: { region: string; rebuild?: boolean }, actor = administrator) =>
  must<Reconciliation>(street.house.ask(reconciliation.run, input, actor));
const totals = async () =>
  (await must<Totals>(street.house.ask(reporting.getTotals, { region }, system))).metrics;
const served = async () => {
  const input = { region, span: 'month' as const };
  const { persons, households, personTimes } = await must<Recipients>(
    street.house.ask(recipients.get, input, system),
  );
  return { persons, households, personTimes };
};

/** Nothing is on its way any more. */
async function settled(): Promise<void> {
  const waiting = ['volunteers', 'tasks', 'ledger'].map(
    (name) => `select 1 from ${name}.outbox where published_at is null`,
  );
  for (let quiet = 0; quiet < 2; quiet++) {
    const isPublished = async () =>
      (await street.house.sql(waiting.join(' union all '))).length === 0 || undefined;
    await poll(isPublished, 20_000, () => new Error('events are not published'));
    for (const service of ['tasks', 'ledger', 'volunteers', 'reporting'] as const)
      await allConsumed(street.house.nats, service);
  }
}

async function serve(by: Actor): Promise<string> {
  const { id, need } = await street.served({ by });
  const input = { id, method: 'spokenCode' as const, code: need.closingCode };
  await must(street.house.ask(errands.confirmRecord, input, street.committee));
  return id;
}

const corruptions = {
  counters: `update reporting.day_counter set needs_posted = needs_posted + 3, services_confirmed = 0`,
  ever: `update reporting.ever_counter set errands_claimed = errands_claimed + 1`,
  records: `delete from reporting.counted_record`,
  people: `delete from reporting.standing`,
  days: `delete from reporting.volunteer_day`,
  recipients: `truncate reporting.recipient_month, reporting.recipient_counter`,
  households: `update reporting.recipient_counter set households = households + 1`,
  months: `insert into reporting.recipient_month select city_code, kind, gen_random_uuid(), month, community_code, 2
    from reporting.recipient_month`,
  active: `update reporting.active_change set volunteers_active30 = volunteers_active30 * 2`,
  everything: `truncate reporting.day_counter, reporting.ever_counter, reporting.counted_record, reporting.standing,
    reporting.volunteer_day, reporting.active_change`,
};

describe('reconciling', () => {
  it('names what nobody owns, and puts it right', async () => {
    // The street's own two volunteers were told of, and are in no register.
    const found = await reconcile({ region });
    expect(found.differences.map(({ name, reported, owned }) => [name, reported, owned])).toEqual([
      ['volunteersVerified', 5, 3],
    ]);
    expect([found.fits, found.rebuilt]).toEqual([false, false]);
    await reconcile({ region, rebuild: true });
    expect(await reconcile({ region })).toMatchObject({ fits: true, differences: [] });
  });

  it('fits after work, minutes by place and home, credits and all', async () => {
    for (const courier of couriers) await serve(courier);
    await settled();
    expect(await totals()).toMatchObject({
      ...{ servicesConfirmed: 3, deviceVerifiedMinutes: 135, homeDeviceVerifiedMinutes: 135 },
      ...{ volunteersActive30: 3, creditsIssuedMinutes: 135, needsPosted: 3, errandsClaimed: 3 },
    });
    expect(await served()).toEqual({ persons: 1, households: 1, personTimes: 3 });
    expect(await reconcile({ region: '120116' })).toMatchObject({ fits: true });
    expect(await reconcile({ region, rebuild: true })).toMatchObject({ fits: true, rebuilt: true });
  });

  it.each(Object.entries(corruptions))('puts right what happened to %s', async (_, corruption) => {
    const before = [await totals(), await served()];
    await street.house.sql(corruption);
    await reconcile({ region, rebuild: true });
    expect([await totals(), await served()]).toEqual(before);
    expect(await reconcile({ region, rebuild: true })).toMatchObject({ fits: true });
  });

  it('neither loses nor doubles what is on its way, and shows no number that never was', async () => {
    const known = await totals();
    const seen = new Set<number>();
    let isOver = false;
    const readers = (async () => {
      while (!isOver) seen.add((await totals()).servicesConfirmed);
    })();
    for (let round = 0; round < 4; round++) {
      const post = street.accepted();
      await street.house.sql(
        `update reporting.day_counter set services_confirmed = services_confirmed + 1000`,
      );
      await street.house.sql(
        `update reporting.ever_counter set services_confirmed = services_confirmed + 1000`,
      );
      await reconcile({ region, rebuild: true });
      const need = await post;
      await must(street.house.ask(needs.cancel, { id: need.id, reason: 'test' }, street.station));
    }
    isOver = true;
    await readers;
    await settled();
    expect(await totals()).toEqual({
      ...known,
      ...Object.fromEntries(
        Object.entries(await totals()).filter(
          ([name]) => name.startsWith('needs') || name === 'errandsOpened' || name === 'errandsCancelled',
        ),
      ),
    });
    expect((await totals()).needsPosted).toBe(known.needsPosted + 4);
    expect((await totals()).needsCancelled).toBe(known.needsCancelled + 4);
    expect([...seen].filter((count) => count !== 3 && count !== 1003)).toEqual([]);
    expect(await reconcile({ region })).toMatchObject({ fits: true });
  });

  it('fits where a need had been closed and nobody was served after all', async () => {
    const before = await totals();
    const [courier] = couriers;
    const recordId = await serve(courier as Actor);
    await settled();
    const served = await totals();
    expect([served.needsFulfilled, served.needsClosed, served.creditsIssuedMinutes]).toEqual([
      before.needsFulfilled + 1,
      before.needsClosed + 1,
      before.creditsIssuedMinutes + 45,
    ]);
    const id = newId();
    const terms = { kind: 'void' as const, reason: 'notServed' as const, evidence: 'callBack' as const };
    await must(
      street.house.ask(records.proposeCorrection, { id, recordId, ofVersion: 1, ...terms }, street.station),
    );
    await must(street.house.ask(records.decideCorrection, { id, decision: 'apply' }, street.committee));
    await settled();
    const after = await totals();
    for (const name of [
      'needsFulfilled',
      'needsClosed',
      'creditsIssuedMinutes',
      'servicesConfirmed',
    ] as const)
      expect([name, after[name]]).toEqual([name, before[name]]);
    expect(after.needsForwarded).toBe(before.needsForwarded + 2);
    expect(await reconcile({ region })).toMatchObject({ fits: true });
    expect(await reconcile({ region, rebuild: true })).toMatchObject({ fits: true });
    expect(await totals()).toEqual(after);
  });

  it('counts who was registered twice once, also when all is counted anew from the owners', async () => {
    const [kept] = couriers as [Actor];
    const twin = person();
    const lost: Actor = { id: twin.id, role: 'volunteer' };
    await must(street.house.ask(volunteers.register, twin, system));
    await must(street.house.ask(volunteers.verify, { id: lost.id, decision: 'verified' }, system));
    await settled();
    const before = await totals();
    const recordId = await serve(lost);
    await settled();
    const id = newId();
    const proposal = { id, keptId: kept.id, mergedId: lost.id, reason: 'wrongNumber' as const };
    await must(street.house.ask(merges.propose, proposal, street.station));
    await must(street.house.ask(merges.decide, { id, decision: 'approve' }, street.supervisor));
    await settled();
    const merged = await totals();
    for (const [name, change] of [
      ...([
        ['volunteersRegistered', -1],
        ['volunteersVerified', -1],
        ['volunteersActive30', 0],
      ] as const),
      ...([
        ['servicesConfirmed', 1],
        ['homeDeviceVerifiedMinutes', 45],
        ['creditsIssuedMinutes', 45],
      ] as const),
    ])
      expect([name, merged[name] - before[name]]).toEqual([name, change]);
    expect(await reconcile({ region })).toMatchObject({ fits: true });
    expect(await reconcile({ region, rebuild: true })).toMatchObject({ fits: true });
    for (const corruption of [corruptions.everything, 'truncate reporting.merged_person']) {
      await street.house.sql(corruption);
      await reconcile({ region, rebuild: true });
      expect(await totals()).toEqual(merged);
    }
    // What is told after all that is still the kept one's.
    const correction = { id: newId(), recordId, ofVersion: 1, serviceMinutes: 30 };
    const terms = {
      kind: 'correct' as const,
      reason: 'wrongMinutes' as const,
      evidence: 'callBack' as const,
    };
    await must(street.house.ask(records.proposeCorrection, { ...correction, ...terms }, street.station));
    await must(
      street.house.ask(records.decideCorrection, { id: correction.id, decision: 'apply' }, street.committee),
    );
    await settled();
    const corrected = await totals();
    expect(corrected.homeDeviceVerifiedMinutes).toBe(merged.homeDeviceVerifiedMinutes - 15);
    expect(corrected.volunteersActive30).toBe(merged.volunteersActive30);
    expect(await reconcile({ region, rebuild: true })).toMatchObject({ fits: true });
    expect(await totals()).toEqual(corrected);
  });

  it('is done every hour too: an alarm by figure, silent again once it is put right', async () => {
    const job = street.house.services.find(({ name }) => name === 'reporting')?.app.get(ReconcileJob);
    const alarms = async () => {
      await job?.compareAll();
      const { values } = await metrics.reportDifferences.get();
      return values.map(({ labels, value }) => [labels.metric, value]);
    };
    expect(await alarms()).toEqual([]);
    await street.house.sql('update reporting.day_counter set needs_posted = needs_posted + 1');
    await street.house.sql('update reporting.ever_counter set needs_posted = needs_posted + 1');
    expect(await alarms()).toEqual([['needsPosted', expect.any(Number)]]);
    const reconciledAt = (await metrics.reportsReconciledAt.get()).values[0]?.value;
    expect(reconciledAt).toBe(street.clock.now().getTime() / 1000);
    await reconcile({ region, rebuild: true });
    expect(await alarms()).toEqual([]);
  }, 90_000);

  it('is for administrators of the region', async () => {
    const ask = (actor: Actor) => street.house.ask(reconciliation.run, { region }, actor);
    expect(await ask({ ...administrator, region: '120101' })).toMatchObject({ code: 'access.foreignRegion' });
    expect(await ask({ id: newId(), role: 'official', region: '12' })).toMatchObject({
      code: 'access.denied',
    });
  });
});
