import type { Tx } from '#platform';
import type { StaffEntity } from './staff.entity.js';

/** What is kept of an authenticator; confirmed ones count. */
export interface FactorRow {
  secretSealed: string;
  confirmedAt: Date | null;
  lastStep: number;
}

type Key = Pick<StaffEntity, 'cityCode' | 'id'>;

/** Reads and locks it, so that of two sign-ins with one code the second sees the first. */
export async function lockFactor(tx: Tx, { cityCode, id }: Key): Promise<FactorRow | undefined> {
  const [row] = await tx.query<FactorRow & object>(
    `select secret_sealed as "secretSealed", confirmed_at as "confirmedAt", last_step as "lastStep"
     from second_factor where city_code = $1 and staff_id = $2 for update`,
    [cityCode, id],
  );
  return row;
}

export async function beginFactor(
  tx: Tx,
  { cityCode, id }: Key,
  secretSealed: string,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into second_factor (city_code, staff_id, secret_sealed, begun_at) values ($1, $2, $3, $4)
     on conflict (city_code, staff_id) do update set secret_sealed = excluded.secret_sealed, begun_at = excluded.begun_at
       where second_factor.confirmed_at is null`,
    [cityCode, id, secretSealed, at],
  );
}

export async function confirmFactor(
  tx: Tx,
  { cityCode, id }: Key,
  digests: readonly Buffer[],
  at: Date,
): Promise<void> {
  await tx.query('update second_factor set confirmed_at = $3 where city_code = $1 and staff_id = $2', [
    cityCode,
    id,
    at,
  ]);
  await tx.query(
    'insert into recovery_code (city_code, staff_id, code_digest) select $1, $2, unnest($3::bytea[])',
    [cityCode, id, digests],
  );
}

export async function useStep(tx: Tx, { cityCode, id }: Key, step: number): Promise<void> {
  await tx.query('update second_factor set last_step = $3 where city_code = $1 and staff_id = $2', [
    cityCode,
    id,
    step,
  ]);
}

/** Whether there was such a recovery code, which now is used. */
export async function useRecoveryCode(
  tx: Tx,
  { cityCode, id }: Key,
  digest: Buffer,
  at: Date,
): Promise<boolean> {
  const used = await tx.query(
    `update recovery_code set used_at = $4
     where city_code = $1 and staff_id = $2 and code_digest = $3 and used_at is null returning 1`,
    [cityCode, id, digest, at],
  );
  return used.length > 0;
}

export async function removeFactor(tx: Tx, { cityCode, id }: Key): Promise<void> {
  await tx.query('delete from second_factor where city_code = $1 and staff_id = $2', [cityCode, id]);
}
