import { describe, expect, it } from '@jest/globals';
import {
  cohortEvents,
  errandEvents,
  evidenceEvents,
  type EventEnvelope,
  matchingEvents,
  redemptionEvents,
  serviceNames,
  services,
} from '#contracts';
import { HintBoard, type Listener } from './hint.board.js';
import { type AddressedHint, hintOf, isHinted } from './hint.js';

describe('hints', () => {
  it('know every event that anybody publishes, but for those that are for outsiders, for totals or for the ledger', () => {
    const subjects = serviceNames.flatMap((name) => services[name].publishes.map(({ subject }) => subject));
    expect(subjects.filter((subject) => !isHinted(subject))).toEqual([
      cohortEvents.known.subject,
      redemptionEvents.errandSettled.subject,
      evidenceEvents.headPublished.subject,
    ]);
  });

  it('carry type, id and time, and are addressed by place and person', () => {
    const event: EventEnvelope = {
      id: 'event',
      subject: errandEvents.claimed.subject,
      cityCode: 1201,
      occurredAt: '2026-03-02T01:30:00.000Z',
      traceId: '1'.repeat(32),
      data: {
        errandId: 'errand',
        communityCode: '120116014001',
        type: 'groceries',
        volunteerId: 'v',
        at: '',
      },
    };
    expect(hintOf(event)).toEqual({
      type: 'errand.claimed',
      id: 'errand',
      at: '2026-03-02T01:30:00.000Z',
      communityCode: 120116014001,
      volunteerId: 'v',
      feedOfCity: 1201,
    });
    const alerted = { ...event, subject: matchingEvents.alerted.subject };
    expect(hintOf({ ...alerted, data: { ...event.data, alertId: 'a' } })).toMatchObject({
      type: 'volunteer.alerted',
      id: 'a',
      communityCode: 0,
      volunteerId: 'v',
      feedOfCity: undefined,
    });
    expect(hintOf({ ...event, subject: 'shunlu.evt.v1.of.tomorrow' })).toBeUndefined();
  });
});

describe('the board', () => {
  const hint = (id: string, further: Partial<AddressedHint> = {}): AddressedHint => ({
    type: 'need.moved',
    id,
    at: '',
    communityCode: 120116014001,
    ...further,
  });
  const idsFor = (hints: AddressedHint[], listener: Listener) => {
    const board = new HintBoard();
    for (const each of hints) board.add(each);
    const [dealt] = board.deal([listener]);
    return dealt?.[1].map((text) => (JSON.parse(text) as { id: string }).id) ?? [];
  };

  it('deals to staff by region, its borders included', () => {
    const staff = { actorId: 's', range: { code: 120116014000, last: 120116014999 } };
    const places = [120116013999, 120116014000, 120116014999, 120116015000];
    const hints = places.map((communityCode) => hint(String(communityCode), { communityCode }));
    expect(idsFor(hints, staff)).toEqual(['120116014000', '120116014999']);
  });

  it('deals to a volunteer by city and person, and to nobody by absence', () => {
    const hints = [hint('feed', { feedOfCity: 1201 }), hint('own', { volunteerId: 'v' }), hint('staff only')];
    expect(idsFor(hints, { actorId: 'v', cityCode: 1201 })).toEqual(['feed', 'own']);
    expect(idsFor(hints, { actorId: 'w' })).toEqual([]);
    expect(idsFor(hints, { actorId: '' })).toEqual([]);
  });

  it('forgets the oldest of too many, and what it has dealt', () => {
    const staff = { actorId: 's', range: { code: 0, last: 999999999999 } };
    const many = Array.from({ length: 3_000 }, (_, index) => hint(String(index)));
    expect(idsFor(many, staff)).toEqual(many.slice(-20).map(({ id }) => id));
    const board = new HintBoard();
    expect([board.add(hint('1')), board.add(hint('2'))]).toEqual([true, false]);
    expect(board.deal([staff])).toHaveLength(1);
    expect(board.deal([staff])).toEqual([]);
    expect(board.add(hint('3'))).toBe(true);
  });
});
