import { parseArgs } from 'node:util';
import {
  DomainError,
  errorCatalogue,
  type RegisterVolunteerInput,
  systemActor,
  volunteers,
} from '#contracts';
import { connectNats, newTraceId, readConfig, RpcClient, Seal } from '#platform';
import {
  readHeadings,
  registrationOf,
  type RollColumn,
  type RollFault,
  type RollLine,
  RollRefused,
} from './roll.js';
import { readRoll } from './roll.file.js';
import { SeenDigests } from './seen.digests.js';

/** Where the tool writes: the report, a line for each line that is refused, and how far it has come. */
export interface RollOutput {
  report(line: string): void;
  note(line: string): void;
}

const usage = `用法 usage: npm run volunteers -- import FILE [--apply] [--from LINE]
  FILE     花名册：XLSX，或 UTF-8、GB18030 编码的 CSV；列 姓名 身份证号 手机号 社区代码 同意书
           [证件类型 出生日期 快递站点 技能 监护人]
           a roll: XLSX, or CSV in UTF-8 or GB18030
  --apply  真正登记；不加则只核对，什么都不保存   registers; without it all is only checked
  --from   从第几行继续                           goes on from a line
`;
/** Requests under way at once: enough to fill the batches that go out together. */
const mostUnderWay = 1_024;
const noteEveryMs = 1_000;
const [allIn, someRefused, failed] = [0, 1, 2];

const faults: Record<RollFault, { zh: string; en: string }> = {
  'roll.lineUnreadable': {
    zh: '此行无法读取：引号不配对或过长',
    en: 'The line cannot be read: quotes or length',
  },
  'roll.encoding': { zh: '此行的编码与文件不同', en: 'The line is in another encoding than the file' },
  'roll.repeated': { zh: '与前面某行是同一身份证号', en: 'An earlier line has the same ID number' },
};

interface Counts {
  read: number;
  good: number;
  refused: number;
}

/** `npm run volunteers -- import`: answers the exit code. What was registered by an earlier run stays as it is. */
export async function rollTool(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  output: RollOutput,
): Promise<number> {
  const wish = read(args);
  if (!wish) {
    output.note(usage);
    return failed;
  }
  const { natsUrl } = readConfig('gateway', ['common'], env);
  const seal = Seal.fromFile(readConfig('volunteers', ['seal'], env).sealKeyFile);
  const connection = await connectNats('gateway', natsUrl);
  try {
    const counts = await new RollImport(new RpcClient(connection), seal, output, wish.apply).run(
      wish.file,
      wish.from,
    );
    return counts.refused > 0 ? someRefused : allIn;
  } catch (error) {
    if (!(error instanceof RollRefused)) throw error;
    output.note(error.message);
    return failed;
  } finally {
    await connection.close();
  }
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { apply: { type: 'boolean', default: false }, from: { type: 'string', default: '2' } },
    });
    const [command, file] = positionals;
    const from = Number(values.from);
    if (command !== 'import' || !file || positionals.length > 2 || !Number.isInteger(from)) return undefined;
    return { file, apply: values.apply, from };
  } catch {
    return undefined;
  }
}

/** One roll, line by line through the same request that a desk sends; the batches form by themselves. */
class RollImport {
  private readonly seen = new SeenDigests();
  private readonly call = { actor: systemActor('gateway'), traceId: newTraceId() };
  private readonly counts: Counts = { read: 0, good: 0, refused: 0 };
  private readonly began = performance.now();
  private notedAt = performance.now();
  private last = 1;

  constructor(
    private readonly rpc: RpcClient,
    private readonly seal: Seal,
    private readonly output: RollOutput,
    private readonly apply: boolean,
  ) {}

  async run(file: string, from: number): Promise<Counts> {
    this.output.report('line,code,zh,en');
    const lines = readRoll(file);
    const headings = await lines.next();
    if (headings.done) throw new RollRefused('文件是空的 / the file is empty');
    const places = this.headingsOf(headings.value);
    const lanes = Array.from({ length: mostUnderWay }, () => this.lane(lines, places, from));
    try {
      await Promise.all(lanes);
    } finally {
      await Promise.allSettled(lanes);
      this.note();
    }
    if (!this.apply)
      this.output.note(
        `已核对至第 ${this.last} 行，未保存；加 --apply 登记 / only checked; --apply registers`,
      );
    return this.counts;
  }

  /** One request after the other. Lanes share the lines; one that fails ends them for all. */
  private async lane(lines: AsyncIterable<RollLine>, places: Map<RollColumn, number>, from: number) {
    for await (const line of lines) {
      this.last = line.line;
      if (line.line >= from) await this.take(line, places);
    }
  }

  private headingsOf(line: RollLine): Map<RollColumn, number> {
    if ('fault' in line)
      throw new RollRefused(`表头无法读取：${faults[line.fault].zh} / headings: ${faults[line.fault].en}`);
    return readHeadings(line.cells);
  }

  private async take(line: RollLine, places: Map<RollColumn, number>): Promise<void> {
    this.counts.read++;
    if (performance.now() - this.notedAt > noteEveryMs) this.note();
    if ('fault' in line) return this.refuse(line.line, line.fault, faults[line.fault]);
    let isRepeated = false;
    const registration = registrationOf(places, line.cells, (idNumber) => {
      const digest = this.seal.blindIndex(idNumber, 'roll');
      isRepeated = !this.seen.add(digest);
      return uuidOf(digest);
    });
    if (isRepeated) return this.refuse(line.line, 'roll.repeated', faults['roll.repeated']);
    await this.ask(line.line, registration);
  }

  private async ask(line: number, registration: RegisterVolunteerInput): Promise<void> {
    const contract = this.apply ? volunteers.register : volunteers.checkRegistration;
    for (let attempt = 1; ; attempt++) {
      try {
        await this.rpc.call<RegisterVolunteerInput, object>(contract, registration, this.call);
        this.counts.good++;
        return;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const isPassing = errorCatalogue[error.code].status >= 500 && attempt < 5;
        if (!isPassing) return this.refuse(line, error.code, titleOf(error));
      }
    }
  }

  /** Never a cell of the line: a report must neither leak a person nor carry a formula. */
  private refuse(line: number, code: string, { zh, en }: { zh: string; en: string }): void {
    this.counts.refused++;
    this.output.report(`${line},${code},${zh},${en}`);
  }

  private note(): void {
    this.notedAt = performance.now();
    const { read, good, refused } = this.counts;
    const rate = Math.round((read * 1000) / (this.notedAt - this.began));
    this.output.note(
      `${read} 行 lines · ${good} ${this.apply ? '已登记 registered' : '可登记 would be registered'} · ${refused} 未通过 refused · ${rate}/s`,
    );
  }
}

function titleOf(error: DomainError): { zh: string; en: string } {
  const { title } = errorCatalogue[error.code];
  const fields = (error.data as { fields?: { field: string }[] }).fields?.map(({ field }) => field).join(' ');
  return fields ? { zh: `${title.zh}（${fields}）`, en: `${title.en} (${fields})` } : title;
}

/** A UUID (version 8, RFC 9562) of a keyed digest: whoever has no key cannot guess ID numbers by it. */
function uuidOf(digest: Buffer): string {
  const hex = digest.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
