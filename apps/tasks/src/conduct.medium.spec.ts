import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  errands,
  feedback,
  type FeedbackChoice,
  type FeedbackPage,
  type NoShowPage,
  type NoShowView,
  type SuspensionPage,
  type SuspensionView,
} from '#contracts';
import { newId } from '#platform';
import { claimFaults, startStreet, type Street } from '#testing';
import { ConductJob } from './conduct.job.js';

// Real: PostgreSQL, NATS, tasks and stations.
let street: Street;
beforeAll(async () => void (street = await startStreet({ NO_SHOW_LIMIT: '2', SUSPENSION_DAYS: '7' })));
afterAll(() => street.house.stop());

const ask: Street['house']['ask'] = (...input) => street.house.ask(...input);
const code = (answer: object) => (answer instanceof DomainError ? answer.code : 'answered');
const runJobs = () => Promise.all(street.house.services.slice(1).map(({ app }) => app.get(ConductJob).run()));
const noShows = async (by: Actor) => ((await ask(feedback.listNoShows, {}, by)) as NoShowPage).items;
const suspensions = async (by: Actor) =>
  ((await ask(feedback.listSuspensions, {}, by)) as SuspensionPage).items;

/** Claimed, and nobody came: the window of two hours and the grace of half an hour go by. */
async function missed(by: Actor): Promise<string> {
  const { errandId } = await street.claimed(by);
  street.clock.advanceMinutes(151);
  await Promise.all([runJobs(), runJobs()]);
  return errandId;
}

describe('feedback', () => {
  const give = (recordId: string, choices: FeedbackChoice[], by: Actor, more: object = {}) =>
    ask(feedback.give, { id: newId(), recordId, choices, ...more }, by);
  const readBy = async (by: Actor, input: object = {}) =>
    ((await ask(feedback.list, input, by)) as FeedbackPage).items;

  it('is given once a side, and read by the station and the two it is between', async () => {
    const { id } = await street.served();
    const input = { id: newId(), recordId: id, choices: ['welcoming'] as FeedbackChoice[] };
    const first = await ask(feedback.give, input, street.volunteer);
    expect(await ask(feedback.give, input, street.volunteer)).toEqual(first);
    expect(code(await ask(feedback.give, { ...input, choices: ['notAtHome'] }, street.volunteer))).toBe(
      'idempotency.conflict',
    );
    expect(code(await give(id, ['clearNeed'], street.volunteer))).toBe('feedback.given');
    const word = await give(id, ['late', 'friendly', 'late'], street.resident, { comment: '晚了十分钟' });
    expect(word).toMatchObject({
      from: 'resident',
      onBehalf: false,
      choices: ['friendly', 'late'],
      serious: false,
    });
    const of = (items: { recordId: string; comment?: string }[]) =>
      items.filter(({ recordId }) => recordId === id).map(({ comment }) => comment);
    for (const reader of [street.volunteer, street.resident, street.station])
      expect(of(await readBy(reader))).toEqual(['晚了十分钟', undefined]);
    expect(of(await readBy(street.rival))).toEqual([]);
    expect(of(await readBy(street.elsewhere))).toEqual([]);
    expect(code(await ask(feedback.list, {}, street.committee))).toBe('access.denied');
    const kept = await street.house.sql('select * from tasks.feedback where record_id = $1', [id]);
    expect(JSON.stringify(kept)).not.toContain('十分钟');
  });

  it('is written down by the committee for who has no phone, and is no word of the other side', async () => {
    const { id } = await street.served();
    expect(code(await give(id, ['welcoming'], street.committee))).toBe('feedback.choiceInvalid');
    expect(code(await give(id, [], street.committee))).toBe('feedback.choiceInvalid');
    expect(code(await give(id, ['late'], street.volunteer))).toBe('feedback.choiceInvalid');
    expect(code(await give(id, ['welcoming'], street.rival))).toBe('resource.notFound');
    expect(await give(id, ['askedForMoney'], street.committee)).toMatchObject({
      onBehalf: true,
      serious: true,
    });
    expect((await readBy(street.station, { serious: true })).map(({ recordId }) => recordId)).toContain(id);
    const [told] = await street.house.sql<{ data: object }>(
      `select data from tasks.outbox_event where subject = 'shunlu.evt.v1.feedback.given' and (data ->> 'serious')::boolean`,
    );
    // No word of it but whether there was a complaint, from which stars follow.
    expect(Object.keys(told?.data ?? {}).sort()).toEqual([
      ...['at', 'communityCode', 'feedbackId', 'isGood', 'serious', 'volunteerId'],
    ]);
  });
});

describe('a no-show', () => {
  it('is recorded by rule after the grace, once, and the errand goes to the station', async () => {
    const { errandId } = await street.claimed(street.rival);
    street.clock.advanceMinutes(149);
    await runJobs();
    expect(await noShows(street.rival)).toEqual([]);
    street.clock.advanceMinutes(1);
    await Promise.all([runJobs(), runJobs()]);
    await runJobs();
    const [noShow, ...others] = await noShows(street.rival);
    expect([noShow?.state, noShow?.errandId, others]).toEqual(['recorded', errandId, []]);
    expect(await ask(errands.get, { id: errandId }, street.station)).toMatchObject({ state: 'expired' });
    expect(await claimFaults(street.house.database.adminUrl)).toEqual([]);
  });

  it('is none for who began, released, or whose need was cancelled', async () => {
    const before = (await noShows(street.station)).length;
    const begun = await street.claimed();
    await ask(errands.checkIn, { errandId: begun.errandId }, street.volunteer);
    street.clock.advanceMinutes(300);
    await runJobs();
    await ask(errands.checkOut, { errandId: begun.errandId }, street.volunteer);
    const released = await street.claimed();
    await ask(errands.release, { errandId: released.errandId, reason: 'flat tyre' }, street.volunteer);
    street.clock.advanceMinutes(300);
    await runJobs();
    expect(await noShows(street.station)).toHaveLength(before);
  });

  it('suspends with the measure full; an appeal that is right takes both back', async () => {
    await missed(street.rival);
    const [suspension] = await suspensions(street.rival);
    expect(suspension).toMatchObject({ state: 'running', noShows: 2 });
    const need = await street.accepted();
    const claim = () => ask(errands.claim, { id: newId(), errandId: need.errandId }, street.rival);
    expect(await claim()).toMatchObject({ code: 'volunteer.suspended', data: { until: suspension?.until } });
    const [last] = await noShows(street.rival);
    const appeal = { id: last?.id ?? '', reason: 'residentAsked' as const, note: '老人说改天' };
    expect(code(await ask(feedback.appeal, appeal, street.volunteer))).toBe('resource.notFound');
    expect(await ask(feedback.appeal, appeal, street.rival)).toMatchObject({ state: 'appealed' });
    const decide = (decision: 'upheld' | 'withdrawn', by: Actor) =>
      ask(feedback.decideAppeal, { id: appeal.id, decision, answer: '已核实' }, by);
    expect(code(await decide('withdrawn', { ...street.station, id: street.rival.id }))).toBe(
      'conduct.ownCase',
    );
    expect(code(await decide('withdrawn', street.elsewhere))).toBe('resource.notFound');
    expect(await decide('withdrawn', street.station)).toMatchObject({ state: 'withdrawn', answer: '已核实' });
    expect(await decide('withdrawn', street.station)).toMatchObject({ state: 'withdrawn' });
    expect(code(await decide('upheld', street.supervisor))).toBe('conduct.decided');
    expect((await suspensions(street.rival)).map(({ state }) => state)).toEqual(['lifted']);
    expect(await claim()).toMatchObject({ state: 'claimed' });
    await ask(errands.release, { errandId: need.errandId, reason: 'flat tyre' }, street.rival);
  });
});

describe('a suspension', () => {
  it('is reviewed on request, by another than who decided the appeals, and runs out by itself', async () => {
    await missed(street.volunteer);
    await missed(street.volunteer);
    const [noShow] = (await noShows(street.volunteer)) as [NoShowView];
    await ask(feedback.appeal, { id: noShow.id, reason: 'accident' }, street.volunteer);
    await ask(feedback.decideAppeal, { id: noShow.id, decision: 'upheld', answer: '无凭据' }, street.station);
    const [running] = (await suspensions(street.volunteer)) as [SuspensionView];
    expect(running.state).toBe('running');
    expect(
      await ask(feedback.askReview, { id: running.id, note: '电动车坏了' }, street.volunteer),
    ).toMatchObject({
      state: 'reviewAsked',
    });
    const review = (decision: 'lift' | 'keep', by: Actor) =>
      ask(feedback.reviewSuspension, { id: running.id, decision, answer: '已看过' }, by);
    expect(code(await review('lift', street.station))).toBe('conduct.ownCase');
    expect(await review('keep', street.supervisor)).toMatchObject({ state: 'kept' });
    expect(code(await review('lift', { ...street.supervisor, id: newId() }))).toBe('conduct.decided');
    const claim = async () => {
      const { errandId } = await street.accepted();
      const answer = await ask(errands.claim, { id: newId(), errandId }, street.volunteer);
      return code(answer);
    };
    expect(await claim()).toBe('volunteer.suspended');
    street.clock.advanceMinutes(7 * 24 * 60);
    expect(await claim()).toBe('answered');
    // The no-shows that led to it are spent: one more alone does not suspend again.
    street.clock.advanceMinutes(300);
    await runJobs();
    expect(await suspensions(street.volunteer)).toHaveLength(1);
  });
});
