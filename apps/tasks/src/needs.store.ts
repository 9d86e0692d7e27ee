import type { Tx } from '#platform';

/** The errand of a cancelled need, and who holds it. */
export async function cancelErrandOf(tx: Tx, cityCode: number, errandId: string): Promise<void> {
  await tx.query(`update errand set state = 'cancelled' where city_code = $1 and id = $2`, [
    cityCode,
    errandId,
  ]);
  await tx.query(
    `update claim set state = 'cancelled' where city_code = $1 and errand_id = $2 and state in ('claimed', 'inProgress')`,
    [cityCode, errandId],
  );
}
