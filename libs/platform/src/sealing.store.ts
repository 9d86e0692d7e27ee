import type { SealingKind, SealingOutcome, SealingStep } from '#contracts';
import type { Database, Tx } from './database.js';
import type { Place } from './reseal.js';

/** A run as it is kept: who asked for what, and how far it is. */
export interface SealingRunRow {
  id: string;
  kind: SealingKind;
  keyId: string;
  byId: string | null;
  askedAt: Date;
  step: SealingStep;
  round: number;
  table: string | null;
  place: Place | null;
  countedValues: number;
  totalValues: number | null;
  sealedValues: number;
  tornValues: number;
  unreadableValues: number;
  countedAt: Date | null;
  /** The round whose count came to its end last. */
  countedRound: number | null;
  progressedAt: Date;
  endedAt: Date | null;
  outcome: SealingOutcome | null;
}

export interface SealedCountRow {
  table: string;
  column: string;
  keyId: string;
  valueCount: number;
}

type Read<Row> = Row & Record<string, unknown>;

const columns = `id, kind, key_id as "keyId", by_id as "byId", asked_at as "askedAt", step, round,
  table_name as "table", place, counted_values as "countedValues", total_values as "totalValues",
  sealed_values as "sealedValues", torn_values as "tornValues", unreadable_values as "unreadableValues",
  counted_at as "countedAt", counted_round as "countedRound", progressed_at as "progressedAt", ended_at as "endedAt", outcome`;

export async function findRun(database: Database | Tx, id: string): Promise<SealingRunRow | undefined> {
  const [row] = await database.query<Read<SealingRunRow>>(
    `select ${columns} from sealing_run where id = $1`,
    [id],
  );
  return row;
}

/** The newest first. */
export function newestRuns(database: Database, limit: number): Promise<SealingRunRow[]> {
  return database.query<Read<SealingRunRow>>(
    `select ${columns} from sealing_run order by asked_at desc, id desc limit $1`,
    [limit],
  );
}

export async function hasOpenRun(database: Database, keyId: string): Promise<boolean> {
  const [row] = await database.query(`select 1 from sealing_run where ended_at is null and key_id = $1`, [
    keyId,
  ]);
  return row !== undefined;
}

/** The one under way, held for this transaction; none where another transaction holds it. */
export async function takeOpenRun(tx: Tx, keyId: string): Promise<SealingRunRow | undefined> {
  const [row] = await tx.query<Read<SealingRunRow>>(
    `select ${columns} from sealing_run where ended_at is null and key_id = $1 for update skip locked`,
    [keyId],
  );
  return row;
}

export interface AskedRun {
  id: string;
  kind: SealingKind;
  keyId: string;
  byId: string | null;
  regionCode: number | null;
  at: Date;
}

/** Ends a run under another key, which nobody works on any more, and writes this one unless one is under way. */
export async function addRun(tx: Tx, run: AskedRun): Promise<void> {
  await tx.query(
    `update sealing_run set ended_at = $2, outcome = 'superseded' where ended_at is null and key_id <> $1`,
    [run.keyId, run.at],
  );
  await tx.query(
    `insert into sealing_run (id, kind, key_id, by_id, region_code, asked_at, progressed_at)
     values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing`,
    [run.id, run.kind, run.keyId, run.byId, run.regionCode, run.at],
  );
}

export function writeProgress(tx: Tx, run: SealingRunRow): void {
  tx.write(
    `update sealing_run set step = $2, round = $3, table_name = $4, place = $5, counted_values = $6, total_values = $7,
       sealed_values = $8, torn_values = $9, unreadable_values = $10, counted_at = $11, progressed_at = $12,
       ended_at = $13, outcome = $14, counted_round = $15 where id = $1`,
    [
      ...[run.id, run.step, run.round, run.table, run.place && JSON.stringify(run.place)],
      ...[run.countedValues, run.totalValues, run.sealedValues, run.tornValues, run.unreadableValues],
      ...[run.countedAt, run.progressedAt, run.endedAt, run.outcome, run.countedRound],
    ],
  );
}

/** What a round of a run counted. */
export function countsOf(database: Database | Tx, runId: string, round: number): Promise<SealedCountRow[]> {
  return database.query<Read<SealedCountRow>>(
    `select table_name as "table", column_name as "column", key_id as "keyId", value_count as "valueCount"
     from sealed_count where run_id = $1 and round = $2 order by 1, 2, 3`,
    [runId, round],
  );
}

/** The last count that came to its end. */
export async function lastCount(
  database: Database,
): Promise<{ countedAt: Date; keyId: string; counts: SealedCountRow[] } | undefined> {
  const [last] = await database.query<{ id: string; round: number; countedAt: Date; keyId: string }>(
    `select id, counted_round as round, counted_at as "countedAt", key_id as "keyId" from sealing_run
     where counted_at is not null order by counted_at desc, asked_at desc limit 1`,
  );
  return last && { ...last, counts: await countsOf(database, last.id, last.round) };
}

/** Counts before this one say nothing any more. */
export function forgetOtherCounts(tx: Tx, runId: string, round: number): void {
  tx.write('delete from sealed_count where run_id <> $1 or round <> $2', [runId, round]);
}
