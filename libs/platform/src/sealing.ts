import { setTimeout as delay } from 'node:timers/promises';
import {
  type AskSealingInput,
  DomainError,
  type SealedCountView,
  type SealingKeyView,
  type SealingRunView,
  type SealingView,
  type SealingServiceName,
} from '#contracts';
import type { Call } from './call.js';
import type { Clock } from './clock.js';
import type { Database, Tx } from './database.js';
import { newId } from './ids.js';
import { describeError, type Log } from './log.js';
import { countStretch, nextStretch, resealStretch, rowsTogether, type SealedColumn } from './reseal.js';
import { wholeCities } from './scope.js';
import type { Seal } from './seal.js';
import {
  addRun,
  countsOf,
  findRun,
  forgetOtherCounts,
  hasOpenRun,
  lastCount,
  newestRuns,
  type SealedCountRow,
  type SealingRunRow,
  takeOpenRun,
  writeProgress,
} from './sealing.store.js';

const lookEveryMs = 5_000;
/** Whether a run that another process works on has ended. */
const lookAgainMs = 500;
/** Of the time a batch took: two thirds of the time others have the database and the process to themselves. */
const restShare = 2;
const longestRestMs = 2_000;
/** What is held or moves while we pass is met in a later round; after these the rest is told. */
const mostRounds = 5;
const runsShown = 20;

export interface SealingParts {
  service: SealingServiceName;
  database: Database;
  seal: Seal;
  sealed: readonly SealedColumn[];
  clock: Clock;
  log: Log;
}

/**
 * The rotation of a service's keys while it runs: how many values each key has sealed, and sealing anew what another
 * key than the current one has. A run walks every table along its primary key, one short transaction a batch, which
 * also keeps how far it is: whoever dies loses a batch, and another replica goes on.
 */
export class Sealing {
  private readonly tables = new Map<string, SealedColumn[]>();
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;

  constructor(private readonly parts: SealingParts) {
    for (const column of parts.sealed)
      this.tables.set(column.table, [...(this.tables.get(column.table) ?? []), column]);
  }

  /** Works on what is asked for until `stop`. */
  start(): void {
    this.timer = setInterval(() => this.wake(), lookEveryMs).unref();
  }

  /** Ends after the batch under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.working;
  }

  /** @throws DomainError `access.foreignRegion` */
  async read({ actor }: Pick<Call, 'actor'>): Promise<SealingView> {
    wholeCities(actor);
    const { database, seal, service, clock } = this.parts;
    const [counted, runs] = await Promise.all([lastCount(database), newestRuns(database, runsShown)]);
    return {
      service,
      at: clock.now().toISOString(),
      keys: keyViews(seal, counted?.counts ?? []),
      counts: (counted?.counts ?? []).map((count) => this.countView(count)),
      countedAt: counted?.countedAt.toISOString(),
      countedKeyId: counted?.keyId,
      runs: runs.map(runView),
    };
  }

  /** @throws DomainError `access.foreignRegion`, `idempotency.conflict`, `sealing.underWay` */
  async ask({ id, kind }: AskSealingInput, { actor }: Pick<Call, 'actor'>): Promise<SealingRunView> {
    const { code } = wholeCities(actor);
    const run = await this.add({ id, kind, byId: actor.id, regionCode: code });
    if (run.kind !== kind || run.byId !== actor.id) throw new DomainError('idempotency.conflict');
    this.wake();
    return runView(run);
  }

  /**
   * The operator's: seals anew what there is, or joins the run that is under way, and waits for its end.
   * @returns the run and the count at its end
   */
  async reseal(): Promise<{ run: SealingRunView; counts: SealedCountRow[] }> {
    const { database } = this.parts;
    const id = newId();
    for (;;) {
      const asked = await this.add({ id, kind: 'reseal', byId: null, regionCode: null }).catch(
        (error: unknown) => {
          if (error instanceof DomainError && error.code === 'sealing.underWay') return undefined;
          throw error;
        },
      );
      await this.work();
      const run = asked && (await findRun(database, id));
      if (run?.endedAt)
        return { run: runView(run), counts: await countsOf(database, id, run.countedRound ?? 0) };
      await delay(lookAgainMs);
    }
  }

  /** Works until nothing is left to do, unless another replica does. */
  async work(): Promise<void> {
    const { database, service } = this.parts;
    await database.exclusively(`${service}.sealing`, async () => {
      for (;;) {
        const begun = performance.now();
        if (this.stopping.signal.aborted || !(await this.advance())) return;
        const restMs = Math.min((performance.now() - begun) * restShare, longestRestMs);
        await delay(restMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    });
  }

  private wake(): void {
    this.working ??= this.workIfAsked().finally(() => (this.working = undefined));
  }

  private async workIfAsked(): Promise<void> {
    const { database, seal, log } = this.parts;
    try {
      if (await hasOpenRun(database, seal.currentKey)) await this.work();
    } catch (error) {
      log.warn({ err: describeError(error) }, 'sealing: will try again');
    }
  }

  private add(asked: Pick<SealingRunRow, 'id' | 'kind' | 'byId'> & { regionCode: number | null }) {
    const { database, seal, clock } = this.parts;
    return database.transaction(async (tx) => {
      const known = await findRun(tx, asked.id);
      if (known) return known;
      await addRun(tx, { ...asked, keyId: seal.currentKey, at: clock.now() });
      // Also where the same was asked at the same moment; another one under way kept it out.
      const run = await findRun(tx, asked.id);
      if (!run) throw new DomainError('sealing.underWay');
      return run;
    });
  }

  /** One batch. Answers whether there may be more. */
  private advance(): Promise<boolean> {
    const { database, seal, clock } = this.parts;
    return database.transaction(async (tx) => {
      const run = await takeOpenRun(tx, seal.currentKey);
      if (!run) return false;
      run.progressedAt = clock.now();
      const columns = this.columnsFrom(run);
      if (columns) await this.batch(tx, run, columns);
      else await this.endStep(tx, run);
      writeProgress(tx, run);
      return true;
    });
  }

  /** Those of the table where the run is, or of the next one that its step has something to do in. */
  private columnsFrom(run: SealingRunRow): SealedColumn[] | undefined {
    const names = [...this.tables.keys()];
    const at = run.table === null ? -1 : names.indexOf(run.table);
    // A table that this release does not know any more: the step begins again, with a count of its own.
    if (run.table !== null && at === -1)
      Object.assign(run, { round: run.round + 1, place: null, countedValues: 0 });
    const from = run.place ? at : at + 1;
    for (const name of names.slice(from)) {
      const all = this.tables.get(name) as SealedColumn[];
      const columns = run.step === 'counting' ? all : all.filter(({ keyColumn }) => !keyColumn);
      if (columns.length > 0) return columns;
    }
    return undefined;
  }

  private async batch(tx: Tx, run: SealingRunRow, columns: readonly SealedColumn[]): Promise<void> {
    const table = columns[0]?.table as string;
    const after = run.table === table ? (run.place ?? undefined) : undefined;
    const stretch = await nextStretch(tx, table, after, rowsTogether[run.step]);
    run.table = table;
    run.place = stretch.last ?? null;
    if (run.step === 'counting') {
      run.countedValues += await countStretch(tx, stretch, columns, [run.id, run.round]);
    } else {
      const { sealed, torn } = await resealStretch(tx, this.parts.seal, stretch, columns);
      run.sealedValues += sealed;
      run.tornValues += torn;
    }
  }

  /** The last table is done: the step that comes now, or the end. */
  private async endStep(tx: Tx, run: SealingRunRow): Promise<void> {
    run.table = run.place = null;
    if (run.step === 'sealing') {
      Object.assign(run, { step: 'counting', round: run.round + 1, countedValues: 0 });
      return;
    }
    const counts = await countsOf(tx, run.id, run.round);
    const left = this.leftOf(counts);
    run.totalValues ??= left.old;
    run.unreadableValues = left.missing + run.tornValues;
    run.countedAt = run.progressedAt;
    run.countedRound = run.round;
    forgetOtherCounts(tx, run.id, run.round);
    if (run.kind === 'reseal' && left.old > run.tornValues && run.round <= mostRounds) {
      Object.assign(run, { step: 'sealing', tornValues: 0 });
      return;
    }
    run.endedAt = run.progressedAt;
    run.outcome = run.kind === 'reseal' && left.old + left.missing > 0 ? 'incomplete' : 'done';
  }

  /** Values to be sealed anew, and those whose key is not in the file. */
  private leftOf(counts: readonly SealedCountRow[]): { old: number; missing: number } {
    const { seal } = this.parts;
    const left = { old: 0, missing: 0 };
    for (const { table, column, keyId, valueCount } of counts) {
      if (keyId === seal.currentKey) continue;
      if (!seal.otherKeys.includes(keyId)) left.missing += valueCount;
      else if (this.isResealed(table, column)) left.old += valueCount;
    }
    return left;
  }

  private isResealed(table: string, column: string): boolean {
    return this.tables.get(table)?.some((one) => one.column === column && !one.keyColumn) ?? false;
  }

  private countView({ table, column, keyId, valueCount }: SealedCountRow): SealedCountView {
    return { table, column, keyId, valueCount, isResealed: this.isResealed(table, column) };
  }
}

/** The current one first, then what the file holds besides, then what is named and not there. */
function keyViews(seal: Seal, counts: readonly SealedCountRow[]): SealingKeyView[] {
  const ids = new Set([seal.currentKey, ...seal.otherKeys, ...counts.map(({ keyId }) => keyId)]);
  return [...ids].map((keyId) => ({
    keyId,
    isCurrent: keyId === seal.currentKey,
    isInFile: keyId === seal.currentKey || seal.otherKeys.includes(keyId),
  }));
}

function runView(run: SealingRunRow): SealingRunView {
  return {
    ...{ id: run.id, kind: run.kind, keyId: run.keyId, byId: run.byId ?? undefined },
    ...{ askedAt: run.askedAt.toISOString(), step: run.step, outcome: run.outcome ?? undefined },
    ...{ countedValues: run.countedValues, totalValues: run.totalValues ?? undefined },
    ...{ sealedValues: run.sealedValues, unreadableValues: run.unreadableValues },
    ...{ progressedAt: run.progressedAt.toISOString(), endedAt: run.endedAt?.toISOString() },
  };
}
