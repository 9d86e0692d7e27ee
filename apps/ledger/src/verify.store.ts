import type { DailyHead, LedgerAudit } from '#contracts';
import type { Database, Tx } from '#platform';
import { Replay } from './audit.js';
import { readHeadsAfter, streamRange } from './heads.store.js';
import { readAllAccounts, readChain, readHead, readOpenHolds } from './ledger.store.js';
import { Verification, type VerifyResult } from './verify.js';

const pageHeads = 20;

/** Told now and then how far a pass has come. */
export type Progress = (cityCode: number, sequence: number) => void;

/** Work on one snapshot, beside whoever writes. */
export function onSnapshot<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    return work(tx);
  });
}

/** One pass over a city's rows and heads. */
export async function verifyCity(
  tx: Tx,
  cityCode: number,
  published: ReadonlyMap<string, DailyHead>,
  progress: Progress = () => undefined,
): Promise<VerifyResult> {
  const verification = new Verification(cityCode, published);
  const days = new Set<string>();
  let next = 1;
  const take = async (last?: number): Promise<void> => {
    for await (const rows of streamRange(tx, cityCode, next, last)) {
      verification.takeTransfers(rows);
      next = (rows.at(-1)?.sequence ?? next) + 1;
      progress(cityCode, next - 1);
    }
  };
  for (let after: string | undefined; ;) {
    const heads = await readHeadsAfter(tx, cityCode, after, pageHeads);
    for (const head of heads) {
      verification.openHead(head);
      await take(head.lastSequence);
      verification.closeHead();
      days.add((after = head.day));
    }
    if (heads.length < pageHeads) break;
  }
  await take();
  return verification.close(await readHead(tx, cityCode), days);
}

/** Replays every account too; see {@link Replay}. */
export async function auditCity(tx: Tx, cityCode: number): Promise<LedgerAudit> {
  const replay = new Replay(cityCode);
  for await (const rows of readChain(tx, cityCode)) replay.takeTransfers(rows);
  for await (const rows of readAllAccounts(tx, cityCode)) replay.takeAccounts(rows);
  replay.takeOpenHolds(await readOpenHolds(tx, cityCode));
  return replay.close(await readHead(tx, cityCode));
}

/** Service records that were dealt with: credited, or refused for a reason that was remembered. */
export async function countEarned(database: Database, cityCode: number): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    'select count(*) as count from earned_record where city_code = $1',
    [cityCode],
  );
  return row?.count ?? 0;
}
