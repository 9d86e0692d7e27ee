import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  type FundPoolInput,
  ledger,
  type LedgerAudit,
  maxFundedMinutesAYear,
  maxTransferMinutes,
  pool,
  type PoolFunding,
  type PoolFundingPage,
} from '#contracts';
import { deterministicId, ManualClock, newId } from '#platform';
import { startHouse, type TestHouse } from '#testing';
import { ledgerService } from './definition.js';

// Real: PostgreSQL, NATS, the ledger twice.
const clock = new ManualClock(new Date('2026-12-30T01:00:00Z'));
let house: TestHouse;
let cityCode = 6600;

beforeAll(async () => void (house = await startHouse([ledgerService], { clock, replicas: 2 })));
afterAll(() => house.stop());
beforeEach(() => {
  cityCode++;
});

const treasurer = (): Actor => ({ id: newId(), role: 'administrator', region: String(cityCode) });
const wish = (changes: Partial<FundPoolInput> = {}): FundPoolInput => ({
  ...{ id: newId(), cityCode, minutes: 600, reason: '民政〔2026〕12号' },
  ...changes,
});
const fund = (input: FundPoolInput, actor = treasurer()) => house.ask(pool.fund, input, actor);
const codeOf = (answer: object) => (answer instanceof DomainError ? answer.code : 'ok');
const inPool = async () => {
  const [row] = await house.sql<{ minutes: number }>(
    `select (credited_minutes - debited_minutes)::int as minutes from ledger.account
     where city_code = $1 and kind = 'publicPool'`,
    [cityCode],
  );
  return row?.minutes ?? 0;
};

describe('funding the public pool', () => {
  it('issues into it, says why to everybody, and keeps who did it', async () => {
    const by = treasurer();
    const first = (await fund(wish(), by)) as PoolFunding;
    expect(first).toMatchObject({ minutes: 600, poolMinutes: 600, yearMinutes: 600 });
    clock.advanceMinutes(1);
    const second = (await fund(wish({ minutes: 40, reason: '慈善捐赠折算' }), by)) as PoolFunding;
    expect(second).toMatchObject({ poolMinutes: 640, yearMinutes: 640 });
    const page = (cursor?: string) =>
      house.ask(
        pool.list,
        { cityCode, limit: 1, ...(cursor && { cursor }) },
        {
          id: newId(),
          role: 'volunteer',
        },
      ) as Promise<PoolFundingPage>;
    const newest = await page();
    expect(newest.items).toEqual([second]);
    expect(await page(newest.nextCursor)).toEqual({ items: [first] });
    expect(
      await house.sql(
        'select actor_role, actor_id, reason from ledger.pool_funding where city_code = $1 order by funded_at limit 1',
        [cityCode],
      ),
    ).toEqual([{ actor_role: 'administrator', actor_id: by.id, reason: '民政〔2026〕12号' }]);
    const rows = await house.sql(
      'select id, code, reference, actor_id from ledger.transfer where city_code = $1 order by sequence limit 1',
      [cityCode],
    );
    expect(rows).toEqual([
      { id: first.id, code: 'grant', reference: `poolFunding:${first.id}`, actor_id: by.id },
    ]);
    const system: Actor = { id: 'tasks', role: 'system' };
    const audit = (await house.ask(ledger.audit, { region: String(cityCode) }, system)) as LedgerAudit;
    expect(audit).toMatchObject({ consistent: true, issuedMinutes: 640 });
  });

  it('asked for twice, at once and later, is done once; with other content it is a conflict', async () => {
    const input = wish();
    const answers = await Promise.all([fund(input), fund(input), fund(input)]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await fund(input)).toEqual(answers[0]);
    expect(await inPool()).toBe(600);
    for (const change of [{ minutes: 601 }, { reason: '另一理由' }])
      expect(codeOf(await fund({ ...input, ...change }))).toBe('idempotency.conflict');
    expect(await inPool()).toBe(600);
  });

  it('is for who is responsible for the whole city', async () => {
    for (const region of [`${cityCode}16`, String(cityCode + 1)])
      expect(codeOf(await fund(wish(), { ...treasurer(), region }))).toBe('access.foreignRegion');
    for (const role of ['official', 'station', 'volunteer'] as const)
      expect(codeOf(await fund(wish(), { ...treasurer(), role }))).toBe('access.denied');
    expect(await inPool()).toBe(0);
  });

  it('has a limit a year, which many at once do not pass, and begins anew with the next', async () => {
    const most = maxFundedMinutesAYear / maxTransferMinutes;
    const answers = await Promise.all(
      Array.from({ length: most + 2 }, () => fund(wish({ minutes: maxTransferMinutes }))),
    );
    expect(answers.filter((answer) => codeOf(answer) === 'ok')).toHaveLength(most);
    expect(answers.find((answer) => codeOf(answer) !== 'ok')).toMatchObject({
      ...{ code: 'pool.yearExceeded', data: { year: 2026, leftMinutes: 0 } },
    });
    await expect(
      house.sql(
        'update ledger.pool_funding_year set funded_minutes = funded_minutes + 1 where city_code = $1',
        [cityCode],
      ),
    ).rejects.toThrow('pool_funding_year_limit');
    clock.advanceMinutes(3 * 24 * 60);
    expect(await fund(wish())).toMatchObject({ yearMinutes: 600, poolMinutes: maxFundedMinutesAYear + 600 });
  });

  it('stays within the city’s budget for issuing, and a refusal stays one', async () => {
    const id = deterministicId('account', cityCode, 'issuance');
    const budget = { cityCode, floorMinutes: -1_000 };
    await house.ask(ledger.openAccount, { id, kind: 'issuance', ...budget }, treasurer());
    const tooMuch = wish({ minutes: 1_001 });
    expect(codeOf(await fund(tooMuch))).toBe('ledger.insufficient');
    expect(codeOf(await fund(wish({ minutes: 1_000 })))).toBe('ok');
    await house.ask(ledger.setFloor, { accountId: id, cityCode, floorMinutes: -5_000 }, treasurer());
    expect(codeOf(await fund(tooMuch))).toBe('ledger.insufficient');
    expect(codeOf(await fund(wish({ minutes: 1_001 })))).toBe('ok');
    expect(
      await house.sql('select funded_minutes from ledger.pool_funding_year where city_code = $1', [cityCode]),
    ).toEqual([{ funded_minutes: 2_001 }]);
  });

  it('takes no reason that is none, and no minutes that cannot be', async () => {
    for (const change of [
      { reason: '' },
      { reason: 'why' },
      { minutes: 0 },
      { minutes: maxTransferMinutes + 1 },
    ])
      expect(codeOf(await fund(wish(change)))).toBe('request.invalid');
    expect(await inPool()).toBe(0);
  });

  it('cannot be changed or deleted, not even by the tables’ owner', async () => {
    await fund(wish());
    for (const change of ['update ledger.pool_funding set minutes = 1', 'delete from ledger.pool_funding'])
      await expect(house.sql(`${change} where city_code = ${cityCode}`)).rejects.toThrow('never changed');
  });
});
