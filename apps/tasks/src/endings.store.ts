import type { NeedType } from '#contracts';
import type { Tx } from '#platform';

/** An errand that ended without being served. */
export interface EndedErrand {
  cityCode: number;
  id: string;
  communityCode: number;
  type: NeedType;
  /** It had ended in this way before: that counts once. */
  isAgain: boolean;
}

const shown = `errand.city_code as "cityCode", errand.id, errand.community_code as "communityCode", errand.type,
    ended.at is not null as "isAgain"`;

/** Expires open errands whose window is over, all or the one given. */
export function expirePast(tx: Tx, now: Date, errandId: string | null): Promise<EndedErrand[]> {
  return tx.query<EndedErrand & Record<string, unknown>>(
    `with ended as (
       select city_code, id, expired_at as at from errand
       where state = 'open' and window_end <= $1 and ($2::uuid is null or id = $2) order by id for no key update
     )
     update errand set state = 'expired', expired_at = coalesce(ended.at, $1) from ended
     where errand.city_code = ended.city_code and errand.id = ended.id returning ${shown}`,
    [now, errandId],
  );
}

/** Cancels an errand, and the claims of who has not finished it. */
export async function cancelErrand(
  tx: Tx,
  cityCode: number,
  errandId: string,
  now: Date,
): Promise<EndedErrand[]> {
  const errands = await tx.query<EndedErrand & Record<string, unknown>>(
    `with ended as (
       select city_code, id, cancelled_at as at from errand where city_code = $1 and id = $2 for no key update
     )
     update errand set state = 'cancelled', cancelled_at = coalesce(ended.at, $3) from ended
     where errand.city_code = ended.city_code and errand.id = ended.id returning ${shown}`,
    [cityCode, errandId, now],
  );
  await tx.query(
    `update claim set state = 'cancelled' where city_code = $1 and errand_id = $2 and state in ('claimed', 'inProgress')`,
    [cityCode, errandId],
  );
  return errands;
}
