import type { ById, HeldCount, VolunteerVerified } from '#contracts';
import { Clock, Database, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';

/** What a volunteer who left wrote or set here; what was served stays. */
const traces = [
  'delete from duty where volunteer_id = any($1)',
  `update feedback set comment_sealed = null where volunteer_id = any($1) and from_side = 'volunteer'`,
  'update no_show set appeal_note_sealed = null where volunteer_id = any($1)',
  'update suspension set note_sealed = null where volunteer_id = any($1)',
  'update objection set note_sealed = null where raised_by = any($1)',
  'update errand_notice set note = null, point_sealed = null where volunteer_id = any($1)',
];

/** What leaving asks of this service. */
@Injectable()
export class LeavingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async countHeld({ id }: ById): Promise<HeldCount> {
    const [row] = await this.database.query<HeldCount & object>(
      `select count(*)::int as count from claim where volunteer_id = $1 and state in ('claimed', 'inProgress')`,
      [id],
    );
    return { count: row?.count ?? 0 };
  }

  /** Destroys what a volunteer who left wrote or set, and the place of who may not be located. Safe to do twice. */
  async forget(tx: Tx, volunteers: readonly VolunteerVerified[]): Promise<void> {
    if (volunteers.length === 0) return;
    await tx.query(
      `update duty set position = null, route = null, position_until = null from volunteer v
       where v.id = any($1) and duty.city_code = v.city_code and duty.volunteer_id = v.id and not v.may_be_located
         and duty.position_until is not null`,
      [volunteers.map(({ volunteerId }) => volunteerId)],
    );
    const left = volunteers.filter(({ hasLeft }) => hasLeft).map(({ volunteerId }) => volunteerId);
    if (left.length === 0) return;
    for (const statement of traces) await tx.query(statement, [left]);
    await tx.query(
      'update device_key set retired_at = $2 where volunteer_id = any($1) and retired_at is null',
      [left, this.clock.now()],
    );
  }
}
