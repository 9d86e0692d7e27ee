import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type CorrectionView,
  DomainError,
  errands,
  type ObjectionView,
  policyEvents,
  type RecordHistory,
  records,
  type RecordState,
  type ServiceRecordConfirmed,
  type ServiceRecordView,
} from '#contracts';
import { newId, newTraceId } from '#platform';
import { allConsumed, claimFaults, startStreet, type Street, tell } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { RecordsJob } from './records.job.js';

// A service record under a random history of what people, the ledger and the clock can do to it, with a public
// notice of two days, held against a naive model of a few lines. Change the seed for another history.
const seed = 20_260_302;
const recordCount = 12;
const stepsPerRecord = 14;
let street: Street;
let ledger: NatsConnection;

beforeAll(async () => {
  street = await startStreet({ NOTICE_DAYS: '2', AUTO_CONFIRM_HOURS: '720' });
  ledger = await street.house.connectAs('ledger');
});
afterAll(() => street.house.stop());

/** What the model knows of a record. */
interface Model {
  state: RecordState;
  version: number;
  minutes: number;
  /** Versions that ledger, register and reports were told. */
  told: [version: number, minutes: number][];
  versions: number;
  noticeUntil?: number;
  open?: string;
  objection?: string;
}

const ask: Street['house']['ask'] = (...input) => street.house.ask(...input);

type Step = (record: ServiceRecordView, model: Model, random: (below: number) => number) => Promise<void>;

/** Asks, and lets the model follow where it says that this may be; elsewhere it must be refused. */
async function step(may: boolean, answer: Promise<object>, follow: () => void): Promise<void> {
  const given = await answer;
  expect([may, given instanceof DomainError ? given.code : 'answered']).toEqual([
    may,
    may
      ? 'answered'
      : expect.stringMatching(
          /^record\.(stateConflict|nothingToCorrect|correctionOpen|objectionOpen|decided)$/,
        ),
  ]);
  if (may) follow();
}

const settled: RecordState[] = ['confirmed', 'inNotice', 'credited', 'corrected', 'voided'];
const isSettled = ({ state }: Model) => settled.includes(state);

function publish(model: Model): void {
  model.state = 'inNotice';
  model.noticeUntil = street.clock.now().getTime() + 2 * 86_400_000;
}

function replace(model: Model, minutes: number): void {
  model.version += 1;
  model.versions += 1;
  model.minutes = minutes;
  const wasTold = model.told.length > 0;
  if (minutes === 0) model.state = 'voided';
  else if (wasTold) model.state = 'corrected';
  else publish(model);
  if (wasTold) model.told.push([model.version, minutes]);
}

const steps: Record<string, Step> = {
  confirm: ({ id }, model) =>
    step(
      model.state === 'submitted',
      ask(errands.confirmRecord, { id, method: 'review' }, { ...street.station, id: newId() }),
      () => {
        model.versions = 1;
        publish(model);
      },
    ),
  dispute: ({ id }, model) =>
    step(
      model.state === 'submitted',
      ask(records.dispute, { recordId: id, reason: 'other' }, { ...street.committee, id: newId() }),
      () => (model.state = 'disputed'),
    ),
  settle: ({ id }, model, random) => {
    const decision = random(2) === 0 ? 'confirm' : 'void';
    const by = { ...street.supervisor, id: newId() };
    return step(
      model.state === 'disputed',
      ask(records.settleDispute, { recordId: id, decision }, by),
      () => {
        model.versions = 1;
        if (decision === 'confirm') publish(model);
        else Object.assign(model, { state: 'voided', minutes: 0 });
      },
    );
  },
  propose: ({ id }, model, random) => {
    const isVoid = random(4) === 0;
    const serviceMinutes = 1 + random(45);
    const terms = isVoid ? { kind: 'void' as const } : { kind: 'correct' as const, serviceMinutes };
    const input = { id: newId(), recordId: id, ofVersion: model.version, ...terms };
    const differs = (isVoid ? 0 : serviceMinutes) !== model.minutes;
    return step(
      isSettled(model) && differs && !model.open,
      ask(
        records.proposeCorrection,
        { ...input, reason: 'wrongMinutes', evidence: 'seenByStaff' },
        street.station,
      ),
      () => (model.open = input.id),
    );
  },
  apply: async (_, model, random) => {
    if (!model.open) return;
    const decision = random(4) === 0 ? 'decline' : 'apply';
    const decided = (await ask(
      records.decideCorrection,
      { id: model.open, decision },
      street.committee,
    )) as CorrectionView;
    expect(decided.state).toBe(decision === 'apply' ? 'applied' : 'declined');
    model.open = undefined;
    if (decision === 'apply') replace(model, decided.kind === 'void' ? 0 : (decided.serviceMinutes ?? 0));
  },
  object: ({ id }, model) => {
    const input = { id: newId(), recordId: id, reason: 'other' as const };
    return step(
      isSettled(model) && !model.objection,
      ask(records.object, input, street.volunteer),
      () => (model.objection = input.id),
    );
  },
  dismiss: async (_, model) => {
    if (!model.objection) return;
    const input = { id: model.objection, decision: 'dismissed' as const, answer: '已核实' };
    expect(((await ask(records.decideObjection, input, street.station)) as ObjectionView).state).toBe(
      'dismissed',
    );
    model.objection = undefined;
  },
  credit: async ({ id }, model) => {
    await tell(ledger, [
      {
        ...{
          id: newId(),
          subject: policyEvents.earningDecided.subject,
          cityCode: 1201,
          traceId: newTraceId(),
        },
        ...{ occurredAt: street.clock.now().toISOString(), data: { recordId: id } },
      },
    ]);
    await allConsumed(street.house.nats, 'tasks');
    const may = ['inNotice', 'corrected'].includes(model.state) && model.told.length > 0;
    if (may) model.state = 'credited';
  },
};

/** A day passes; notices that are over, with nothing open against them, are told. */
async function passDay(models: Iterable<Model>): Promise<void> {
  street.clock.advanceMinutes(24 * 60);
  await Promise.all(street.house.services.slice(1).map(({ app }) => app.get(RecordsJob).run()));
  for (const model of models)
    if (
      model.state === 'inNotice' &&
      model.told.length === 0 &&
      (model.noticeUntil ?? 0) <= street.clock.now().getTime() &&
      !model.open &&
      !model.objection
    )
      model.told.push([model.version, model.minutes]);
}

async function expectAsModelled(record: ServiceRecordView, model: Model): Promise<void> {
  const { state, version, serviceMinutes } = (await ask(
    errands.getRecord,
    { id: record.id },
    street.station,
  )) as ServiceRecordView;
  const { versions } = (await ask(records.history, { id: record.id }, street.station)) as RecordHistory;
  const told = await street.house.sql<{ data: ServiceRecordConfirmed }>(
    `select data from tasks.outbox_event
     where subject = 'shunlu.evt.v1.serviceRecord.confirmed' and data ->> 'recordId' = $1 order by (data ->> 'version')::int`,
    [record.id],
  );
  expect({
    ...{ state, version, minutes: serviceMinutes, versions: versions.length },
    told: told.map(({ data }) => [data.version, data.serviceMinutes]),
  }).toEqual({
    ...{ state: model.state, version: model.version, minutes: model.minutes, versions: model.versions },
    told: model.told,
  });
}

it(`records go the way of the model (seed ${seed})`, async () => {
  let state = seed;
  const random = (below: number) => (state = (state * 48271) % 2147483647) % below;
  const names = Object.keys(steps);
  const models = new Map<ServiceRecordView, Model>();
  for (let count = 0; count < recordCount; count++)
    models.set(await street.served(), { state: 'submitted', version: 1, minutes: 45, told: [], versions: 0 });
  const seen = new Set<string>();
  for (let round = 0; round < stepsPerRecord; round++) {
    for (const [record, model] of models) {
      const name = names[random(names.length)] ?? '';
      await steps[name]?.(record, model, random);
      await expectAsModelled(record, model);
      seen.add(model.state);
    }
    await passDay(models.values());
  }
  for (const [record, model] of models) await expectAsModelled(record, model);
  expect([...seen].sort()).toEqual(['corrected', 'credited', 'disputed', 'inNotice', 'submitted', 'voided']);
  expect(await claimFaults(street.house.database.adminUrl)).toEqual([]);
}, 120_000);
