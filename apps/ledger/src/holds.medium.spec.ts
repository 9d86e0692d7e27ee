import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AccountView,
  type Actor,
  DomainError,
  ledger,
  type LedgerAudit,
  type PostedView,
  type PostTransferInput,
  type TransferInput,
} from '#contracts';
import { deterministicId, ManualClock, newId } from '#platform';
import { openCity, startHouse, type TestHouse } from '#testing';
import { ledgerService } from './definition.js';
import { HoldsJob } from './holds.job.js';

// Real: PostgreSQL, NATS, the ledger twice (two replicas), two batching clients.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const system: Actor = { id: 'tasks', role: 'system' };
let house: TestHouse;
let lastCity = 6101;

beforeAll(async () => void (house = await startHouse([ledgerService], { clock, replicas: 2, clients: 2 })));
afterAll(() => house.stop());

const newCity = (members: number) => openCity(house.database.adminUrl, lastCity++, members);
const post = (input: PostTransferInput, client = 0) => house.ask(ledger.post, input, system, client);
const audit = async (cityCode: number) =>
  (await house.ask(ledger.audit, { region: String(cityCode) }, system)) as LedgerAudit;
const codeOf = (answer: object) => (answer instanceof DomainError ? answer.code : 'posted');
const balanceOf = (ownerId: string) => house.ask(ledger.getBalance, { ownerId }, system);
const runJobs = () => Promise.all(house.services.map(({ app }) => app.get(HoldsJob).run()));

/** Ann with 100 minutes, Bob with none. */
async function twoPeople() {
  const city = await newCity(2);
  const [ann = '', bob = ''] = city.people;
  await post(city.transfer(city.bank, ann, 100));
  const hold = (minutes: number, expiresAt?: string): PostTransferInput => ({
    ...city.transfer(ann, bob, minutes),
    phase: 'hold',
    ...(expiresAt !== undefined && { expiresAt }),
  });
  const resolve = (
    phase: 'capture' | 'release',
    of: PostTransferInput,
    minutes = of.minutes,
  ): PostTransferInput => ({ ...city.transfer(ann, bob, minutes), phase, holdId: of.id });
  return { ...city, ann, bob, hold, resolve };
}

describe('a hold', () => {
  it('reserves minutes, and its capture in part moves them and frees the rest', async () => {
    const { cityCode, ann, bob, hold, resolve } = await twoPeople();
    const held = hold(60, '2026-03-02T02:00:00Z');
    const posted = await post(held);
    expect(posted).toMatchObject({ phase: 'hold', sequence: 2, expiresAt: '2026-03-02T02:00:00.000Z' });
    expect(await post(held, 1)).toEqual(posted);
    expect(await balanceOf(ann)).toMatchObject({ balanceMinutes: 100, heldMinutes: 60 });
    expect(await audit(cityCode)).toMatchObject({ consistent: true, openHoldCount: 1, heldMinutes: 60 });
    const capture = resolve('capture', held, 45);
    const captured = await post(capture);
    expect(captured).toMatchObject({ phase: 'capture', holdId: held.id, debitBalanceMinutes: 55 });
    expect(await post(capture, 1)).toEqual(captured);
    expect(await post(resolve('release', held))).toMatchObject({
      code: 'ledger.holdResolved',
      data: { resolvedBy: capture.id },
    });
    expect(await balanceOf(ann)).toMatchObject({ balanceMinutes: 55, heldMinutes: 0 });
    expect(await balanceOf(bob)).toMatchObject({ balanceMinutes: 45 });
    expect(await audit(cityCode)).toMatchObject({ consistent: true, openHoldCount: 0, transferCount: 3 });
    const page = await house.ask(ledger.getStatement, { ownerId: ann }, system);
    expect(page).toMatchObject({ items: [{ minutes: -45, balanceMinutes: 55 }, { minutes: 100 }] });
  });

  it('has one resolution, whoever races for it', async () => {
    const { cityCode, hold, resolve } = await twoPeople();
    const holds = Array.from({ length: 10 }, () => hold(10));
    for (const held of holds) expect(codeOf(await post(held))).toBe('posted');
    const answers = await Promise.all(
      holds.map((held) =>
        Promise.all([post(resolve('capture', held, 4), 0), post(resolve('release', held), 1)]),
      ),
    );
    for (const pair of answers) expect(pair.map(codeOf).sort()).toEqual(['ledger.holdResolved', 'posted']);
    expect(await audit(cityCode)).toMatchObject({ consistent: true, openHoldCount: 0, transferCount: 21 });
  });

  it('is released once when its time is over, by whatever replica, however often', async () => {
    const { cityCode, ann, hold, resolve } = await twoPeople();
    const soon = new Date(clock.now().getTime() + 10 * 60_000).toISOString();
    const [first, second, lasting] = [hold(10, soon), hold(20, soon), hold(30)];
    for (const held of [first, second, lasting]) await post(held);
    await runJobs();
    expect(await balanceOf(ann)).toMatchObject({ heldMinutes: 60 });
    expect(codeOf(await post(resolve('capture', first)))).toBe('posted');
    clock.advanceMinutes(10);
    const late = resolve('capture', second);
    expect(codeOf(await post(late))).toBe('ledger.holdExpired');
    await runJobs();
    await runJobs();
    expect(await balanceOf(ann)).toMatchObject({ balanceMinutes: 90, heldMinutes: 30 });
    const releases = await house.sql<{ id: string }>(
      `select id from ledger.transfer where city_code = $1 and phase = 'release'`,
      [cityCode],
    );
    expect(releases).toEqual([{ id: deterministicId('timeout', second.id) }]);
    expect(codeOf(await post(late, 1))).toBe('ledger.holdExpired');
    expect(await audit(cityCode)).toMatchObject({ consistent: true, openHoldCount: 1, heldMinutes: 30 });
  });
});

describe('linked transfers', () => {
  it('are one item of the contract: all or none, answered together, retried together', async () => {
    const { cityCode, bank, ann, bob, transfer } = await twoPeople();
    const set = (minutes: number): PostTransferInput => {
      const other: TransferInput & { cityCode?: number } = transfer(bob, bank, minutes);
      delete other.cityCode;
      return { ...transfer(ann, bob, 30), linked: [other] };
    };
    const [good, bad] = [set(30), set(31)];
    const refused = await post(bad);
    expect(refused).toMatchObject({
      code: 'ledger.insufficient',
      data: { availableMinutes: 30, transferId: bad.linked?.[0]?.id },
    });
    const posted = (await post(good)) as PostedView;
    expect([posted.sequence, posted.linked?.map(({ sequence }) => sequence)]).toEqual([2, [3]]);
    expect(await post(good, 1)).toEqual(posted);
    expect(await post(bad, 1)).toEqual(refused);
    const { linked, ...alone } = good;
    expect(linked).toHaveLength(1);
    expect(codeOf(await post(alone))).toBe('ledger.transferConflict');
    expect(await audit(cityCode)).toMatchObject({ consistent: true, transferCount: 3 });
  });
});

describe('a reversal', () => {
  it('of spent minutes is whole: the shortfall is written off beside it, once', async () => {
    const { cityCode, bank, ann, bob, transfer } = await twoPeople();
    const paid = transfer(bank, ann, 50);
    await post(paid);
    await post(transfer(ann, bob, 130));
    const reversal = { ...transfer(ann, bank, 50), code: 'reverse' as const, reversesId: paid.id };
    const answers = await Promise.all([post(reversal, 0), post(reversal, 1)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ reversesId: paid.id, debitBalanceMinutes: 0 });
    expect(codeOf(await post({ ...reversal, id: newId() }))).toBe('ledger.reversed');
    const written = await house.sql(
      `select id, minutes from ledger.transfer where city_code = $1 and code = 'writeOff'`,
      [cityCode],
    );
    expect(written).toEqual([{ id: deterministicId('shortfall', reversal.id), minutes: 30 }]);
    const told = await house.sql<{ data: object }>(
      `select data from ledger.outbox_event where city_code = $1 and data->>'code' in ('reverse', 'writeOff')`,
      [cityCode],
    );
    expect(told.map(({ data }) => data)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'writeOff', minutes: 30 }),
        expect.objectContaining({ code: 'reverse', reversedCode: 'gift', minutes: 50 }),
      ]),
    );
    expect(await audit(cityCode)).toMatchObject({ consistent: true });
  });
});

describe('accounts', () => {
  const administrator = (region: string): Actor => ({ id: newId(), role: 'administrator', region });

  it('open once, with a floor that every transfer meets', async () => {
    const { cityCode, people, transfer } = await newCity(1);
    const id = newId();
    const input = { id, cityCode, kind: 'group' as const, ownerId: newId(), floorMinutes: -600 };
    const actor = administrator(String(cityCode));
    const opened = await house.ask(ledger.openAccount, input, actor);
    expect(opened).toEqual({
      ...{ id, cityCode, kind: 'group', ownerId: input.ownerId, floorMinutes: -600 },
      ...{ balanceMinutes: 0, heldMinutes: 0, closed: false },
    });
    expect(await house.ask(ledger.openAccount, input, actor)).toEqual(opened);
    expect(codeOf(await house.ask(ledger.openAccount, { ...input, floorMinutes: 0 }, actor))).toBe(
      'idempotency.conflict',
    );
    expect(codeOf(await house.ask(ledger.openAccount, { ...input, id: newId() }, actor))).toBe(
      'ledger.accountExists',
    );
    expect(codeOf(await post(transfer(id, people[0]!, 601)))).toBe('ledger.insufficient');
    expect(codeOf(await post(transfer(id, people[0]!, 600)))).toBe('posted');
  });

  it('have their floor moved, never above what is there', async () => {
    const { cityCode, ann, bob, transfer, hold } = await twoPeople();
    await post(hold(30));
    const set = (floor: object) =>
      house.ask(ledger.setFloor, { accountId: ann, cityCode, ...floor }, administrator(String(cityCode)));
    expect(await set({ floorMinutes: -50 })).toMatchObject({ floorMinutes: -50 });
    expect(codeOf(await post(transfer(ann, bob, 121)))).toBe('ledger.insufficient');
    expect(codeOf(await post(transfer(ann, bob, 120)))).toBe('posted');
    expect(await set({ floorMinutes: -49 })).toMatchObject({
      code: 'ledger.floorAboveBalance',
      data: { highestFloorMinutes: -50 },
    });
    expect(((await set({ unlimited: true })) as AccountView).floorMinutes).toBeUndefined();
    expect(codeOf(await set({ unlimited: true, floorMinutes: 0 }))).toBe('request.invalid');
    expect(codeOf(await post(transfer(ann, bob, 10_000)))).toBe('posted');
    const changes = await house.sql(
      'select change, floor_minutes from ledger.account_change where city_code = $1 order by version',
      [cityCode],
    );
    expect(changes).toEqual([
      { change: 'floorSet', floor_minutes: -50 },
      { change: 'floorSet', floor_minutes: null },
    ]);
    expect(await audit(cityCode)).toMatchObject({ consistent: true });
  });

  it('close for ever, empty or with the rest donated in the same transaction', async () => {
    const { cityCode, bank, ann, bob, hold, resolve, transfer } = await twoPeople();
    const close = (accountId: string, donateRest?: boolean) =>
      house.ask(
        ledger.closeAccount,
        { accountId, cityCode, ...(donateRest && { donateRest }) },
        administrator(String(cityCode)),
      );
    const held = hold(10);
    await post(held);
    for (const id of [ann, bob]) expect(codeOf(await close(id, true))).toBe('ledger.accountPending');
    await post(resolve('release', held));
    expect(await close(ann)).toMatchObject({ code: 'ledger.accountNotEmpty', data: { balanceMinutes: 100 } });
    expect(codeOf(await close(bank, true))).toBe('ledger.accountNotEmpty');
    const closed = await close(ann, true);
    expect(closed).toMatchObject({ balanceMinutes: 0, closed: true });
    expect(await close(ann, true)).toEqual(closed);
    expect(codeOf(await post(transfer(bank, ann, 1)))).toBe('ledger.accountClosed');
    expect(codeOf(await close(bob))).toBe('posted');
    expect(codeOf(await close(newId()))).toBe('ledger.accountUnknown');
    const [pool] = await house.sql(
      `select credited_minutes from ledger.account where city_code = $1 and kind = 'publicPool'`,
      [cityCode],
    );
    expect(pool).toEqual({ credited_minutes: 100 });
    expect(await audit(cityCode)).toMatchObject({ consistent: true, personalMinutes: 0 });
  });

  it('are changed by administrators of the whole city only, and what they did cannot be undone', async () => {
    const { cityCode, ann } = await twoPeople();
    const input = { accountId: ann, cityCode, floorMinutes: -5 };
    for (const region of [`${cityCode}16`, String(cityCode + 1)])
      expect(codeOf(await house.ask(ledger.setFloor, input, administrator(region)))).toBe(
        'access.foreignRegion',
      );
    expect(
      codeOf(
        await house.ask(ledger.setFloor, input, { ...administrator(String(cityCode)), role: 'official' }),
      ),
    ).toBe('access.denied');
    await house.ask(ledger.setFloor, input, administrator(String(cityCode).slice(0, 2)));
    await expect(
      house.sql('delete from account_change', [], house.database.ownerUrl('ledger')),
    ).rejects.toThrow('never changed or deleted');
  });
});
