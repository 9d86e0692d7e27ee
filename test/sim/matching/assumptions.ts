import { type needTypes } from '#contracts';

/**
 * What is assumed of people, as data; docs/simulation.md says where each figure comes from and how the answer
 * changes with it. The same for every strategy.
 */
export interface Assumptions {
  /** An alert right beside a free, rested courier is taken with a chance of 0 to this; the mean is a third of it. */
  willingness: number;
  /** Up to here distance does not matter … */
  nearMetres: number;
  /** … and beyond it the chance falls by 63 % each such stretch. */
  farMetres: number;
  /** Half as many alerts are read after so many on one day. */
  alertsUntilHalfRead: number;
  /** Each alert of a day beyond so many … */
  annoyedAfterAlerts: number;
  /** … makes a courier go off duty for the rest of the day with this chance: no alerts, no feed. */
  leaveShare: number;
  /** Share of the chance left in the hours of the couriers' own peaks. */
  peakShare: number;
  /** Hours of the day in which couriers have their own hands full. */
  peakHours: readonly number[];
  /** Of those who do not take it, so many say so; the others stay silent. */
  refusalShare: number;
  answerMedianSeconds: number;
  /** A courier on duty looks at the feed so often. */
  browseMinutes: number;
  /** Who looks by themselves is so much more willing. */
  browseFactor: number;
  browseMetres: number;
  /** Claims that are given back, 5 to 25 minutes later. */
  dropOutShare: number;
  metresPerMinute: number;
}

export const usualAssumptions: Assumptions = {
  willingness: 0.6,
  nearMetres: 500,
  farMetres: 1_200,
  alertsUntilHalfRead: 10,
  annoyedAfterAlerts: 20,
  leaveShare: 0.1,
  peakShare: 0.4,
  peakHours: [11, 12, 17, 18],
  refusalShare: 0.3,
  answerMedianSeconds: 45,
  browseMinutes: 60,
  browseFactor: 1.5,
  browseMetres: 1_500,
  dropOutShare: 0.05,
  metresPerMinute: 250,
};

/** Where and how much. */
export interface Scenario {
  name: string;
  days: number;
  districts: number;
  communities: number;
  couriers: number;
  needsPerDay: number;
  /** Square kilometres that the communities cover. */
  squareKilometres: number;
}

export const scenarios = {
  /** TEDA: 20 committees, 80-odd couriers. */
  subdistrict: {
    name: '街道一日 a subdistrict’s day',
    days: 1,
    districts: 1,
    communities: 20,
    couriers: 84,
    needsPerDay: 250,
    squareKilometres: 20,
  },
  month: {
    name: '街道三十日 a subdistrict’s 30 days',
    days: 30,
    districts: 1,
    communities: 20,
    couriers: 84,
    needsPerDay: 250,
    squareKilometres: 20,
  },
  city: {
    name: '全市一日 a city’s day',
    days: 1,
    districts: 16,
    communities: 5_617,
    couriers: 50_000,
    needsPerDay: 200_000,
    squareKilometres: 1_500,
  },
} as const satisfies Record<string, Scenario>;

/** Share of a day's needs that open in each hour from 7:00; a first peak before lunch, a second before dinner. */
export const needsByHour = [3, 6, 10, 13, 15, 11, 7, 6, 8, 9, 7, 3, 2] as const;
export const firstHour = 7;

/** Type, its share of needs, expected minutes, and minutes until the window ends. */
export const needMix: readonly [
  type: (typeof needTypes)[number],
  share: number,
  minutes: number,
  window: number,
][] = [
  ['groceries', 40, 30, 180],
  ['medicine', 20, 25, 120],
  ['parcels', 20, 15, 240],
  ['company', 5, 60, 360],
  ['repair', 5, 45, 480],
  ['paperwork', 5, 40, 480],
  ['other', 5, 30, 240],
];
