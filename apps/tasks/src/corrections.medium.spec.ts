import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type CorrectionView,
  DomainError,
  errands,
  type ErrandView,
  type ObjectionView,
  type ProposeCorrectionInput,
  type RecordHistory,
  records,
  type ServiceRecordConfirmed,
  type ServiceRecordView,
} from '#contracts';
import { newId } from '#platform';
import { claimFaults, startStreet, type Street } from '#testing';

// Real: PostgreSQL, NATS, tasks and stations; no public notice, as in the demonstration.
let street: Street;
beforeAll(async () => void (street = await startStreet()));
afterAll(() => street.house.stop());

const ask: Street['house']['ask'] = (...input) => street.house.ask(...input);
const code = (answer: object) => (answer instanceof DomainError ? answer.code : 'answered');

async function confirmed(options: Parameters<Street['served']>[0] = {}): Promise<ServiceRecordView> {
  const { id } = await street.served(options);
  return (await ask(errands.confirmRecord, { id, method: 'review' }, street.station)) as ServiceRecordView;
}

const propose = (recordId: string, terms: Partial<ProposeCorrectionInput>, by = street.station) =>
  ask(
    records.proposeCorrection,
    {
      id: newId(),
      recordId,
      ofVersion: 1,
      kind: 'correct',
      reason: 'wrongMinutes',
      evidence: 'callBack',
      ...terms,
    },
    by,
  );
const decide = (correction: object, decision: 'apply' | 'decline', by = street.committee) =>
  ask(records.decideCorrection, { id: (correction as CorrectionView).id, decision }, by);
const get = async (id: string) => (await ask(errands.getRecord, { id }, street.station)) as ServiceRecordView;
const told = async (recordId: string) =>
  (
    await street.house.sql<{ data: ServiceRecordConfirmed }>(
      `select data from tasks.outbox_event
       where subject = 'shunlu.evt.v1.serviceRecord.confirmed' and data ->> 'recordId' = $1 order by (data ->> 'version')::int`,
      [recordId],
    )
  ).map(({ data }) => [data.version, data.serviceMinutes]);

describe('a correction', () => {
  it('is a version more, proposed by one and applied by another of another role', async () => {
    const { id } = await confirmed();
    const proposed = (await propose(id, { serviceMinutes: 30, note: '电话里说半小时' })) as CorrectionView;
    expect(proposed).toMatchObject({ state: 'proposed', serviceMinutes: 30, note: '电话里说半小时' });
    const kept = await street.house.sql('select * from tasks.correction where id = $1', [proposed.id]);
    expect(JSON.stringify(kept)).not.toContain('半小时');
    for (const by of [street.station, street.supervisor])
      expect(code(await decide(proposed, 'apply', by))).toBe('record.sameApprover');
    expect(await get(id)).toMatchObject({ version: 1, serviceMinutes: 45 });
    const applied = await decide(proposed, 'apply');
    expect(applied).toMatchObject({ state: 'applied', decidedBy: street.committee.id });
    expect(await decide(proposed, 'apply')).toEqual(applied);
    expect(code(await decide(proposed, 'decline'))).toBe('record.decided');
    expect(await get(id)).toMatchObject({ version: 2, serviceMinutes: 30, state: 'corrected' });
    expect(await told(id)).toEqual([
      [1, 45],
      [2, 30],
    ]);
    const { versions } = (await ask(records.history, { id }, street.volunteer)) as RecordHistory;
    expect(versions.map(({ version, serviceMinutes, reason }) => [version, serviceMinutes, reason])).toEqual([
      [1, 45, 'confirmed'],
      [2, 30, 'wrongMinutes'],
    ]);
  });

  it('is applied no more from the instant it expires, still holds the notice up, and makes way for another', async () => {
    const { id } = await confirmed();
    const waiting = (await propose(id, { serviceMinutes: 30 })) as CorrectionView;
    const untilMs = Date.parse(waiting.expiresAt);
    street.clock.advanceMinutes((untilMs - street.clock.now().getTime()) / 60_000);
    expect(await decide(waiting, 'apply')).toMatchObject({
      code: 'record.correctionExpired',
      data: { until: waiting.expiresAt },
    });
    expect((await get(id)).version).toBe(1);
    const next = (await propose(id, { serviceMinutes: 20 })) as CorrectionView;
    expect(code(await decide(waiting, 'apply'))).toBe('record.decided');
    expect(await decide(next, 'apply')).toMatchObject({ state: 'applied' });
    expect(await get(id)).toMatchObject({ version: 2, serviceMinutes: 20 });
  });

  it('of a correction is a version more again; of an old version it is refused', async () => {
    const { id } = await confirmed();
    await decide(await propose(id, { serviceMinutes: 30 }), 'apply');
    expect(await propose(id, { serviceMinutes: 20 })).toMatchObject({
      code: 'record.versionSuperseded',
      data: { version: 2 },
    });
    await decide(await propose(id, { serviceMinutes: 40, ofVersion: 2 }), 'apply');
    expect(await told(id)).toEqual([
      [1, 45],
      [2, 30],
      [3, 40],
    ]);
  });

  it('voids, and a void record can be given back', async () => {
    const { id, errandId } = await confirmed();
    await decide(await propose(id, { kind: 'void', reason: 'duplicate' }), 'apply');
    expect(await get(id)).toMatchObject({ state: 'voided', serviceMinutes: 0, version: 2 });
    expect(await ask(errands.get, { id: errandId }, street.station)).toMatchObject({ state: 'voided' });
    expect(code(await propose(id, { kind: 'void', ofVersion: 2, reason: 'duplicate' }))).toBe(
      'record.nothingToCorrect',
    );
    await decide(await propose(id, { ofVersion: 2, reason: 'wronglyVoided' }), 'apply');
    expect(await get(id)).toMatchObject({ state: 'corrected', serviceMinutes: 45, version: 3 });
    expect(await ask(errands.get, { id: errandId }, street.station)).toMatchObject({ state: 'confirmed' });
    expect(await told(id)).toEqual([
      [1, 45],
      [2, 0],
      [3, 45],
    ]);
    expect(await claimFaults(street.house.database.adminUrl)).toEqual([]);
  });

  it('that cannot be is refused with its reason, and nothing is written', async () => {
    const { id } = await confirmed();
    const before = street.clock.now().toISOString();
    const refusals: [Partial<ProposeCorrectionInput>, string, Actor?][] = [
      [{ serviceMinutes: 46 }, 'record.minutesInvalid'],
      [{ serviceMinutes: 45 }, 'record.nothingToCorrect'],
      [{ startedAt: before, endedAt: '2026-01-01T00:00:00Z' }, 'record.timesInvalid'],
      [{ serviceMinutes: 30 }, 'resource.notFound', street.elsewhere],
      [{ serviceMinutes: 30 }, 'access.denied', street.volunteer],
      [{ serviceMinutes: 30 }, 'record.selfConfirmation', { ...street.station, id: street.volunteer.id }],
    ];
    for (const [terms, why, by] of refusals) expect(code(await propose(id, terms, by))).toBe(why);
    expect(await street.house.sql('select from tasks.correction where record_id = $1', [id])).toEqual([]);
    const waiting = await street.served();
    expect(code(await propose(waiting.id, { serviceMinutes: 30 }))).toBe('record.stateConflict');
    const open = await propose(id, { serviceMinutes: 30 });
    expect(code(await propose(id, { serviceMinutes: 20 }, street.committee))).toBe('record.correctionOpen');
    expect(await decide(open, 'decline', street.station)).toMatchObject({ state: 'declined' });
    expect(await get(id)).toMatchObject({ version: 1, state: 'confirmed' });
  });

  it('with the same id is the same one, and two who decide at once decide once', async () => {
    const { id } = await confirmed();
    const input = { id: newId(), serviceMinutes: 30 };
    const first = await propose(id, input);
    expect(await propose(id, input)).toEqual(first);
    expect(code(await propose(id, { ...input, serviceMinutes: 31 }))).toBe('idempotency.conflict');
    const answers = await Promise.all([decide(first, 'apply'), decide(first, 'decline', street.station)]);
    expect(answers.map(code).sort()).toEqual(['answered', 'record.decided']);
  });

  it('never changes a version that is there, not even by hand', async () => {
    const { id } = await confirmed();
    for (const statement of [
      'update tasks.record_version set service_minutes = 1 where record_id = $1',
      'delete from tasks.record_version where record_id = $1',
    ])
      await expect(street.house.sql(statement, [id])).rejects.toThrow('never changed');
  });
});

describe('a dispute', () => {
  const dispute = (recordId: string, by = street.resident) =>
    ask(records.dispute, { recordId, reason: 'minutesTooMany' }, by);
  const settle = (recordId: string, decision: 'confirm' | 'void', by = street.station, more: object = {}) =>
    ask(records.settleDispute, { recordId, decision, ...more }, by);

  it('holds the record until the station decides: confirmed with fewer minutes', async () => {
    const { id, errandId } = await street.served();
    expect(await dispute(id)).toMatchObject({ state: 'disputed' });
    expect(await dispute(id)).toMatchObject({ state: 'disputed' });
    expect(await ask(errands.get, { id: errandId }, street.station)).toMatchObject({ state: 'disputed' });
    expect(code(await ask(errands.confirmRecord, { id, method: 'callBack' }, street.committee))).toBe(
      'record.stateConflict',
    );
    expect(code(await settle(id, 'confirm', { ...street.station, id: street.volunteer.id }))).toBe(
      'record.selfConfirmation',
    );
    expect(await settle(id, 'confirm', street.station, { serviceMinutes: 25 })).toMatchObject({
      state: 'confirmed',
      serviceMinutes: 25,
    });
    expect(await settle(id, 'confirm')).toMatchObject({ state: 'confirmed' });
    expect(code(await settle(id, 'void'))).toBe('record.stateConflict');
  });

  it('voids, and the volunteer who objects with reason gets the minutes after all', async () => {
    const { id } = await street.served();
    await dispute(id);
    expect(await settle(id, 'void')).toMatchObject({ state: 'voided', serviceMinutes: 0, version: 1 });
    expect(await told(id)).toEqual([]);
    const objection = (await ask(
      records.object,
      { id: newId(), recordId: id, reason: 'wronglyVoided', note: '我有照片' },
      street.volunteer,
    )) as ObjectionView;
    expect(objection.state).toBe('raised');
    const correction = {
      kind: 'correct',
      serviceMinutes: 40,
      reason: 'wronglyVoided',
      evidence: 'photo',
    } as const;
    const upheld = (await ask(
      records.decideObjection,
      { id: objection.id, decision: 'upheld', answer: '照片属实', correction },
      street.station,
    )) as ObjectionView;
    expect(upheld).toMatchObject({ state: 'upheld', answer: '照片属实' });
    expect(await get(id)).toMatchObject({ state: 'voided' });
    await decide({ id: upheld.correctionId }, 'apply');
    expect(await get(id)).toMatchObject({ state: 'corrected', serviceMinutes: 40, version: 2 });
    expect(await told(id)).toEqual([[2, 40]]);
  });

  it('settled for attested minutes waits for the second person again', async () => {
    const { id } = await street.served({ code: false });
    await dispute(id, street.committee);
    expect(await settle(id, 'confirm')).toMatchObject({ state: 'submitted', confirmationsGiven: 1 });
    expect(await ask(errands.confirmRecord, { id, method: 'callBack' }, street.committee)).toMatchObject({
      state: 'confirmed',
    });
  });

  it('is not settled by who raised it, nor raised once the record is confirmed', async () => {
    const { id } = await street.served();
    await dispute(id, street.station);
    expect(code(await settle(id, 'confirm'))).toBe('record.sameApprover');
    expect(await settle(id, 'confirm', street.supervisor)).toMatchObject({ state: 'confirmed' });
    expect(code(await dispute(id))).toBe('record.stateConflict');
    expect(code(await dispute((await street.served()).id, street.volunteer))).toBe('access.denied');
  });
});

describe('an objection', () => {
  const raise = (recordId: string, by = street.volunteer, id = newId()) =>
    ask(records.object, { id, recordId, reason: 'minutesTooFew', note: '还等了半小时' }, by);

  it('is raised, investigated and dismissed with an answer; its text is for the two sides only', async () => {
    const { id } = await confirmed();
    const raised = (await raise(id)) as ObjectionView;
    expect(await raise(id, street.volunteer, raised.id)).toEqual(raised);
    expect(code(await raise(id))).toBe('record.objectionOpen');
    expect(code(await raise(id, street.rival))).toBe('resource.notFound');
    expect(await ask(records.investigateObjection, { id: raised.id }, street.station)).toMatchObject({
      state: 'investigating',
    });
    const decision = { id: raised.id, decision: 'dismissed' as const, answer: '等候不计入服务时长' };
    expect(code(await ask(records.decideObjection, decision, street.elsewhere))).toBe('resource.notFound');
    expect(
      code(await ask(records.decideObjection, decision, { ...street.station, id: street.volunteer.id })),
    ).toBe('record.selfConfirmation');
    expect(await ask(records.decideObjection, decision, street.supervisor)).toMatchObject({
      state: 'dismissed',
    });
    expect(code(await ask(records.decideObjection, { ...decision, answer: '再议' }, street.station))).toBe(
      'record.decided',
    );
    const textSeenBy = async (by: Actor) =>
      ((await ask(records.listObjections, {}, by)) as { items: ObjectionView[] }).items.find(
        (each) => each.id === raised.id,
      )?.note;
    expect(await textSeenBy(street.volunteer)).toBe('还等了半小时');
    expect(await textSeenBy(street.station)).toBe('还等了半小时');
    expect(await textSeenBy(street.committee)).toBeUndefined();
    expect(await textSeenBy(street.rival)).toBeUndefined();
    // Dismissed, it may be raised anew.
    expect(await raise(id)).toMatchObject({ state: 'raised' });
  });

  it('upheld comes with what to put in its place, and is none before the record is confirmed', async () => {
    const { id } = await confirmed();
    const { id: objectionId } = (await raise(id)) as ObjectionView;
    const upheld = { id: objectionId, decision: 'upheld' as const, answer: '属实' };
    expect(code(await ask(records.decideObjection, upheld, street.station))).toBe('request.invalid');
    const correction = {
      kind: 'correct',
      serviceMinutes: 46,
      reason: 'wrongMinutes',
      evidence: 'photo',
    } as const;
    expect(code(await ask(records.decideObjection, { ...upheld, correction }, street.station))).toBe(
      'record.minutesInvalid',
    );
    expect(code(await raise((await street.served()).id))).toBe('record.stateConflict');
  });
});

it('errands follow their own records, and none is open again for a void one', async () => {
  const [one, other] = [await confirmed(), await confirmed({ by: street.rival })];
  await decide(await propose(one.id, { kind: 'void', reason: 'notServed' }), 'apply');
  const state = async (id: string) => ((await ask(errands.get, { id }, street.station)) as ErrandView).state;
  expect([await state(one.errandId), await state(other.errandId)]).toEqual(['voided', 'confirmed']);
  expect(await claimFaults(street.house.database.adminUrl)).toEqual([]);
});
