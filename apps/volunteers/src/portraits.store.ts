import type { Database, Tx } from '#platform';
import type { VolunteerEntity } from './volunteer.entity.js';

interface PortraitRow {
  imageSealed: string;
  setAt: Date;
}

type Key = Pick<VolunteerEntity, 'cityCode' | 'id'>;

export async function findPortrait(
  source: Pick<Database | Tx, 'query'>,
  volunteerId: string,
): Promise<PortraitRow | undefined> {
  const [row] = await source.query<PortraitRow & Record<string, unknown>>(
    'select image_sealed as "imageSealed", set_at as "setAt" from portrait where volunteer_id = $1',
    [volunteerId],
  );
  return row;
}

export async function keepPortrait(tx: Tx, { cityCode, id }: Key, portrait: PortraitRow): Promise<void> {
  await tx.query(
    `insert into portrait (city_code, volunteer_id, image_sealed, set_at) values ($1, $2, $3, $4)
     on conflict (city_code, volunteer_id) do update set image_sealed = excluded.image_sealed, set_at = excluded.set_at`,
    [cityCode, id, portrait.imageSealed, portrait.setAt],
  );
}

/** Of who removes it, withdraws the consent, leaves, or is merged into another registration. */
export function deletePortrait(tx: Tx, { cityCode, id }: Key): void {
  tx.write('delete from portrait where city_code = $1 and volunteer_id = $2', [cityCode, id]);
}
