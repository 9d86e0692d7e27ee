import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  cohortEvents,
  ledger,
  type PostTransferInput,
  solvency,
  type Solvency,
  type TransferCode,
} from '#contracts';
import { ManualClock, newId, shanghaiDay } from '#platform';
import { allConsumed, type LedgerCity, openCity, startHouse, tell, type TestHouse } from '#testing';
import { ledgerService } from './definition.js';
import { HeadsService } from './heads.service.js';

// Real: PostgreSQL, NATS, the ledger. A random history is posted and, beside it, written down naively.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const system: Actor = { id: 'tasks', role: 'system' };
const official: Actor = { id: newId(), role: 'official', region: '120000000000' };
const communities = [120116014001, 120116014002, 120117001001];
const decades = [1930, 1940, 1950, 1980];
const seed = 20_260_302;
const operationsADay = 120;

/** What was accepted. */
interface Moved {
  input: PostTransferInput;
  day: string;
  /** The code it counts under, and minutes below zero where it takes back. */
  code: TransferCode;
  minutes: number;
}

let house: TestHouse;
let city: LedgerCity;
let pool: string;
const moved: Moved[] = [];
const balances = new Map<string, number>();
const home = (person: number) => communities[person % communities.length]!;
/** The last person is nobody the ledger was told of. */
const decadeOf = (person: number) => (person === 39 ? null : decades[person % decades.length]!);

beforeAll(async () => {
  house = await startHouse([ledgerService], { clock });
  city = await openCity(house.database.adminUrl, 1201, 40);
  pool = newId();
  await house.ask(ledger.openAccount, { id: pool, cityCode: 1201, kind: 'publicPool' }, system);
  await tellCohorts();
  for (let day = 0; day < 4; day++) {
    if (day > 0) clock.advanceMinutes(24 * 60);
    // The third day is closed late: its transfers are read one by one until then.
    if (day === 1 || day === 2) await house.services[0]!.app.get(HeadsService).publishDue();
    for (let count = 0; count < operationsADay; count++) await operate();
  }
}, 60_000);
afterAll(() => house.stop());

async function tellCohorts(): Promise<void> {
  const told = city.people.flatMap((volunteerId, person) => {
    const birthDecade = decadeOf(person);
    const cohort = (version: number, decade: number) => ({
      ...{ volunteerId, version, communityCode: String(home(person)), birthDecade: decade },
    });
    // Out of order and twice: the newest version counts.
    return birthDecade === null ? [] : [cohort(3, birthDecade), cohort(2, 2000), cohort(3, birthDecade)];
  });
  const events = told.map((data) => ({
    ...{ id: newId(), subject: cohortEvents.known.subject, cityCode: 1201, data },
    ...{ occurredAt: clock.now().toISOString(), traceId: 'a'.repeat(32) },
  }));
  await tell(await house.connectAs('volunteers'), events);
  await allConsumed(house.nats, 'ledger');
}

let state = seed;
function below(limit: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

async function operate(): Promise<void> {
  const [one, other] = [below(40), below(40)];
  const person = city.people[one]!;
  const [debit, credit, code] = (
    [
      [city.bank, person, 'earn'],
      [city.bank, person, 'earn'],
      [person, city.bank, 'redeem'],
      [person, city.people[other]!, 'gift'],
      [person, pool, 'donate'],
    ] as const
  )[below(5)]!;
  const place = { communityCode: String(home(below(3))), code };
  const input = { ...city.transfer(debit, credit, 1 + below(90)), ...place };
  const kind = below(6);
  if (kind === 0) return reverse();
  if (kind > 1) return post(input, code, input.minutes);
  const hold = { ...input, phase: 'hold' as const };
  const answer = await house.ask(ledger.post, hold, system);
  if (answer instanceof Error) return;
  const part = {
    ...input,
    id: newId(),
    phase: 'capture' as const,
    holdId: hold.id,
    minutes: 1 + below(input.minutes),
  };
  await post(part, code, part.minutes);
}

async function reverse(): Promise<void> {
  const original = moved[below(moved.length)]?.input;
  if (!original || original.reversesId || original.phase === 'capture') return;
  const { debitAccountId, creditAccountId, minutes } = original;
  const back = { ...original, id: newId(), reversesId: original.id, code: 'reverse' as const };
  const input = { ...back, debitAccountId: creditAccountId, creditAccountId: debitAccountId };
  // A reversal beyond the balance brings a transfer of its own: the writeoff, which no recount here foresees.
  if (creditAccountId !== city.bank && (balances.get(creditAccountId) ?? 0) < minutes) return;
  await post(input, original.code, -minutes);
}

async function post(input: PostTransferInput, code: TransferCode, minutes: number): Promise<void> {
  const answer = await house.ask(ledger.post, input, system);
  if (answer instanceof Error) return;
  moved.push({ input, day: shanghaiDay(clock.now()), code, minutes });
  const add = (id: string, more: number) => balances.set(id, (balances.get(id) ?? 0) + more);
  add(input.debitAccountId, -input.minutes);
  add(input.creditAccountId, input.minutes);
}

async function ask(region: string, windowDays?: number, actor = official): Promise<Solvency> {
  const answer = await house.ask(solvency.getSolvency, { region, ...(windowDays && { windowDays }) }, actor);
  if (answer instanceof Error) throw answer;
  return answer;
}

const isIn = (region: string) => (code: number) => String(code).startsWith(region);

function recountFlows(region: string, fromDay: string): Record<string, number> {
  const flows: Record<string, number> = {};
  for (const { input, day, code, minutes } of moved)
    if (day >= fromDay && isIn(region)(Number(input.communityCode)))
      flows[code] = (flows[code] ?? 0) + minutes;
  return flows;
}

const regions = ['1201', '120116', '120116014', '120116014001', '120117001001'];

describe('solvency equals a naive recount', () => {
  it.each(regions.flatMap((region) => [1, 2, 3, 4, 365].map((days) => [region, days] as const)))(
    'of what moved in %s in %d days',
    async (region, days) => {
      const from = shanghaiDay(new Date(clock.now().getTime() - (Math.min(days, 4) - 1) * 86_400_000));
      const { flows, windowFrom, windowDays, redemptionRate } = await ask(region, days);
      const expected = recountFlows(region, from);
      expect(Object.fromEntries(flows.map(({ code, minutes }) => [code, minutes]))).toEqual(expected);
      expect([windowFrom, windowDays]).toEqual([from, Math.min(days, 4)]);
      expect(redemptionRate).toMatchObject({
        numerator: expected['redeem'] ?? 0,
        denominator: expected['earn'] ?? 0,
      });
    },
  );

  it.each(regions)('of what people of %s have', async (region) => {
    const isCity = region === '1201';
    const mine = city.people
      .map((id, person) => ({ person, decade: decadeOf(person), balance: balances.get(id) ?? 0 }))
      .filter(({ person, decade }) => isCity || (decade !== null && isIn(region)(home(person))));
    const { holderCount, outstandingMinutes, bands } = await ask(region);
    expect(holderCount).toBe(mine.length);
    expect(outstandingMinutes).toBe(mine.reduce((sum, { balance }) => sum + balance, 0));
    for (const { bornFrom, bornTo, includesUnknown, balanceMinutes, holderCount: count } of bands) {
      const inBand = mine.filter(({ decade }) =>
        decade === null ? includesUnknown : decade >= (bornFrom ?? 1) && decade < (bornTo ?? 0),
      );
      expect(count).toBeGreaterThanOrEqual(5);
      expect([count, balanceMinutes]).toEqual([
        inBand.length,
        inBand.reduce((sum, { balance }) => sum + balance, 0),
      ]);
    }
    expect(bands.reduce((sum, { balanceMinutes }) => sum + balanceMinutes, 0)).toBe(outstandingMinutes);
  });

  it('of the city’s accounts, which add up to zero', async () => {
    const { kinds, poolMinutes } = await ask('1201');
    expect(kinds.reduce((sum, { balanceMinutes }) => sum + balanceMinutes, 0)).toBe(0);
    expect(poolMinutes).toBe(balances.get(pool) ?? 0);
    expect(kinds.find(({ kind }) => kind === 'issuance')?.balanceMinutes).toBe(balances.get(city.bank));
  });

  it('whether the days are closed or not', async () => {
    const before = await ask('1201', 4);
    await house.services[0]!.app.get(HeadsService).publishDue();
    expect(await ask('1201', 4)).toEqual(before);
    const [{ count } = { count: 0 }] = await house.sql<{ count: number }>(
      'select count(distinct day)::int as count from ledger.day_flow',
    );
    expect(count).toBe(3);
  });
});

describe('who may ask', () => {
  it('is whoever works inside the region, and nobody of a province, which has no ledger', async () => {
    const of = (region: string, actor: Partial<Actor>) =>
      house.ask(solvency.getSolvency, { region }, { id: newId(), role: 'official', ...actor });
    expect(await of('120116', { region: '120116000000' })).toMatchObject({ region: '120116000000' });
    expect(await of('1201', { region: '120116000000' })).toMatchObject({ code: 'access.foreignRegion' });
    expect(await of('310101', { region: '120116000000' })).toMatchObject({ code: 'access.foreignRegion' });
    expect(await of('12', { region: '120000000000' })).toMatchObject({ code: 'request.invalid' });
    expect(await of('1201', { role: 'volunteer' })).toMatchObject({ code: 'access.denied' });
  });

  it('learns nothing of fewer than five people', async () => {
    const answer = await ask('120118');
    expect(answer).toMatchObject({ bands: [], projection: { demandOfElderMinutes: 0 } });
    expect(answer).not.toHaveProperty('outstandingMinutes');
  });
});
