import { describe, expect, it } from '@jest/globals';
import { buffer, text } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import { anonymous, type StatementLine, type StatementStretch } from '#contracts';
import { newTraceId, type RpcClient } from '#platform';
import readSheet from 'read-excel-file/node';
import { mostLines, Statement } from './statement.js';
import { statementPage } from './statement.page.js';
import { statementCsv, statementXlsx } from './statement.sheets.js';
import { statementWords } from './statement.words.js';
import { workbook } from './xlsx.js';

const ownerId = '0198c3a2-0000-7000-8000-000000000001';
const parts = { person: undefined, prove: () => Promise.resolve(undefined) };

/** A ledger whose account received a minute so many times, and how often it was asked. */
function ledgerOf(lineCount: number, stretchLines = 1_000) {
  const asked = { count: 0 };
  const lineAt = (sequence: number): StatementLine => ({
    ...{ transferId: ownerId, sequence, minutes: 1, balanceMinutes: sequence, code: 'earn' },
    ...{ reference: '=HYPERLINK("https://evil")', recordedAt: '2026-03-02T01:30:00.000Z' },
  });
  const call = (_: unknown, { cursor }: { cursor?: string }): Promise<StatementStretch> => {
    asked.count++;
    const newest = cursor === undefined ? lineCount : Number(cursor);
    const size = Math.min(stretchLines, newest);
    return Promise.resolve({
      ...{ accountId: ownerId, cityCode: 1201, asOf: '2026-03-03T00:00:00.000Z' },
      ...{ balanceMinutes: lineCount, heldMinutes: 0 },
      items: Array.from({ length: size }, (_, index) => lineAt(newest - index)),
      ...(newest > size && { nextCursor: String(newest - size) }),
    });
  };
  const rpc = { call } as unknown as RpcClient;
  const open = () => Statement.open(rpc, { ownerId }, { actor: anonymous, traceId: newTraceId() });
  return { asked, open };
}

describe('a statement as a file', () => {
  it.each(['csv', 'xlsx', 'html'] as const)(
    'is read no faster than it is taken: memory stays flat (%s)',
    async (format) => {
      const { asked, open } = ledgerOf(60_000);
      const statement = await open();
      const stream = {
        csv: () => statementCsv(statement, statementWords.zh),
        xlsx: () => statementXlsx(statement, statementWords.zh),
        html: () => statementPage(statement, statementWords.zh, parts),
      }[format]();
      const chunks = stream.iterator();
      await chunks.next();
      for (let turns = 0; turns < 200; turns++) await turn();
      expect(asked.count).toBeLessThan(20);
      for await (const _ of chunks);
      expect(asked.count).toBe(60);
    },
  );

  it('ends at its bound, and says so', async () => {
    const { asked, open } = ledgerOf(mostLines + 1);
    const lines = (await text(statementCsv(await open(), statementWords.en))).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + mostLines + 1);
    expect(lines.at(-2)).toContain(`2,2026-03-02 09:30,`);
    expect(lines.at(-1)).toBe('Only the newest 100000 entries; export earlier days by themselves.');
    expect(asked.count).toBe(mostLines / 1_000 + 1);
    const whole = await text(statementCsv(await ledgerOf(mostLines).open(), statementWords.en));
    expect(whole).not.toContain('Only the newest');
  });

  it('never lets a spreadsheet run its text', async () => {
    const csv = await text(statementCsv(await ledgerOf(1).open(), statementWords.zh));
    expect(csv).toContain(`,"'=HYPERLINK(""https://evil"")",`);
    const file = await buffer(statementXlsx(await ledgerOf(1).open(), statementWords.zh));
    const [sheet] = await readSheet(file);
    expect(sheet?.data[1]?.[5]).toBe('=HYPERLINK("https://evil")');
  });

  it('is not finished where its sums disagree', async () => {
    const { open } = ledgerOf(2);
    const statement = await open();
    statement.first.items[1] = { ...statement.first.items[1]!, balanceMinutes: 7 };
    await expect(text(statementPage(statement, statementWords.zh, parts))).rejects.toThrow('disagree');
  });
});

describe('a workbook', () => {
  it('keeps hostile text as text, drops what XML cannot hold, shows instants in Asia/Shanghai', async () => {
    const rows = [['<a>&"\u0000\u{1f600}', 12, new Date('2026-03-02T16:30:00Z')]];
    const columns = ['一', 'b', 'c'].map((title) => ({ title, width: 9 }));
    const chunks = (async function* () {
      await turn();
      yield rows;
    })();
    const file = await buffer(workbook('页<1>', columns, chunks, new Date(0)));
    const [sheet] = await readSheet(file);
    expect(sheet?.sheet).toBe('页<1>');
    expect(sheet?.data[0]).toEqual(['一', 'b', 'c']);
    const [label, number, time] = sheet?.data[1] ?? [];
    expect([label, number]).toEqual(['<a>&"\u{1f600}', 12]);
    // The reader knows no zones, and cuts a fraction of a millisecond off: the time of day there.
    expect(Math.round((time as unknown as Date).getTime() / 1000) * 1000).toBe(
      Date.parse('2026-03-03T00:30:00Z'),
    );
  });
});
