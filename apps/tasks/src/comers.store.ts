import type { Database } from '#platform';

/** Who holds a claim that is under way. */
export interface Comer {
  cityCode: number;
  errandId: string;
  volunteerId: string;
}

/** Of a claim under way, for the resident who is served or the relative who asked; nobody for anybody else. */
export async function findComer(
  database: Database,
  claimId: string,
  askerId: string,
): Promise<Comer | undefined> {
  const [row] = await database.query<Comer & Record<string, unknown>>(
    `select c.city_code as "cityCode", c.errand_id as "errandId", c.volunteer_id as "volunteerId"
     from claim c join errand e on e.city_code = c.city_code and e.id = c.errand_id
       join need n on n.city_code = e.city_code and n.id = e.need_id
     where c.id = $1 and c.state in ('claimed', 'inProgress') and $2::uuid in (n.resident_id, n.family_id)`,
    [claimId, askerId],
  );
  return row;
}
