import type { Database } from '#platform';
import { type Moment, momentParameters } from './matching.store.js';

/** A volunteer's skills, and how many errands they served or held lately. */
export async function readStanding(
  database: Database,
  volunteerId: string,
  moment: Moment,
): Promise<{ skills: string[]; errandsLately: number }> {
  const [row] = await database.query<{ skills: string[]; errands_lately: number }>(
    `select v.skills,
       (select count(*)::int from service_record r where r.volunteer_id = v.id and r.id >= $3 and r.started_at >= $2)
       + (select count(*)::int from claim c where c.volunteer_id = v.id and c.state in ('claimed', 'inProgress')) as errands_lately
     from volunteer v where v.id = $1`,
    [volunteerId, ...momentParameters(moment).slice(0, 2)],
  );
  return { skills: row?.skills ?? [], errandsLately: row?.errands_lately ?? 0 };
}
