import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Actor,
  type DailyHead,
  type DailyHeadPage,
  DomainError,
  evidence,
  evidenceEvents,
  ledger,
  type Receipt,
} from '#contracts';
import { ManualClock } from '#platform';
import { type LedgerCity, openCity, startHouse, testServers, type TestHouse } from '#testing';
import { ledgerService } from './definition.js';
import { headsIn } from './heads.file.js';
import { beforeFirstHead } from './heads.js';
import { HeadsService } from './heads.service.js';

// Real: PostgreSQL, NATS, the ledger twice (two replicas) with one folder of files. Every test has a city of
// its own and pushes the clock on.
const clock = new ManualClock(new Date('2026-03-02T15:00:00Z')); // 23:00 in Shanghai
const system: Actor = { id: 'tasks', role: 'system' };
let house: TestHouse;
let folder: string;
let lastCity = 5201;

beforeAll(async () => {
  folder = await mkdtemp(join(testServers().folder, 'heads-'));
  house = await startHouse([ledgerService], { clock, replicas: 2, env: { LEDGER_HEADS_DIR: folder } });
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
});

const publish = () => Promise.all(house.services.map(({ app }) => app.get(HeadsService).publishDue()));
const newCity = (members = 2) => openCity(house.database.adminUrl, lastCity++, members);
const hours = (count: number) => clock.advanceMinutes(count * 60);
const today = () => new Date(clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
const codeOf = (answer: object) => (answer instanceof DomainError ? answer.code : 'answered');

async function post({ bank, people, transfer }: LedgerCity, count: number): Promise<string[]> {
  const moves = Array.from({ length: count }, (_, index) => transfer(bank, people[index % 2]!, 10 + index));
  await Promise.all(moves.map((move) => house.ask(ledger.post, move, system)));
  return moves.map(({ id }) => id);
}

async function headsOf(cityCode: number): Promise<DailyHead[]> {
  const page = (await house.ask(evidence.listHeads, { cityCode }, system)) as DailyHeadPage;
  return page.items.toReversed();
}

async function receipt(id: string, ownerId: string): Promise<Receipt | DomainError> {
  return house.ask(evidence.proveTransfer, { id }, { id: ownerId, role: 'volunteer' });
}

const check = ({ cityCode, day, leafHash, leafIndex, path }: Receipt) =>
  house.ask(evidence.checkReceipt, { cityCode, day, leafHash, leafIndex, path }, system);

describe('publishing heads', () => {
  it('closes each day that is over once, by two replicas at once, each head after the one before', async () => {
    const city = await newCity();
    const { cityCode } = city;
    const days = [today()];
    await post(city, 20);
    await publish();
    expect(await headsOf(cityCode)).toEqual([]);
    hours(2);
    await post(city, 3);
    await Promise.all([publish(), publish()]);
    expect(await headsOf(cityCode)).toMatchObject([{ day: days[0], firstSequence: 1, lastSequence: 20 }]);
    // Three days nobody was there: two without a transfer.
    hours(72);
    days.push(...(await publish().then(() => headsOf(cityCode))).slice(1).map(({ day }) => day));
    const heads = await headsOf(cityCode);
    expect(
      heads.map(({ day, firstSequence, lastSequence, transferCount }) => [
        ...[day, firstSequence, lastSequence, transferCount],
      ]),
    ).toEqual([
      [days[0], 1, 20, 20],
      [days[1], 21, 23, 3],
      [days[2], 24, 23, 0],
      [days[3], 24, 23, 0],
    ]);
    expect(heads.map(({ previousHash }) => previousHash)).toEqual([
      beforeFirstHead.toString('hex'),
      ...heads.slice(0, 3).map(({ headHash }) => headHash),
    ]);
    const told = await house.sql<{ data: DailyHead }>(
      `select data from ledger.outbox_event where city_code = $1 and subject = $2 order by data->>'day'`,
      [cityCode, evidenceEvents.headPublished.subject],
    );
    expect(told.map(({ data }) => data)).toEqual(heads);
  });

  it('writes each head once into the city’s file, after whatever a crash tore', async () => {
    const city = await newCity();
    const file = join(folder, `${city.cityCode}.jsonl`);
    await post(city, 1);
    hours(24);
    await house.services[0]!.app.get(HeadsService).publishDue();
    await appendFile(file, '{"day":"2026-');
    hours(48);
    for (const { app } of house.services) await app.get(HeadsService).publishDue();
    const heads = await headsOf(city.cityCode);
    expect(heads).toHaveLength(3);
    const text = await readFile(file, 'utf8');
    expect(headsIn(text)).toEqual(heads);
    expect(text.split('\n')).toHaveLength(heads.length + 2);
  });

  it('cannot be undone, not even by the owner of the table', async () => {
    const city = await newCity();
    await post(city, 1);
    hours(24);
    await publish();
    for (const url of [house.database.url('ledger'), house.database.ownerUrl('ledger')])
      for (const change of ['update ledger_head_day set last_sequence = 9', 'delete from ledger_head_day'])
        await expect(house.sql(change, [], url)).rejects.toThrow(/permission denied|never changed/);
  });

  it('lists them page by page, newest first', async () => {
    const city = await newCity();
    await post(city, 1);
    hours(24 * 5);
    await publish();
    const all = (await headsOf(city.cityCode)).toReversed();
    const paged: DailyHead[] = [];
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
      const page = (await house.ask(
        evidence.listHeads,
        { cityCode: city.cityCode, limit: 2, cursor },
        system,
      )) as DailyHeadPage;
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
    expect(paged).toHaveLength(5);
    const [newest] = all;
    const asked = { cityCode: city.cityCode, day: newest!.day };
    expect(await house.ask(evidence.getHead, asked, system)).toEqual(newest);
    expect(codeOf(await house.ask(evidence.getHead, { ...asked, day: today() }, system))).toBe(
      'resource.notFound',
    );
  });
});

describe('a receipt', () => {
  it('proves every transfer of a day to its owner, with the owner’s balance and nobody else’s', async () => {
    const city = await newCity();
    const [ann = '', bob = ''] = city.people;
    await post(city, 36);
    const gift = city.transfer(ann, bob, 7);
    await house.ask(ledger.post, gift, system);
    expect(codeOf(await receipt(gift.id, ann))).toBe('ledger.headPending');
    hours(24);
    await publish();
    const rows = await house.sql<{ id: string; owner: string; balance: number }>(
      `select transfer.id, owner_id as owner, credit_balance_minutes as balance from ledger.transfer
       join ledger.account on account.id = credit_account_id where transfer.city_code = $1`,
      [city.cityCode],
    );
    expect(rows).toHaveLength(37);
    for (const { id, owner, balance } of rows) {
      const proof = (await receipt(id, owner)) as Receipt;
      expect(await check(proof)).toMatchObject({ isIncluded: true, heads: [{ headHash: proof.headHash }] });
      const [shared, debit, credit] = proof.parts;
      expect(shared?.text?.split('|')[3]).toBe(id);
      expect(debit).toEqual({ hash: debit?.hash });
      expect(credit?.text?.split('|')[0]).toBe(String(balance));
    }
    const given = (await receipt(gift.id, ann)) as Receipt;
    expect(given.parts.map(({ text }) => text !== undefined)).toEqual([true, true, false]);
    expect(given.leafHash).toBe(((await receipt(gift.id, bob)) as Receipt).leafHash);
  });

  it('is nobody else’s to have, and a changed one is in no head', async () => {
    const city = await newCity(3);
    const [ann = '', , eve = ''] = city.people;
    const [id = ''] = await post(city, 5);
    hours(24);
    await publish();
    expect(codeOf(await receipt(id, eve))).toBe('resource.notFound');
    expect(codeOf(await house.ask(evidence.proveTransfer, { id }, system))).toBe('access.denied');
    const proof = (await receipt(id, ann)) as Receipt;
    const other = 'f'.repeat(64);
    for (const change of [
      { leafHash: other },
      { leafIndex: 1 },
      { leafIndex: 99 },
      { path: other },
      { path: '' },
    ])
      expect(await check({ ...proof, ...change })).toMatchObject({ isIncluded: false, heads: [{}] });
    expect(await check({ ...proof, day: today() })).toEqual({ isIncluded: false, heads: [] });
  });
});
