import type { Actor, LeavingCause, LeavingOutcome } from '#contracts';
import type { Tx } from '#platform';

/** What became of an account. */
export interface LeavingRow {
  accountId: string;
  cause: LeavingCause;
  outcome: LeavingOutcome;
  heirId: string | null;
  minutes: number;
  transferId: string | null;
  policyVersion: number;
  settledAt: Date;
}

export async function readLeaving(
  tx: Tx,
  cityCode: number,
  accountId: string,
  cause: LeavingCause,
): Promise<LeavingRow | undefined> {
  const [row] = await tx.query<LeavingRow>(
    `select account_id as "accountId", cause, outcome, heir_id as "heirId", minutes, transfer_id as "transferId",
       policy_version as "policyVersion", settled_at as "settledAt"
     from leaving where city_code = $1 and account_id = $2 and cause = $3`,
    [cityCode, accountId, cause],
  );
  return row;
}

/** Needs the city's lock. */
export async function insertLeaving(tx: Tx, cityCode: number, row: LeavingRow, actor: Actor): Promise<void> {
  await tx.query(
    `insert into leaving (city_code, account_id, cause, outcome, heir_id, minutes, transfer_id, policy_version,
       actor_role, actor_id, settled_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[cityCode, row.accountId, row.cause, row.outcome, row.heirId, row.minutes, row.transferId],
      ...[row.policyVersion, actor.role, actor.id, row.settledAt],
    ],
  );
}
