import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  confirming,
  DomainError,
  errands,
  feedback,
  heldErrands,
  mergeEvents,
  records,
  servedFacts,
  type ServiceRecordConfirmed,
  type ServiceRecordView,
  serviceData,
  systemActor,
  taskFacts,
  volunteerEvents,
} from '#contracts';
import { newId, newTraceId } from '#platform';
import { allConsumed, startStreet, type Street, tell } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { ConductJob } from './conduct.job.js';

// Real: PostgreSQL, NATS, tasks and stations. The register tells of volunteers and of merges as it would.
const community = '120116014001';
const system = systemActor('volunteers');
let street: Street;
let register: NatsConnection;
beforeAll(async () => {
  street = await startStreet({ NO_SHOW_LIMIT: '2', SUSPENSION_DAYS: '7', PUBLIC_NOTICE_DAYS: '0' });
  register = await street.house.connectAs('volunteers');
});
afterAll(() => street.house.stop());

const ask: Street['house']['ask'] = (...input) => street.house.ask(...input);
const code = (answer: object) => (answer instanceof DomainError ? answer.code : 'answered');
async function must<T extends object>(answer: Promise<T | DomainError>): Promise<T> {
  const given = await answer;
  if (given instanceof DomainError) throw given;
  return given;
}
const envelope = (subject: string, data: object) => ({
  ...{ id: newId(), subject, cityCode: 1201, occurredAt: street.clock.now().toISOString() },
  ...{ traceId: newTraceId(), data },
});

/** Somebody whom the register tells of; `version` 2 tells that the registration ended. */
async function tellOf(id: string, version = 1): Promise<void> {
  const verification = version === 1 ? 'verified' : 'unverified';
  const data = { volunteerId: id, version, communityCode: community, verification, displayName: '示*' };
  const told = {
    ...data,
    ...(version > 1 && { mayServe: false }),
    decidedAt: street.clock.now().toISOString(),
  };
  await tell(register, [envelope(volunteerEvents.verified.subject, told)]);
  await allConsumed(street.house.nats, 'tasks');
}
async function newcomer(): Promise<Actor> {
  const id = newId();
  await tellOf(id);
  return { id, role: 'volunteer' };
}
async function merge(lost: Actor, kept: Actor): Promise<void> {
  const at = street.clock.now().toISOString();
  const data = { mergedId: lost.id, keptId: kept.id, version: 2, communityCode: community };
  const event = envelope(mergeEvents.merged.subject, { ...data, registeredAt: at, mergedAt: at });
  await tell(register, [event, event]);
  await allConsumed(street.house.nats, 'tasks');
}
async function confirmed(by: Actor): Promise<ServiceRecordView> {
  const { id } = await street.served({ by });
  return must(ask(errands.confirmRecord, { id, method: 'review' }, street.station));
}
const told = async (recordId: string) =>
  (
    await street.house.sql<{ data: ServiceRecordConfirmed }>(
      `select data from tasks.outbox_event
       where subject = 'shunlu.evt.v1.serviceRecord.confirmed' and data ->> 'recordId' = $1 order by (data ->> 'version')::int`,
      [recordId],
    )
  ).map(({ data }) => [data.version, data.serviceMinutes, data.volunteerId]);
async function correct(recordId: string, serviceMinutes: number): Promise<void> {
  const id = newId();
  const terms = { kind: 'correct' as const, reason: 'wrongMinutes' as const, evidence: 'callBack' as const };
  const input = { id, recordId, ofVersion: 1, serviceMinutes, ...terms };
  await must(ask(records.proposeCorrection, input, street.station));
  await must(ask(records.decideCorrection, { id, decision: 'apply' }, street.committee));
}
/** Claimed, and nobody came. */
async function missed(by: Actor): Promise<void> {
  await street.claimed(by);
  street.clock.advanceMinutes(151);
  await Promise.all(street.house.services.slice(1).map(({ app }) => app.get(ConductJob).run()));
}

describe('what somebody served under two registrations', () => {
  it('is one person’s: seen, objected to, certified and taken along by the kept one', async () => {
    const [kept, lost] = [await newcomer(), await newcomer()];
    const [own, others] = [await confirmed(kept), await confirmed(lost)];
    await tellOf(lost.id, 2);
    await merge(lost, kept);
    expect(await ask(errands.getRecord, { id: others.id }, kept)).toMatchObject({ volunteerId: kept.id });
    expect(code(await ask(errands.getRecord, { id: others.id }, lost))).toBe('resource.notFound');
    const period = { volunteerId: kept.id, from: '2026-03-01', to: '2026-12-31' };
    const served = await must(ask(servedFacts.inPeriod, period, system));
    expect(served.items).toMatchObject([{ services: 2, serviceMinutes: 90 }]);
    const objection = { id: newId(), recordId: others.id, reason: 'minutesTooFew' as const };
    expect(code(await ask(records.object, objection, kept))).toBe('answered');
    const data = await must(ask(serviceData.read, {}, kept));
    const kinds = data.items.map(({ section }) => section);
    for (const [kind, count] of [
      ['serviceRecord', 2],
      ['claim', 2],
      ['objection', 1],
      ['mergedPerson', 1],
    ] as const)
      expect([kind, kinds.filter((each) => each === kind).length]).toEqual([kind, count]);
    const facts = await must(
      ask(taskFacts.listRecords, { communityCode: community }, systemActor('reporting')),
    );
    const mine = facts.items.filter(({ recordId }) => [own.id, others.id].includes(recordId));
    expect(mine.map(({ volunteerId }) => volunteerId)).toEqual([kept.id, kept.id]);
  });

  it('is told to others under the name it was told under first, corrections too', async () => {
    const [kept, lost] = [await newcomer(), await newcomer()];
    const { id } = await confirmed(lost);
    await merge(lost, kept);
    await correct(id, 30);
    expect(await told(id)).toEqual([
      [1, 45, lost.id],
      [2, 30, lost.id],
    ]);
    expect(await ask(errands.getRecord, { id }, kept)).toMatchObject({ serviceMinutes: 30, version: 2 });
  });

  it('follows through two merges, whichever is heard first', async () => {
    const [a, b, c] = [await newcomer(), await newcomer(), await newcomer()];
    const [ofA, ofB] = [await confirmed(a), await confirmed(b)];
    await merge(b, c);
    await merge(a, b);
    for (const { id } of [ofA, ofB])
      expect(await ask(errands.getRecord, { id }, c)).toMatchObject({ volunteerId: c.id });
    await correct(ofA.id, 30);
    expect((await told(ofA.id)).map(([, , volunteerId]) => volunteerId)).toEqual([a.id, a.id]);
  });
});

describe('a registration that ended', () => {
  it('holds and claims nothing, and what it held goes on with the kept one', async () => {
    const [kept, lost] = [await newcomer(), await newcomer()];
    const need = await street.claimed(lost);
    await merge(lost, kept);
    expect(await must(ask(heldErrands.count, { id: lost.id }, system))).toEqual({ count: 0 });
    expect(await must(ask(heldErrands.count, { id: kept.id }, system))).toEqual({ count: 1 });
    const step = { errandId: need.errandId, code: need.serviceCode };
    expect(code(await ask(errands.checkIn, step, lost))).not.toBe('answered');
    expect(code(await ask(errands.checkIn, step, kept))).toBe('answered');
    const { errandId } = await street.accepted();
    expect(code(await ask(errands.claim, { id: newId(), errandId }, lost))).toBe('volunteer.notVerified');
  });

  it('sheds no suspension and no missed errand', async () => {
    const [kept, lost] = [await newcomer(), await newcomer()];
    await missed(kept);
    await missed(lost);
    await merge(lost, kept);
    expect((await must(ask(feedback.listNoShows, {}, kept))).items).toHaveLength(2);
    const [another, suspended] = [await newcomer(), await newcomer()];
    await missed(suspended);
    await missed(suspended);
    const { errandId } = await street.accepted();
    expect(code(await ask(errands.claim, { id: newId(), errandId }, suspended))).toBe('volunteer.suspended');
    await merge(suspended, another);
    expect(code(await ask(errands.claim, { id: newId(), errandId }, another))).toBe('volunteer.suspended');
  });

  it('leaves its ties: nobody serves oneself or the own family by another name', async () => {
    const [kept, lost] = [await newcomer(), await newcomer()];
    const tie = { id: newId(), volunteerId: lost.id, otherId: street.resident.id, kind: 'family' as const };
    await must(ask(confirming.declareTie, tie, street.station));
    await merge(lost, kept);
    const { errandId } = await street.accepted();
    expect(code(await ask(errands.claim, { id: newId(), errandId }, kept))).toBe('claim.conflictOfInterest');
  });
});
