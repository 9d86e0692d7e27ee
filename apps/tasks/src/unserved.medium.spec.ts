import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type CorrectionReason,
  type CorrectionView,
  DomainError,
  errands,
  needs,
  type NeedMoved,
  type NeedView,
  records,
} from '#contracts';
import { newId } from '#platform';
import { startStreet, type Street } from '#testing';

// Real: PostgreSQL, NATS, tasks and stations. The clock stands still until a test moves it.
let street: Street;
beforeAll(async () => {
  street = await startStreet();
});
afterAll(() => street.house.stop());

const ask: Street['house']['ask'] = (...input) => street.house.ask(...input);
const code = (answer: object) => (answer instanceof DomainError ? answer.code : 'answered');
const needOf = async (id: string) => (await ask(needs.get, { id }, street.committee)) as NeedView;
const idOf = (answer: object) => (answer as { id: string }).id;
const windowFromNow = (hours: number) => ({
  windowStart: street.clock.now().toISOString(),
  windowEnd: new Date(street.clock.now().getTime() + hours * 3_600_000).toISOString(),
});

/** A service the resident says never was, and the station agrees. */
async function voided() {
  const record = await street.served();
  await ask(records.dispute, { recordId: record.id, reason: 'notServed' }, street.resident);
  const settle = { recordId: record.id, decision: 'void' as const };
  expect(await ask(records.settleDispute, settle, street.station)).toMatchObject({ state: 'voided' });
  return record;
}

/** A service confirmed, and made void by two people afterwards; `between` is given the need before that. */
async function confirmedThenVoided(
  reason: CorrectionReason,
  between: (need: NeedView) => Promise<void> = () => Promise.resolve(),
) {
  const record = await street.served();
  await ask(errands.confirmRecord, { id: record.id, method: 'review' }, street.station);
  expect((await needOf(record.need.id)).state).toBe('fulfilled');
  await between(record.need);
  const propose = {
    ...{ id: newId(), recordId: record.id, ofVersion: 1, kind: 'void' as const, reason },
    evidence: 'callBack' as const,
  };
  await ask(records.proposeCorrection, propose, street.station);
  const applied = await ask(
    records.decideCorrection,
    { id: propose.id, decision: 'apply' },
    street.committee,
  );
  expect(applied).toMatchObject({ state: 'applied' });
  return { record, need: await needOf(record.need.id) };
}

async function serve({ errandId = '', serviceCode = '' }: NeedView, by: Actor): Promise<string> {
  await ask(errands.claim, { id: newId(), errandId }, by);
  await ask(errands.checkIn, { errandId, code: serviceCode }, by);
  street.clock.advanceMinutes(30);
  const done = await ask(errands.checkOut, { errandId }, by);
  if (done instanceof DomainError) throw done;
  return done.id;
}

describe('a need whose errand is void', () => {
  it('is the station’s again, is posted anew in a window of its own, and served by another', async () => {
    const { need: before } = await voided();
    const need = await needOf(before.id);
    expect(need).toMatchObject({ state: 'forwarded', errandId: before.errandId });
    expect(need.history.at(-1)).toMatchObject({ state: 'forwarded', byRole: 'station' });
    expect(need.history.at(-1)?.reason).toContain('作废');
    street.clock.advanceMinutes(3 * 60);
    const { id } = need;
    expect(code(await ask(needs.accept, { id }, street.station))).toBe('need.windowInvalid');
    const half = { id, windowStart: windowFromNow(2).windowStart };
    expect(code(await ask(needs.accept, half, street.station))).toBe('request.invalid');
    const window = windowFromNow(2);
    const anew = (await ask(needs.accept, { id, ...window }, street.station)) as NeedView;
    expect(anew).toMatchObject({ state: 'posted', ...window });
    expect(anew.errandId).not.toBe(before.errandId);
    const recordId = await serve(anew, street.rival);
    const closing = { id: recordId, method: 'spokenCode' as const, code: anew.closingCode ?? '' };
    expect(await ask(errands.confirmRecord, closing, street.rival)).toMatchObject({ state: 'confirmed' });
    expect((await needOf(id)).state).toBe('fulfilled');
  });

  it('has other codes at the door: who was there in the last round may know those', async () => {
    const codes = async () => {
      const { need: before } = await voided();
      const need = await needOf(before.id);
      return [before.serviceCode, before.closingCode, need.serviceCode, need.closingCode];
    };
    // One of ten thousand pairs is the same by chance; not two after another.
    const rounds = [await codes(), await codes()];
    expect(rounds.some(([service, , anew]) => service !== anew)).toBe(true);
    expect(rounds.some(([, closing, , anew]) => closing !== anew)).toBe(true);
  });

  it('may be cancelled or referred instead, and a need that never came back keeps its window', async () => {
    const { need } = await voided();
    const cancelled = await ask(needs.cancel, { id: need.id, reason: '家人已办' }, street.committee);
    expect(cancelled).toMatchObject({ state: 'cancelled' });
    const input = {
      ...{ id: newId(), residentId: street.resident.id, type: 'medicine' as const, summary: 'pills' },
      ...{ channel: 'phone' as const, ...windowFromNow(2), expectedMinutes: 30 },
    };
    await ask(needs.post, input, street.committee);
    const moved = { id: input.id, ...windowFromNow(5) };
    expect(code(await ask(needs.accept, moved, street.station))).toBe('request.invalid');
    expect((await needOf(input.id)).state).toBe('forwarded');
  });

  it('is fulfilled after all where a correction gives the service back and nobody went again', async () => {
    const record = await voided();
    const propose = {
      ...{ id: newId(), recordId: record.id, ofVersion: 1, kind: 'correct' as const, serviceMinutes: 40 },
      ...{ reason: 'wrongMinutes' as const, evidence: 'callBack' as const },
    };
    const proposed = (await ask(records.proposeCorrection, propose, street.station)) as CorrectionView;
    expect(code(proposed)).toBe('answered');
    await ask(records.decideCorrection, { id: proposed.id, decision: 'apply' }, street.committee);
    const need = await needOf(record.need.id);
    expect(need.state).toBe('fulfilled');
    expect(need.history.slice(-3).map(({ state }) => state)).toEqual(['forwarded', 'posted', 'fulfilled']);
  });

  it('comes back also when it had been fulfilled, and who counts it is told so', async () => {
    const { record, need } = await confirmedThenVoided('notServed');
    expect(need).toMatchObject({ state: 'forwarded', errandId: record.errandId });
    const before = record.need.history.length;
    expect(need.history.slice(before).map(({ state }) => state)).toEqual(['fulfilled', 'forwarded']);
    const fulfilledAt = need.history.at(-2)?.at;
    const [told] = await street.house.sql<{ data: NeedMoved }>(
      `select data from tasks.outbox_event where subject = 'shunlu.evt.v1.need.forwarded'
         and data ->> 'needId' = $1 and data -> 'revoked' is not null`,
      [need.id],
    );
    expect(told?.data.revoked).toEqual([{ state: 'fulfilled', at: fulfilledAt }]);
    street.clock.advanceMinutes(3 * 60);
    const anew = await ask(needs.accept, { id: need.id, ...windowFromNow(2) }, street.station);
    const again = await serve(anew as NeedView, street.rival);
    await ask(errands.confirmRecord, { id: again, method: 'app' }, street.resident);
    expect((await needOf(need.id)).state).toBe('fulfilled');
  });

  it('comes back from closed as well, and what it counted is taken back', async () => {
    const { record, need } = await confirmedThenVoided('notServed', async ({ id }) => {
      await street.house.sql(`update tasks.need set state = 'closed' where id = '${id}'`);
      await street.house.sql(
        `insert into tasks.need_step (city_code, need_id, step, state, by_role, by_id, at)
         select city_code, need_id, max(step) + 1, 'closed', 'system', 'tasks', '2026-03-02T09:00:00Z'
         from tasks.need_step where need_id = $1 group by 1, 2`,
        [id],
      );
    });
    expect(need.state).toBe('forwarded');
    const [told] = await street.house.sql<{ data: NeedMoved }>(
      `select data from tasks.outbox_event where data ->> 'needId' = $1 and data -> 'revoked' is not null`,
      [record.need.id],
    );
    expect(told?.data.revoked?.map(({ state }) => state)).toEqual(['fulfilled', 'closed']);
  });

  it.each(['duplicate', 'notVolunteering'] as const)(
    'stays fulfilled where the record is void as %s: somebody was served',
    async (reason) => {
      expect((await confirmedThenVoided(reason)).need.state).toBe('fulfilled');
    },
  );

  it('with one of two slots served is fulfilled, not taken back', async () => {
    const { id, errandId, serviceCode } = await street.accepted({ slots: 2 });
    const servings: string[] = [];
    for (const by of [street.volunteer, street.rival]) {
      await ask(errands.claim, { id: newId(), errandId }, by);
      await ask(errands.checkIn, { errandId, code: serviceCode }, by);
    }
    street.clock.advanceMinutes(30);
    for (const by of [street.volunteer, street.rival])
      servings.push(idOf(await ask(errands.checkOut, { errandId }, by)));
    const [one = '', other = ''] = servings;
    await ask(records.dispute, { recordId: one, reason: 'notServed' }, street.resident);
    await ask(records.settleDispute, { recordId: one, decision: 'void' }, street.station);
    expect((await needOf(id)).state).toBe('posted');
    await ask(errands.confirmRecord, { id: other, method: 'app' }, street.resident);
    expect((await needOf(id)).state).toBe('fulfilled');
  });

  it('cannot stay fulfilled by nobody: the database refuses it at commit', async () => {
    const { record } = await confirmedThenVoided('notServed');
    const stuck = street.house.sql(
      `with n as (update tasks.need set state = 'closed' where id = '${record.need.id}')
       update tasks.service_record set state = 'voided' where id = '${record.id}'`,
    );
    await expect(stuck).rejects.toMatchObject({ constraint: 'need_not_on_void_errand' });
  });

  it('cannot stay posted: the database refuses it at commit', async () => {
    const { id, need } = await voided();
    const stuck = street.house.sql(
      `with n as (update tasks.need set state = 'posted' where id = '${need.id}')
       update tasks.service_record set state = 'voided' where id = '${id}'`,
    );
    await expect(stuck).rejects.toMatchObject({ constraint: 'need_not_on_void_errand' });
    expect((await needOf(need.id)).state).toBe('forwarded');
  });
});
