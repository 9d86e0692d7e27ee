import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DailyHead } from '#contracts';

/** Enough for the last line of a file, and for one that was torn. */
const tailBytes = 8_192;

/** Published heads outside the database: `<city>.jsonl`, one JSON line a head, only ever appended to. */
export class HeadsFile {
  /** @param folder empty where no files are wanted */
  constructor(private readonly folder: string) {}

  get isWanted(): boolean {
    return this.folder !== '';
  }

  /** The day of the last head in the city's file. */
  async lastDay(cityCode: number): Promise<string | undefined> {
    return (await this.withFile(cityCode, readTail)).lastDay;
  }

  /** All heads of the city's file by day; none where there is no file. */
  async published(cityCode: number): Promise<Map<string, DailyHead>> {
    const file = join(this.folder, `${cityCode}.jsonl`);
    const text = this.isWanted && existsSync(file) ? await readFile(file, 'utf8') : '';
    return new Map(headsIn(text).map((head) => [head.day, head]));
  }

  /** Appends and waits until the disk has it. What a crash tore off stays a line of its own, which readers skip. */
  async append(cityCode: number, heads: readonly DailyHead[]): Promise<void> {
    await this.withFile(cityCode, async (file) => {
      const { isTorn } = await readTail(file);
      const lines = heads.map((head) => `${JSON.stringify(head)}\n`);
      await file.appendFile(`${isTorn ? '\n' : ''}${lines.join('')}`);
      await file.sync();
    });
  }

  private async withFile<T>(cityCode: number, work: (file: FileHandle) => Promise<T>): Promise<T> {
    await mkdir(this.folder, { recursive: true });
    const file = await open(join(this.folder, `${cityCode}.jsonl`), 'a+');
    try {
      return await work(file);
    } finally {
      await file.close();
    }
  }
}

type FileHandle = Awaited<ReturnType<typeof open>>;

async function readTail(file: FileHandle): Promise<{ lastDay?: string; isTorn: boolean }> {
  const { size } = await file.stat();
  const length = Math.min(size, tailBytes);
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
  const text = buffer.toString('utf8');
  const last = headsIn(text.slice(0, text.lastIndexOf('\n') + 1)).at(-1);
  return { lastDay: last?.day, isTorn: size > 0 && !text.endsWith('\n') };
}

/** The heads in the lines of a file; a line that a crash tore is none. */
export function headsIn(text: string): DailyHead[] {
  return text.split('\n').flatMap((line) => {
    try {
      const head = JSON.parse(line) as Partial<DailyHead> | null;
      return head && typeof head.day === 'string' && typeof head.headHash === 'string'
        ? [head as DailyHead]
        : [];
    } catch {
      return [];
    }
  });
}
