import type { ConsentPurpose } from '#contracts';
import type { Database, Tx } from '#platform';
import type { VolunteerEntity } from './volunteer.entity.js';

/** A consent as it was given, and how it ended. */
export interface ConsentRow {
  purpose: ConsentPurpose;
  version: string;
  givenAt: Date;
  endedAt: Date | null;
}

type Key = Pick<VolunteerEntity, 'cityCode' | 'id'>;

/** Everything a volunteer ever consented to, the oldest first; of the same moment, what ended before what holds. */
export function readConsents(source: Database | Tx, { cityCode, id }: Key): Promise<ConsentRow[]> {
  return source.query<ConsentRow & object>(
    `select purpose, version, given_at as "givenAt", ended_at as "endedAt" from volunteer_consent
     where city_code = $1 and volunteer_id = $2 order by given_at, ended_at nulls last`,
    [cityCode, id],
  );
}

export async function giveConsent(
  tx: Tx,
  { cityCode, id }: Key,
  purpose: ConsentPurpose,
  version: string,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into volunteer_consent (city_code, volunteer_id, purpose, version, given_at)
     values ($1, $2, $3, $4, $5)`,
    [cityCode, id, purpose, version, at],
  );
}

/** All of who leaves, or whose registration ends in favour of another. */
export async function endConsents(tx: Tx, { cityCode, id }: Key, at: Date): Promise<void> {
  await tx.query(
    `update volunteer_consent set ended_at = greatest(given_at, $3), end_reason = 'left'
     where city_code = $1 and volunteer_id = $2 and ended_at is null`,
    [cityCode, id, at],
  );
}

export async function endConsent(
  tx: Tx,
  { cityCode, id }: Key,
  purpose: ConsentPurpose,
  reason: 'withdrawn' | 'renewed',
  at: Date,
): Promise<void> {
  await tx.query(
    `update volunteer_consent set ended_at = $5, end_reason = $4
     where city_code = $1 and volunteer_id = $2 and purpose = $3 and ended_at is null`,
    [cityCode, id, purpose, reason, at],
  );
}
