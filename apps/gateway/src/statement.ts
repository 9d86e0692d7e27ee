import {
  type ReadStretchInput,
  type StatementLine,
  statements,
  type StatementSpan,
  type StatementStretch,
} from '#contracts';
import { type Call, type RpcClient } from '#platform';

/** Lines a file holds at most: ten a day for twenty-seven years. */
export const mostLines = 100_000;

/** What was read so far of a statement. */
export interface StatementTotals {
  count: number;
  inMinutes: number;
  outMinutes: number;
  newest: StatementLine | undefined;
  oldest: StatementLine | undefined;
  /** The newest line that the published head covers. */
  proven: StatementLine | undefined;
  /** False where older lines were left out, since they are more than {@link mostLines}. */
  isComplete: boolean;
}

/** A statement that is read while it is written: one stretch of lines at a time, newest first. */
export class Statement {
  readonly totals: StatementTotals = {
    ...{ count: 0, inMinutes: 0, outMinutes: 0, isComplete: true },
    ...{ newest: undefined, oldest: undefined, proven: undefined },
  };

  private constructor(
    private readonly rpc: RpcClient,
    private readonly call: Call,
    readonly span: StatementSpan,
    /** The account as it was when the reading began. */
    readonly first: StatementStretch,
  ) {}

  /** Reads the first stretch, so that what cannot be read is refused before the answer begins. */
  static async open(rpc: RpcClient, span: StatementSpan, call: Call): Promise<Statement> {
    const first = await rpc.call(statements.readStretch, { ...span }, call);
    return new Statement(rpc, call, span, first);
  }

  async *stretches(): AsyncGenerator<StatementLine[]> {
    for (let stretch = this.first; ;) {
      const lines = stretch.items.slice(0, mostLines - this.totals.count);
      for (const line of lines) this.add(line);
      if (lines.length > 0) yield lines;
      if (lines.length < stretch.items.length) this.totals.isComplete = false;
      if (!this.totals.isComplete || !stretch.nextCursor) return;
      const input: ReadStretchInput = {
        ...this.span,
        cityCode: this.first.cityCode,
        cursor: stretch.nextCursor,
      };
      stretch = await this.rpc.call(statements.readStretch, input, this.call);
    }
  }

  private add(line: StatementLine): void {
    const { totals, first } = this;
    totals.count++;
    if (line.minutes > 0) totals.inMinutes += line.minutes;
    else totals.outMinutes -= line.minutes;
    totals.newest ??= line;
    totals.oldest = line;
    if (first.head && line.sequence <= first.head.lastSequence) totals.proven ??= line;
  }
}
