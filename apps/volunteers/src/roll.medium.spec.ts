import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { RegisterVolunteerInput } from '#contracts';
import { type StandIn, startStandIn } from '#local';
import { ManualClock } from '#platform';
import { person, serviceDefinition, startHouse, type TestHouse } from '#testing';
import { rollTool, volunteersService } from './definition.js';

// Real: PostgreSQL, NATS, volunteers (two replicas) and stations; files as people export them.
let house: TestHouse;
let standIn: StandIn;
let folder: string;

beforeAll(async () => {
  standIn = await startStandIn(0);
  folder = await mkdtemp(join(tmpdir(), 'shunlu-roll-'));
  const definitions = [await serviceDefinition('stations'), volunteersService];
  const env = { WECHAT_URL: standIn.url, SMS_URL: standIn.url };
  const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
  house = await startHouse(definitions, { clock, replicas: 2, env });
});
afterAll(() => Promise.all([house.stop(), standIn.stop(), rm(folder, { recursive: true })]));

const headings = '姓名,身份证号,手机号,社区代码,同意书';
const lineOf = ({ name, idNumber, phone, communityCode }: RegisterVolunteerInput) =>
  [name, idNumber, phone, communityCode, '是'].join(',');

async function importRoll(content: Buffer | string, ...options: string[]) {
  const file = join(folder, randomBytes(6).toString('hex'));
  await writeFile(file, content);
  const report: string[] = [];
  const notes: string[] = [];
  const exitCode = await rollTool(['import', file, ...options], house.env, {
    report: (line) => report.push(line),
    note: (line) => notes.push(line),
  });
  return { exitCode, report: report.slice(1), notes };
}
const refused = (report: string[]) => report.map((line) => line.split(',').slice(0, 2).join(' ')).sort();

async function counts() {
  const [row] = await house.sql(
    `select (select count(*)::int from volunteers.volunteer) as volunteers,
       (select count(*)::int from volunteers.identity_owner) as numbers,
       (select count(*)::int from volunteers.outbox_event) as events`,
  );
  return row as { volunteers: number; numbers: number; events: number };
}

/** GB18030 of the few characters used here: Node can read that encoding, not write it. */
function gb18030(text: string): Buffer {
  const known: Record<string, number[]> = {
    姓: [0xd0, 0xd5],
    名: [0xc3, 0xfb],
    身: [0xc9, 0xed],
    份: [0xb7, 0xdd],
    证: [0xd6, 0xa4],
    号: [0xba, 0xc5],
    手: [0xca, 0xd6],
    机: [0xbb, 0xfa],
    社: [0xc9, 0xe7],
    区: [0xc7, 0xf8],
    代: [0xb4, 0xfa],
    码: [0xc2, 0xeb],
    同: [0xcd, 0xac],
    意: [0xd2, 0xe2],
    书: [0xca, 0xe9],
    是: [0xca, 0xc7],
    示: [0xca, 0xbe],
    例: [0xc0, 0xfd],
  };
  return Buffer.concat(
    Array.from(text, (character) => Buffer.from(known[character] ?? [character.charCodeAt(0)])),
  );
}

function workbook(rows: string[][], extra?: { name: string; content: Buffer }): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const strings = rows.flat();
  const cells = (row: string[], line: number) =>
    row
      .map(
        (_, place) =>
          `<c r="${String.fromCharCode(65 + place)}${line}" t="s"><v>${(line - 1) * row.length + place}</v></c>`,
      )
      .join('');
  const sheet = rows.map((row, index) => `<row r="${index + 1}">${cells(row, index + 1)}</row>`).join('');
  zip.addBuffer(
    Buffer.from(
      `<?xml version="1.0"?><sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ),
    'xl/sharedStrings.xml',
  );
  zip.addBuffer(
    Buffer.from(`<?xml version="1.0"?><worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    'xl/worksheets/sheet1.xml',
  );
  if (extra) zip.addBuffer(extra.content, extra.name);
  zip.end();
  return buffer(zip.outputStream);
}

describe('a roll', () => {
  it('is checked first, registered then, and registered again changes nothing', async () => {
    const people = Array.from({ length: 300 }, () => person({ skills: [] }));
    const roll = [headings, ...people.map(lineOf)].join('\r\n');
    const before = await counts();
    expect(await importRoll(`\ufeff${roll}`)).toMatchObject({ exitCode: 0, report: [] });
    expect(await counts()).toEqual(before);
    expect(await importRoll(roll, '--apply')).toMatchObject({ exitCode: 0, report: [] });
    const after = await counts();
    expect(after.volunteers - before.volunteers).toBe(300);
    const again = await importRoll(roll, '--apply', '--from', '100');
    expect(again).toMatchObject({ exitCode: 0, report: [] });
    expect(again.notes.at(-1)).toContain('202 行 lines');
    expect(await counts()).toEqual(after);
  });

  it('names each line that is refused and why, never what stood there, and registers the others', async () => {
    const [good, other] = [person(), person()];
    const roll = [
      headings,
      lineOf(good),
      lineOf({ ...person(), idNumber: '129999198001010010' }),
      lineOf({ ...person(), name: '"=HYPERLINK(""http://x"")"' }),
      lineOf(person()).replace('是', '否'),
      lineOf({ ...person(), idNumber: good.idNumber }),
      'one,"quote,too,many',
      lineOf(other),
      lineOf({ ...person(), communityCode: '120116014999' }),
    ];
    // The open quote would swallow what follows; a line end inside quotes is no end of a record.
    const before = await counts();
    const text = [...roll.slice(0, 6), ...roll.slice(7), roll[6]].join('\n');
    const { exitCode, report } = await importRoll(text, '--apply');
    expect(exitCode).toBe(1);
    expect(refused(report)).toEqual([
      '3 volunteer.idNumberInvalid',
      '4 request.invalid',
      '5 volunteer.consentRequired',
      '6 roll.repeated',
      '8 region.unknown',
      '9 roll.lineUnreadable',
    ]);
    expect(report.join()).not.toMatch(/HYPERLINK|129999/);
    expect((await counts()).volunteers - before.volunteers).toBe(2);
  });

  it('may be in GB18030; a line in another encoding is refused alone', async () => {
    const [first, second] = [person({ name: '示例' }), person({ name: '示例' })];
    const roll = Buffer.concat([
      gb18030(`${headings}\n${lineOf(first)}\n`),
      Buffer.from([0x41, 0x81, 0x2c]),
      Buffer.from('1,2,3,4\n'),
      gb18030(`${lineOf(second)}\n`),
    ]);
    const { report } = await importRoll(roll, '--apply');
    expect(refused(report)).toEqual(['3 roll.encoding']);
    // The same people in UTF-8 are the same registrations, so the names were read aright.
    const before = await counts();
    const same = await importRoll([headings, lineOf(first), lineOf(second)].join('\n'), '--apply');
    expect(same).toMatchObject({ exitCode: 0, report: [] });
    expect(await counts()).toEqual(before);
  });

  it('may be a workbook; bombs and other archives are refused whole', async () => {
    const people = Array.from({ length: 20 }, () => person());
    const rows = [headings, ...people.map(lineOf)].map((line) => line.split(','));
    const before = await counts();
    expect(await importRoll(await workbook(rows), '--apply')).toMatchObject({ exitCode: 0, report: [] });
    expect((await counts()).volunteers - before.volunteers).toBe(20);
    const formula = [headings.split(','), lineOf({ ...person(), name: '=HYPERLINK(0)' }).split(',')];
    expect(refused((await importRoll(await workbook(formula), '--apply')).report)).toEqual([
      '2 request.invalid',
    ]);
    expect((await counts()).volunteers - before.volunteers).toBe(20);
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.from('hello'), 'readme.txt');
    zip.end();
    expect((await importRoll(await buffer(zip.outputStream))).notes.join()).toContain('不是工作簿');
    const bomb = await workbook(rows);
    // The directory says that the sheet unpacks to nearly 4 GB.
    const directory = bomb.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bomb.writeUInt32LE(0xfffffff0, directory + 24);
    expect((await importRoll(bomb)).exitCode).toBe(2);
    expect((await importRoll(bomb.subarray(0, 200))).notes.join()).toContain('已损坏');
  });

  it('is refused whole where its headings are not those of a roll', async () => {
    expect((await importRoll('a,b,c\n1,2,3')).notes.join()).toContain('缺少列');
    expect((await importRoll('')).notes.join()).toContain('空');
  });
});
