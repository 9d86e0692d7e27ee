import type { Database } from '#platform';

/** The two who may speak about an errand. */
export interface CallSides {
  cityCode: number;
  state: string;
  residentId: string;
  phoneSealed: string;
  /** Who holds it now; the given one, or whoever took it first. */
  volunteerId: string | null;
}

export async function findCallSides(
  database: Database,
  errandId: string,
  volunteerId: string | undefined,
): Promise<CallSides | undefined> {
  const [row] = await database.query<{
    city_code: number;
    state: string;
    resident_id: string;
    phone_sealed: string;
    volunteer_id: string | null;
  }>(
    `select e.city_code, e.state, r.id as resident_id, r.phone_sealed,
       (select c.volunteer_id from claim c
         where c.city_code = e.city_code and c.errand_id = e.id and c.state in ('claimed', 'inProgress')
           and ($2::uuid is null or c.volunteer_id = $2)
         order by c.claimed_at, c.id limit 1) as volunteer_id
     from errand e join need n on n.city_code = e.city_code and n.id = e.need_id
       join resident r on r.city_code = n.city_code and r.id = n.resident_id
     where e.id = $1`,
    [errandId, volunteerId ?? null],
  );
  return (
    row && {
      cityCode: row.city_code,
      state: row.state,
      residentId: row.resident_id,
      phoneSealed: row.phone_sealed,
      volunteerId: row.volunteer_id,
    }
  );
}

export async function insertArrangedCall(
  database: Database,
  call: { cityCode: number; id: string; errandId: string; volunteerId: string; byRole: string; at: Date },
): Promise<void> {
  await database.query(
    'insert into call_arranged (city_code, id, errand_id, volunteer_id, by_role, at) values ($1, $2, $3, $4, $5, $6)',
    [call.cityCode, call.id, call.errandId, call.volunteerId, call.byRole, call.at],
  );
}
