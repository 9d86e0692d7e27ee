import { Integer } from './fields.js';

const count = { min: 0, max: Number.MAX_SAFE_INTEGER };
const signed = { min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };

/**
 * Totals of one region. What happened counts over a span of days, each thing on its own day; who is active counts
 * as of its last day. Minutes are integers; hours are a matter of printing.
 */
export class Metrics {
  @Integer({ ...count, description: 'Registered volunteers, by home community.' })
  volunteersRegistered!: number;
  @Integer({ ...count, description: 'Of these, with a verified real name.' }) volunteersVerified!: number;
  @Integer({
    ...count,
    description: 'Needs that were submitted; each state below counts when it is entered.',
  })
  needsSubmitted!: number;
  @Integer(count) needsVerified!: number;
  @Integer({ ...count, description: 'Needs forwarded to a station.' }) needsForwarded!: number;
  @Integer(count) needsAccepted!: number;
  @Integer(count) needsPosted!: number;
  @Integer(count) needsDispatched!: number;
  @Integer(count) needsReferred!: number;
  @Integer(count) needsRejected!: number;
  @Integer(count) needsFulfilled!: number;
  @Integer(count) needsClosed!: number;
  @Integer(count) needsCancelled!: number;
  @Integer(count) errandsOpened!: number;
  @Integer(count) errandsClaimed!: number;
  @Integer(count) errandsReleased!: number;
  @Integer({ ...count, description: 'Check-ins.' }) errandsCheckedIn!: number;
  @Integer(count) errandsFinished!: number;
  @Integer({ ...count, description: 'Errands whose window ended with a place left, each once.' })
  errandsExpired!: number;
  @Integer({ ...count, description: 'Errands whose need was cancelled.' }) errandsCancelled!: number;
  @Integer({ ...count, description: 'Purchases on errands that were paid back, at cost.' })
  purchasesPaid!: number;
  @Integer({ ...count, description: 'What they cost together, in fen.' }) purchasesPaidFen!: number;
  @Integer({ ...count, description: 'Confirmed service records: person-times (人次).' })
  servicesConfirmed!: number;
  @Integer({ ...count, description: 'Confirmed minutes proven by a device.' }) deviceVerifiedMinutes!: number;
  @Integer({ ...count, description: 'Confirmed minutes attested by two people.' }) attestedMinutes!: number;
  @Integer({
    ...count,
    description: 'Services given by volunteers whose home is here, wherever they gave them.',
  })
  homeServicesConfirmed!: number;
  @Integer({ ...count, description: 'Minutes of these, proven by a device.' })
  homeDeviceVerifiedMinutes!: number;
  @Integer({ ...count, description: 'Minutes of these, attested.' }) homeAttestedMinutes!: number;
  @Integer({
    ...signed,
    description:
      'Credits issued to volunteers for service, less what corrections took back: below 0 on days with more of these.',
  })
  creditsIssuedMinutes!: number;
  @Integer({ ...signed, description: 'Credits redeemed, less what was taken back.' })
  creditsSpentMinutes!: number;
  @Integer({ ...signed, description: 'Credits that nobody spent in time, less what was taken back.' })
  creditsExpiredMinutes!: number;
  @Integer({ ...signed, description: 'Credits taken back after they were spent, borne by the city.' })
  creditsWrittenOffMinutes!: number;
  @Integer({
    ...count,
    description: 'Volunteers who live here and served in the 30 days up to the last day.',
  })
  volunteersActive30!: number;
  @Integer({ ...count, description: 'The same in 90 days.' }) volunteersActive90!: number;
  @Integer({ ...count, description: 'The same in 365 days.' }) volunteersActive365!: number;
}

/** What happened on a day: counts of days add up. */
export const flowNames = [
  'volunteersRegistered',
  'volunteersVerified',
  'needsSubmitted',
  'needsVerified',
  'needsForwarded',
  'needsAccepted',
  'needsPosted',
  'needsDispatched',
  'needsReferred',
  'needsRejected',
  'needsFulfilled',
  'needsClosed',
  'needsCancelled',
  'errandsOpened',
  'errandsClaimed',
  'errandsReleased',
  'errandsCheckedIn',
  'errandsFinished',
  'errandsExpired',
  'errandsCancelled',
  'purchasesPaid',
  'purchasesPaidFen',
  'servicesConfirmed',
  'deviceVerifiedMinutes',
  'attestedMinutes',
  'homeServicesConfirmed',
  'homeDeviceVerifiedMinutes',
  'homeAttestedMinutes',
  'creditsIssuedMinutes',
  'creditsSpentMinutes',
  'creditsExpiredMinutes',
  'creditsWrittenOffMinutes',
] as const satisfies readonly (keyof Metrics)[];
export type FlowName = (typeof flowNames)[number];

/** Days up to the last within which somebody counts as active. */
export const activeWindowsDays = [30, 90, 365] as const;
/** How many there are at the end of a day: those of regions add up, those of days do not. */
export const standNames = [
  'volunteersActive30',
  'volunteersActive90',
  'volunteersActive365',
] as const satisfies readonly (keyof Metrics)[];
export type StandName = (typeof standNames)[number];

export const metricNames = [...flowNames, ...standNames] as const;
export type MetricName = (typeof metricNames)[number];

/** Credits that a day may take back more of than it adds. */
export const signedNames: readonly MetricName[] = [
  'creditsIssuedMinutes',
  'creditsSpentMinutes',
  'creditsExpiredMinutes',
  'creditsWrittenOffMinutes',
];
