import type { Database, Tx } from '#platform';
import { VolunteerEntity } from './volunteer.entity.js';

/** Where somebody lived and went, 12-digit codes. */
export interface MoveRow {
  fromCode: number;
  toCode: number;
  movedAt: Date;
}

/** Keeps where a registration was made; only the first move has something to keep. */
export async function keepRegistration(tx: Tx, volunteer: VolunteerEntity): Promise<void> {
  if (volunteer.registeredCode !== null) return;
  await tx.query(
    `insert into moved_registration (city_code, volunteer_id, community_code, registered_at)
     values ($1, $2, $3, $4)`,
    [volunteer.cityCode, volunteer.id, volunteer.communityCode, volunteer.registeredAt],
  );
}

/** What hangs on a volunteer, column by column: the city leads every key, so rows are written anew there. */
const belongings = [
  ['volunteer_consent', 'id, volunteer_id, purpose, version, given_at, ended_at, end_reason'],
  [
    'guardian_consent',
    `id, volunteer_id, guardian_name_sealed, relation, way, version, given_at, recorded_by, recorded_role, ended_at,
       end_reason, ended_by`,
  ],
  [
    'qualification',
    `id, volunteer_id, name, state, valid_from, expires_at, issuer, number_sealed, recorded_at, recorded_by,
       recorded_role, decided_at, decided_by, reason_sealed`,
  ],
  ['credited_record', 'record_id, volunteer_id, version, minutes'],
  [
    'award',
    `id, volunteer_id, title, reason_sealed, given_at, given_by, given_role, revoked_at, revoked_by,
       revocation_reason_sealed`,
  ],
  // Behind the consents, without which there is none.
  ['portrait', 'volunteer_id, image_sealed, set_at'],
  ['message_address', 'volunteer_id, openid_sealed, told_at'],
  ['message_quota', 'volunteer_id, kind, left_count'],
  [
    'message',
    `id, volunteer_id, kind, errand_type, community_code, window_start, window_end, expected_minutes, expires_at, state,
       tries, next_at, written_at`,
  ],
  ['volunteer_move', 'id, volunteer_id, from_code, to_code, moved_at, by_role, by_id'],
] as const;

/** Carries a locked volunteer with everything that is theirs to the rows of another city. */
export async function carryOver(tx: Tx, volunteer: VolunteerEntity, toCity: number): Promise<void> {
  const { cityCode: fromCity, id } = volunteer;
  await tx.orm.insert(VolunteerEntity, { ...volunteer, cityCode: toCity });
  for (const [table, columns] of belongings)
    await tx.query(
      `with gone as (delete from ${table} where city_code = $1 and volunteer_id = $2 returning ${columns})
       insert into ${table} (city_code, ${columns}) select $3, ${columns} from gone`,
      [fromCity, id, toCity],
    );
  await tx.orm.delete(VolunteerEntity, { cityCode: fromCity, id });
}

export async function addMove(
  tx: Tx,
  move: { cityCode: number; id: string; volunteerId: string; byRole: string; byId: string } & MoveRow,
): Promise<void> {
  await tx.query(
    `insert into volunteer_move (city_code, id, volunteer_id, from_code, to_code, moved_at, by_role, by_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[move.cityCode, move.id, move.volunteerId, move.fromCode, move.toCode],
      ...[move.movedAt, move.byRole, move.byId],
    ],
  );
}

/** The oldest first. */
export function readMoves(
  database: Database,
  { cityCode, id }: Pick<VolunteerEntity, 'cityCode' | 'id'>,
): Promise<MoveRow[]> {
  return database.query<MoveRow & object>(
    `select from_code as "fromCode", to_code as "toCode", moved_at as "movedAt" from volunteer_move
     where city_code = $1 and volunteer_id = $2 order by id limit 1000`,
    [cityCode, id],
  );
}
