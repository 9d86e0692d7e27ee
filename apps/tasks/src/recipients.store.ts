import type { Tx } from '#platform';

/** Whom a record's errand is for, and where they live. */
export interface RecipientRow {
  errandId: string;
  residentId: string;
  communityCode: number;
  doorSealed: string;
}

export function readRecipients(
  reader: Pick<Tx, 'query'>,
  cityCode: number,
  errandIds: readonly string[],
): Promise<RecipientRow[]> {
  return reader.query<RecipientRow & Record<string, unknown>>(
    `select e.id as "errandId", r.id as "residentId", r.community_code as "communityCode", r.door_sealed as "doorSealed"
     from errand e join need n on n.city_code = e.city_code and n.id = e.need_id
       join resident r on r.city_code = n.city_code and r.id = n.resident_id
     where e.city_code = $1 and e.id = any($2)`,
    [cityCode, errandIds],
  );
}
