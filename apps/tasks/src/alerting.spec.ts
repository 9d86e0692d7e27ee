import { describe, expect, it } from '@jest/globals';
import {
  type AlertCandidate,
  type AlertedErrand,
  alertsPerSlot,
  hindrancesOf,
  type KnownAlert,
  lastPhase,
  planRound,
  rank,
  type RoundPlan,
} from './alerting.js';
import { distanceMetres } from './place.js';

const minute = 60_000;
const now = Date.parse('2026-03-02T10:00:00+08:00');
const gate = { longitude: 117.71, latitude: 39.03 };
const north = (metres: number) => ({ ...gate, latitude: gate.latitude + metres / 111_195 });

const errand: AlertedErrand = {
  place: gate,
  type: 'groceries',
  windowStartMs: now,
  windowEndMs: now + 240 * minute,
  expectedMinutes: 30,
  openedAtMs: now,
  slotsFree: 1,
};
const candidate = (
  id: number,
  metres: number | undefined,
  fields: Partial<AlertCandidate> = {},
): AlertCandidate => ({
  volunteerId: `v${String(id).padStart(4, '0')}`,
  skills: [],
  place: metres === undefined ? undefined : north(metres),
  route: undefined,
  times: {
    override: { on: true, untilMs: now + 480 * minute },
    shifts: [],
    quiet: { startMinute: 0, endMinute: 0 },
  },
  alertsToday: 0,
  maxAlertsPerDay: 12,
  errandsLately: 0,
  heldCount: 0,
  overlaps: false,
  ...fields,
});
const plan = (
  candidates: AlertCandidate[],
  fields: Partial<Parameters<typeof planRound<AlertCandidate>>[0]> = {},
): RoundPlan<AlertCandidate> =>
  planRound({
    errand,
    sinceMs: now,
    phase: 0,
    alerts: [],
    candidates,
    activeClaimLimit: 5,
    nowMs: now,
    ...fields,
  });
const alert = (id: number, state: KnownAlert['state'], expiresInMinutes = 3): KnownAlert => ({
  id: `a${id}`,
  volunteerId: `v${String(id).padStart(4, '0')}`,
  state,
  expiresAtMs: now + expiresInMinutes * minute,
});

describe('who may be alerted', () => {
  it.each([
    ['anybody on duty', {}, []],
    [
      'nobody off duty',
      { times: { override: undefined, shifts: [], quiet: { startMinute: 0, endMinute: 0 } } },
      ['offDuty'],
    ],
    [
      'nobody in quiet hours',
      { times: { ...candidate(0, 0).times, quiet: { startMinute: 540, endMinute: 660 } } },
      ['quietHours'],
    ],
    ['nobody whose day is full', { alertsToday: 12 }, ['alertLimit']],
    ['nobody who wants none', { maxAlertsPerDay: 0 }, ['alertLimit']],
    ['nobody who holds enough', { heldCount: 5 }, ['claimLimit']],
    ['nobody who is elsewhere then', { overlaps: true }, ['overlap']],
  ] as const)('%s', (_, fields, hindrances) => {
    const found = hindrancesOf(candidate(1, 100, fields), 5, now);
    expect(found).toEqual(hindrances);
    expect(plan([candidate(1, 100, fields)]).alert).toHaveLength(hindrances.length === 0 ? 1 : 0);
  });
});

describe('a round', () => {
  it('alerts the best seven within a kilometre', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => candidate(i, i * 50));
    const { alert: alerted, phase, nextMs, expiresAtMs } = plan(crowd);
    expect(alerted.map((each) => each.candidate.volunteerId)).toEqual(
      crowd.slice(0, 7).map(({ volunteerId }) => volunteerId),
    );
    expect([phase, nextMs, expiresAtMs]).toEqual([0, now + 3 * minute, now + 3 * minute]);
  });

  it('prefers who had few errands lately among those as near', () => {
    const crowd = Array.from({ length: 10 }, (_, i) => candidate(i, 80, { errandsLately: i < 5 ? 8 : 0 }));
    const alerted = plan(crowd).alert.map((each) => each.candidate.errandsLately);
    expect(alerted).toEqual([0, 0, 0, 0, 0, 8, 8]);
  });

  it('replaces refusers and the silent, and keeps who may still answer', () => {
    const crowd = Array.from({ length: 20 }, (_, i) => candidate(100 + i, 100));
    const alerts = [
      alert(1, 'refused'),
      alert(2, 'sent', 0),
      alert(3, 'sent'),
      alert(4, 'sent', 1),
      alert(5, 'silent'),
    ];
    const { silent, alert: alerted, nextMs } = plan(crowd, { alerts });
    expect(silent).toEqual(['a2']);
    expect(alerted).toHaveLength(5);
    expect(nextMs).toBe(now + 1 * minute);
  });

  it('comes again at once in a wider circle where one has too few, until the widest', () => {
    const crowd = [
      candidate(1, 500),
      candidate(2, 1_500),
      candidate(3, 3_500),
      candidate(4, 9_000),
      candidate(5, undefined),
    ];
    const reached: number[][] = [];
    let phase = 0;
    let alerts: KnownAlert[] = [];
    for (let round = 0; round <= lastPhase; round++) {
      const left = crowd.filter(
        ({ volunteerId }) => !alerts.some((each) => each.volunteerId === volunteerId),
      );
      const next = plan(left, { phase, alerts });
      reached.push(next.alert.map((each) => Number(each.candidate.volunteerId.slice(1))));
      alerts = [
        ...alerts,
        ...next.alert.map(({ candidate: { volunteerId } }): KnownAlert => ({
          id: volunteerId,
          volunteerId,
          state: 'sent',
          expiresAtMs: next.expiresAtMs,
        })),
      ];
      expect(next.nextMs).toBe(round < lastPhase ? now : now + 3 * minute);
      phase = next.phase;
    }
    expect(reached).toEqual([[1], [2], [3], [4, 5]]);
  });

  it('asks from one circle less with each alert of the day, so that nobody is worn out by far ones', () => {
    const crowd = [0, 1, 2, 3, 4].flatMap((alertsToday) =>
      [800, 1_800, 3_800, 9_800].map((metres, i) => candidate(alertsToday * 10 + i, metres, { alertsToday })),
    );
    const asked = plan(crowd, { phase: lastPhase, errand: { ...errand, slotsFree: 10 } }).alert;
    const farthest = (alertsToday: number) =>
      Math.max(
        ...asked
          .filter((each) => each.candidate.alertsToday === alertsToday)
          .map((each) => distanceMetres(each.candidate.place ?? gate, gate)),
      );
    expect([0, 1, 2, 3, 4].map(farthest)).toEqual([9_800, 3_800, 1_800, 800, 800]);
  });

  it('spares nobody where even the widest circle holds fewer than seven', () => {
    const village = Array.from({ length: 6 }, (_, i) => candidate(i, 6_000, { alertsToday: 5 }));
    expect(plan(village, { phase: lastPhase }).alert).toHaveLength(6);
    expect(plan([...village, candidate(6, 6_000)], { phase: lastPhase }).alert).toHaveLength(1);
  });

  it('widens with time though the circle is not empty', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => candidate(i, 1_500));
    expect(plan(crowd).alert).toEqual([]);
    expect(plan(crowd, { nowMs: now + 8 * minute }).alert).toHaveLength(7);
  });

  it('asks seven for each free slot, seventy at most', () => {
    const crowd = Array.from({ length: 300 }, (_, i) => candidate(i, 100));
    expect(plan(crowd, { errand: { ...errand, slotsFree: 3 } }).alert).toHaveLength(21);
    expect(plan(crowd, { errand: { ...errand, slotsFree: 200 } }).alert).toHaveLength(70);
    expect(plan(crowd, { errand: { ...errand, slotsFree: 0 } }).alert).toEqual([]);
  });

  it('lets nobody answer later than the window', () => {
    const short = { ...errand, windowEndMs: now + 2 * minute };
    expect(plan([candidate(1, 10)], { errand: short }).expiresAtMs).toBe(now + 2 * minute);
  });
});

describe('any rounds', () => {
  let state = 11;
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;

  it('ask nobody twice, nobody unfit or beyond the circle, never more than wanted, and come to an end', () => {
    for (let world = 0; world < 60; world++) {
      const crowd = Array.from({ length: Math.floor(random() * 60) }, (_, i) =>
        candidate(i, random() < 0.1 ? undefined : random() * 14_000, {
          alertsToday: Math.floor(random() * 14),
          overlaps: random() < 0.1,
        }),
      );
      const slotsFree = 1 + Math.floor(random() * 3);
      const alerts = new Map<string, KnownAlert>();
      let [phase, at] = [0, now];
      while (at < errand.windowEndMs) {
        const candidates = crowd.filter(({ volunteerId }) => !alerts.has(volunteerId));
        const facts = {
          errand: { ...errand, slotsFree },
          sinceMs: now,
          phase,
          alerts: [...alerts.values()],
          candidates,
        };
        const next = planRound({ ...facts, activeClaimLimit: 5, nowMs: at });
        for (const id of next.silent) (alerts.get(id) as KnownAlert).state = 'silent';
        for (const { candidate: asked } of next.alert) {
          expect(hindrancesOf(asked, 5, at)).toEqual([]);
          const reach = asked.place ? distanceMetres(asked.place, gate) : 10_000;
          expect(reach).toBeLessThanOrEqual(10_000);
          alerts.set(asked.volunteerId, {
            id: asked.volunteerId,
            volunteerId: asked.volunteerId,
            state: 'sent',
            expiresAtMs: next.expiresAtMs,
          });
        }
        const waiting = [...alerts.values()].filter((each) => each.state === 'sent' && each.expiresAtMs > at);
        expect(waiting.length).toBeLessThanOrEqual(slotsFree * alertsPerSlot);
        for (const each of waiting) if (random() < 0.4) each.state = 'refused';
        expect(next.nextMs > at || next.phase > phase).toBe(true);
        [phase, at] = [next.phase, next.nextMs];
      }
    }
  });

  it('rank alike whatever the order of candidates', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => candidate(i, 200 + (i % 4) * 100));
    const ids = (list: AlertCandidate[]) => rank(errand, list, now).map((each) => each.candidate.volunteerId);
    expect(ids([...crowd].reverse())).toEqual(ids(crowd));
  });
});
