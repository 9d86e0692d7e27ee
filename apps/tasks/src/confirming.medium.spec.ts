import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type CallBackQueue,
  confirming,
  type ConfirmRecordInput,
  DomainError,
  errands,
  type OverduePage,
  type PairFlagPage,
  records,
  type RecordHistory,
  type ServiceRecordView,
} from '#contracts';
import { newId } from '#platform';
import { startStreet, type Street } from '#testing';
import { RecordsJob } from './records.job.js';

// Real: PostgreSQL, NATS, tasks and stations. The clock stands still until a test moves it.
let street: Street;
beforeAll(async () => {
  street = await startStreet({ PAIR_CONFIRMATIONS: '3', PAIR_PERCENT: '60', PAIR_SPAN_DAYS: '5' });
});
afterAll(() => street.house.stop());

const ask: Street['house']['ask'] = (...input) => street.house.ask(...input);
const code = (answer: object) => (answer instanceof DomainError ? answer.code : 'answered');
const confirm = (by: Actor, input: Omit<ConfirmRecordInput, 'id'>, id: string) =>
  ask(errands.confirmRecord, { ...input, id }, by);
const runJobs = () => Promise.all(street.house.services.slice(1).map(({ app }) => app.get(RecordsJob).run()));

describe('a spoken code', () => {
  it('at the end is the resident’s word, whoever hands it in, and lets nobody guess', async () => {
    const { id, need } = await street.served();
    const closing = need.closingCode ?? '';
    expect(closing).not.toBe(need.serviceCode);
    const wrong = String((Number(closing) + 1) % 10_000).padStart(4, '0');
    for (let left = 4; left >= 0; left--)
      expect(await confirm(street.volunteer, { method: 'spokenCode', code: wrong }, id)).toMatchObject({
        code: 'record.codeWrong',
        data: { attemptsLeft: left },
      });
    expect(code(await confirm(street.volunteer, { method: 'spokenCode', code: closing }, id))).toBe(
      'record.codeLocked',
    );
    expect(await confirm(street.committee, { method: 'callBack' }, id)).toMatchObject({ state: 'confirmed' });
  });

  it('confirms device-verified minutes, and attested ones with somebody of the staff', async () => {
    const proven = await street.served();
    const word = (need: { closingCode?: string }) => ({
      method: 'spokenCode' as const,
      code: need.closingCode ?? '',
    });
    expect(await confirm(street.volunteer, word(proven.need), proven.id)).toMatchObject({
      state: 'confirmed',
    });
    const attested = await street.served({ code: false });
    const first = await confirm(street.volunteer, word(attested.need), attested.id);
    expect(first).toMatchObject({ state: 'submitted', confirmationsGiven: 1 });
    expect(await confirm(street.volunteer, word(attested.need), attested.id)).toEqual(first);
    // The resident's word stays one, by whatever way it comes.
    expect(await confirm(street.resident, { method: 'app' }, attested.id)).toEqual(first);
    expect(await confirm(street.station, { method: 'review' }, attested.id)).toMatchObject({
      state: 'confirmed',
      confirmationsGiven: 2,
    });
  });

  it('is nothing a volunteer can do without', async () => {
    const { id } = await street.served();
    for (const method of ['app', 'callBack', 'review'] as const)
      expect(code(await confirm(street.volunteer, { method }, id))).toBe('record.selfConfirmation');
    expect(code(await confirm(street.volunteer, { method: 'spokenCode' }, id))).toBe('record.methodInvalid');
    expect(code(await confirm(street.committee, { method: 'app' }, id))).toBe('record.methodInvalid');
    expect(code(await confirm(street.resident, { method: 'review' }, id))).toBe('record.methodInvalid');
    expect(code(await confirm(street.rival, { method: 'spokenCode', code: '0000' }, id))).toBe(
      'resource.notFound',
    );
  });
});

describe('a call back', () => {
  const queue = async () =>
    ((await ask(confirming.listCallBacks, {}, street.committee)) as CallBackQueue).items;
  const call = (recordId: string, answer: string, more: object = {}, by = street.committee) =>
    ask(confirming.callBack, { id: newId(), recordId, answer, ...more } as never, by) as Promise<object>;

  it('keeps the record in the queue until somebody answers, with who called last and what was said', async () => {
    const { id } = await street.served({ code: false });
    const entry = async () => (await queue()).find(({ recordId }) => recordId === id);
    expect(await entry()).toMatchObject({ calls: 0, residentName: '示**奶' });
    expect(await call(id, 'noAnswer')).toMatchObject({ state: 'submitted', confirmationsGiven: 0 });
    expect(await entry()).toMatchObject({ calls: 1, lastAnswer: 'noAnswer' });
    const again = { id: newId(), recordId: id, answer: 'servedShorter' as const, serviceMinutes: 30 };
    const first = await ask(confirming.callBack, again, street.committee);
    expect(first).toMatchObject({ state: 'submitted', confirmationsGiven: 1, serviceMinutes: 30 });
    expect(await ask(confirming.callBack, again, street.committee)).toEqual(first);
    expect(code(await ask(confirming.callBack, { ...again, serviceMinutes: 29 }, street.committee))).toBe(
      'idempotency.conflict',
    );
    expect(await entry()).toBeUndefined();
    expect(code(await call(id, 'served'))).toBe('record.sameApprover');
    expect(await confirm(street.station, { method: 'review' }, id)).toMatchObject({ state: 'confirmed' });
    const calls = await street.house.sql(
      'select answer, caller_id, service_minutes from tasks.call_back where record_id = $1 order by called_at, id',
      [id],
    );
    expect(calls).toEqual([
      { answer: 'noAnswer', caller_id: street.committee.id, service_minutes: null },
      { answer: 'servedShorter', caller_id: street.committee.id, service_minutes: 30 },
    ]);
  });

  it('disputes where nobody came, and refuses minutes that do not fit', async () => {
    const { id } = await street.served();
    expect(code(await call(id, 'servedShorter'))).toBe('request.invalid');
    expect(code(await call(id, 'served', { serviceMinutes: 20 }))).toBe('request.invalid');
    expect(code(await call(id, 'servedShorter', { serviceMinutes: 46 }))).toBe('record.minutesInvalid');
    expect(await call(id, 'notServed')).toMatchObject({ state: 'disputed' });
    expect(code(await call(id, 'served'))).toBe('record.stateConflict');
  });

  it('is written down where the committee confirms by it', async () => {
    const { id } = await street.served();
    await confirm(street.committee, { method: 'callBack', serviceMinutes: 40 }, id);
    expect(
      await street.house.sql('select answer, service_minutes from tasks.call_back where record_id = $1', [
        id,
      ]),
    ).toEqual([{ answer: 'servedShorter', service_minutes: 40 }]);
  });
});

describe('nobody confirms own minutes', () => {
  const tie = async (otherId: string, kind: 'self' | 'family') => {
    const id = newId();
    await ask(confirming.declareTie, { id, volunteerId: street.volunteer.id, otherId, kind }, street.station);
    return id;
  };

  it('nor under another account, nor those of family', async () => {
    const { id } = await street.served();
    const [self, family] = [street.committee, street.station].map((actor) => ({ ...actor, id: newId() }));
    await tie(self?.id ?? '', 'self');
    const ended = await tie(family?.id ?? '', 'family');
    expect(code(await confirm(self as Actor, { method: 'review' }, id))).toBe('record.selfConfirmation');
    expect(code(await confirm(family as Actor, { method: 'review' }, id))).toBe('record.familyConfirmation');
    expect(code(await ask(confirming.endTie, { id: ended }, family as Actor))).toBe('resource.notFound');
    await ask(confirming.endTie, { id: ended }, street.supervisor);
    expect(await confirm(family as Actor, { method: 'review' }, id)).toMatchObject({ state: 'confirmed' });
  });

  it('and the word of a resident who is family proves nothing: two of the staff are needed', async () => {
    const { id, need } = await street.served();
    const tied = await tie(street.resident.id, 'family');
    expect(code(await confirm(street.resident, { method: 'app' }, id))).toBe('record.familyConfirmation');
    expect(
      code(await confirm(street.volunteer, { method: 'spokenCode', code: need.closingCode ?? '' }, id)),
    ).toBe('record.familyConfirmation');
    street.clock.advanceMinutes(80 * 60);
    await runJobs();
    expect(await ask(errands.getRecord, { id }, street.station)).toMatchObject({
      state: 'submitted',
      confirmationsNeeded: 2,
    });
    expect(await confirm(street.committee, { method: 'callBack' }, id)).toMatchObject({ state: 'submitted' });
    expect(await confirm(street.station, { method: 'review' }, id)).toMatchObject({ state: 'confirmed' });
    await ask(confirming.endTie, { id: tied }, street.supervisor);
  });

  it('relatives by kinship are family too', async () => {
    const { id } = await street.served();
    await street.house.sql(
      `insert into tasks.kinship (city_code, id, from_id, to_id, relation, state, declared_role, declared_by, declared_at)
       values (1201, $1, $2, $3, 'grandchild', 'declared', 'committee', $4, now())`,
      [newId(), street.resident.id, street.volunteer.id, street.committee.id],
    );
    expect(code(await confirm(street.resident, { method: 'app' }, id))).toBe('record.familyConfirmation');
    await street.house.sql(`update tasks.kinship set state = 'ended', ended_at = now()`);
    expect(await confirm(street.resident, { method: 'app' }, id)).toMatchObject({ state: 'confirmed' });
  });

  it('and who ended a kinship that both had confirmed is still no stranger', async () => {
    const { id } = await street.served();
    await street.house.sql(
      `insert into tasks.kinship (city_code, id, from_id, to_id, relation, state, declared_role, declared_by,
         declared_at, confirmed_role, confirmed_by, confirmed_method, confirmed_at, ended_at)
       values (1201, $1, $2, $3, 'parent', 'ended', 'volunteer', 'son', now(), 'committee', $4, 'callBack', now(), now())`,
      [newId(), street.volunteer.id, street.resident.id, street.committee.id],
    );
    expect(code(await confirm(street.resident, { method: 'app' }, id))).toBe('record.familyConfirmation');
    await street.house.sql('delete from tasks.kinship');
    expect(await confirm(street.resident, { method: 'app' }, id)).toMatchObject({ state: 'confirmed' });
  });
});

describe('by the clock', () => {
  it('proven minutes confirm themselves once, attested ones never', async () => {
    const [proven, attested] = [await street.served(), await street.served({ code: false })];
    await runJobs();
    expect(await ask(errands.getRecord, { id: proven.id }, street.station)).toMatchObject({
      state: 'submitted',
    });
    street.clock.advanceMinutes(73 * 60);
    await Promise.all([runJobs(), runJobs()]);
    await runJobs();
    expect(await ask(errands.getRecord, { id: proven.id }, street.station)).toMatchObject({
      state: 'confirmed',
      confirmationsGiven: 1,
    });
    const { confirmations, versions } = (await ask(
      records.history,
      { id: proven.id },
      street.station,
    )) as RecordHistory;
    expect(confirmations.map(({ role, method }) => [role, method])).toEqual([['system', 'automatic']]);
    expect(versions).toHaveLength(1);
    expect(await ask(errands.getRecord, { id: attested.id }, street.station)).toMatchObject({
      state: 'submitted',
    });
    const told = await street.house.sql(
      `select from tasks.outbox_event where subject = 'shunlu.evt.v1.serviceRecord.confirmed' and data ->> 'recordId' = $1`,
      [proven.id],
    );
    expect(told).toHaveLength(1);
  });

  it('the alarm rings on the eighth working day and the breach after the tenth, once each', async () => {
    const { id } = await street.served({ code: false });
    const overdue = async (stage?: 'alarm' | 'breach') =>
      ((await ask(confirming.listOverdue, { stage }, street.station)) as OverduePage).items.find(
        ({ recordId }) => recordId === id,
      );
    const rang = async () =>
      (
        await street.house.sql<{ stage: string }>(
          `select data ->> 'stage' as stage from tasks.outbox_event
           where subject = 'shunlu.evt.v1.serviceRecord.overdue' and data ->> 'recordId' = $1 order by 1`,
          [id],
        )
      ).map(({ stage }) => stage);
    await runJobs();
    expect([await overdue(), await rang()]).toEqual([undefined, []]);
    // Days pass one by one, so that each job runs on its own day, as it would.
    const seen: string[] = [];
    for (let day = 0; day < 24; day++) {
      street.clock.advanceMinutes(24 * 60);
      await Promise.all([runJobs(), runJobs()]);
      seen.push((await overdue())?.stage ?? '-');
    }
    expect(seen.join(' ')).toMatch(/^(- )+(alarm ){3,}(breach ?)+$/);
    expect(await rang()).toEqual(['alarm', 'breach']);
    expect(await overdue('alarm')).toBeUndefined();
    expect(await overdue('breach')).toMatchObject({ stage: 'breach', calendarKnown: true });
    await confirm(street.committee, { method: 'callBack' }, id);
    await confirm(street.station, { method: 'review' }, id);
    expect(await overdue()).toBeUndefined();
  }, 60_000);
});

describe('a pair that confirms each other too often', () => {
  it('is shown to the station once, without a name in the event, and reviewed by neither', async () => {
    // Beyond the span of all confirmations before.
    street.clock.advanceMinutes(6 * 24 * 60);
    const friend: Actor = { ...street.committee, id: newId() };
    const flags = async () =>
      ((await ask(confirming.listPairFlags, { open: true }, street.station)) as PairFlagPage).items.filter(
        ({ approverId }) => approverId === friend.id,
      );
    for (let count = 1; count <= 4; count++) {
      const { id } = await street.served({ by: street.rival });
      await confirm(friend, { method: 'review' }, id);
      expect(await flags()).toHaveLength(count < 3 ? 0 : 1);
    }
    const [flag] = await flags();
    expect(flag).toMatchObject({ volunteerId: street.rival.id, confirmations: 3, ofAll: 3, spanDays: 5 });
    const [told, ...others] = await street.house.sql<{ data: object }>(
      `select data from tasks.outbox_event where subject = 'shunlu.evt.v1.serviceRecord.pairFlagged' and data ->> 'flagId' = $1`,
      [flag?.id],
    );
    expect(others).toEqual([]);
    expect(Object.keys(told?.data ?? {}).sort()).toEqual(['at', 'communityCode', 'confirmations', 'flagId']);
    const review = (by: Actor, finding: 'plausible' | 'collusion') =>
      ask(confirming.reviewPair, { id: flag?.id ?? '', finding }, by);
    expect(code(await review({ ...street.station, id: friend.id }, 'plausible'))).toBe(
      'record.selfConfirmation',
    );
    expect(code(await review(street.elsewhere, 'plausible'))).toBe('resource.notFound');
    expect(await review(street.station, 'plausible')).toMatchObject({ finding: 'plausible' });
    expect(code(await review(street.supervisor, 'collusion'))).toBe('record.decided');
    const { id } = await street.served({ by: street.rival });
    const last = (await confirm(friend, { method: 'review' }, id)) as ServiceRecordView;
    expect([last.state, await flags()]).toEqual(['confirmed', []]);
  });
});
