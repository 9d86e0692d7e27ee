import { describe, expect, it } from '@jest/globals';
import { follow as followRecords, newestOf, type Served } from './served.js';
import { Tally } from './tally.js';

const community = 120116014001;

/** Numbers that are the same in every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function randomRecords(random: (below: number) => number): Served[] {
  return Array.from({ length: 12 }, (_, record) =>
    Array.from({ length: 1 + random(5) }, (_, version): Served => ({
      cityCode: 1201,
      recordId: `record ${record}`,
      volunteerId: `volunteer ${record}`,
      version: version + 1,
      communityCode: community + random(3),
      day: `2026-03-0${1 + random(5)}`,
      verification: random(2) === 0 ? 'deviceVerified' : 'attested',
      serviceMinutes: random(4) === 0 ? 0 : 1 + random(240),
      recipientKey: null,
      householdKey: null,
    })),
  ).flat();
}

const sumsOf = (tally: Tally) =>
  tally
    .byDay()
    .map(({ communityCode, day, counts }) => [
      communityCode,
      day,
      counts.servicesConfirmed,
      counts.deviceVerifiedMinutes,
      counts.attestedMinutes,
    ])
    .filter(([, , ...counts]) => counts.some((count) => count !== 0));

/** The highest version of each record, counted one by one. */
function naive(told: readonly Served[]): Tally {
  const last = new Map<string, Served>();
  for (const record of told)
    if (record.version > (last.get(record.recordId)?.version ?? 0)) last.set(record.recordId, record);
  const tally = new Tally();
  for (const { communityCode, day, verification, serviceMinutes } of last.values())
    if (serviceMinutes > 0)
      tally.add(communityCode, day, {
        servicesConfirmed: 1,
        [`${verification}Minutes`]: serviceMinutes,
      });
  return tally;
}

describe('versions of service records', () => {
  it('come to what a naive recount says, in any order, in batches, again and again', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = randomOf(seed);
      const told = randomRecords(random);
      const order = [...told, ...told.filter(() => random(2) === 0)]
        .map((record) => [random(1_000_000), record] as const)
        .sort(([a], [b]) => a - b)
        .map(([, record]) => record);
      const tally = new Tally();
      const known = new Map<string, Served>();
      while (order.length > 0) {
        const batch = newestOf(order.splice(0, 1 + random(7)));
        for (const record of followRecords(tally, [...known.values()], batch).changed)
          known.set(record.recordId, record);
      }
      expect([seed, sumsOf(tally)]).toEqual([seed, sumsOf(naive(told))]);
    }
  });

  it('take nothing back for a row that was only made to be locked', () => {
    const tally = new Tally();
    const told: Served = {
      ...{
        cityCode: 1201,
        recordId: 'r',
        volunteerId: 'v',
        version: 2,
        communityCode: community,
        day: '2026-03-02',
      },
      ...{ verification: 'attested', serviceMinutes: 30, recipientKey: null, householdKey: null },
    };
    followRecords(tally, [{ ...told, version: 0, serviceMinutes: 0 }], [told]);
    expect(sumsOf(tally)).toEqual([[community, '2026-03-02', 1, 0, 30]]);
  });
});
