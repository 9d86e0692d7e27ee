import { type ById, type Role, type Timeline } from '#contracts';
import { type Call, Database } from '#platform';
import { Injectable } from '@nestjs/common';
import { NeedsService } from './needs.service.js';

// Roles only: whoever reads a history learns which side acted, never who it was. What staff wrote as a reason is
// shown, what volunteers wrote when they gave an errand back too.
const everything = `
  select 'need' as of, state as what, by_role as "byRole", at, code, reason as note from need_step
    where city_code = $1 and need_id = $2
  union all
  select 'referral', s.state, s.by_role, s.at, null, s.note from referral r
    join referral_step s on s.city_code = r.city_code and s.referral_id = r.id
    where r.city_code = $1 and r.need_id = $2
  union all
  select 'errand', x.what, 'volunteer', x.at, null, x.note from errand e
    join claim c on c.city_code = e.city_code and c.errand_id = e.id
    cross join lateral (values
      ('claimed', c.claimed_at, null),
      ('released', c.released_at, c.release_reason),
      ('inProgress', c.checked_in_at, null),
      ('finished', c.checked_out_at, null)) as x(what, at, note)
    where e.city_code = $1 and e.need_id = $2 and x.at is not null
  union all
  select 'stop', outcome, 'volunteer', checked_at, null, note from need_stop
    where city_code = $1 and need_id = $2 and checked_at is not null
  union all
  select 'record', 'confirmed', f.role, f.at, f.method, null from errand e
    join service_record r on r.city_code = e.city_code and r.errand_id = e.id
    join confirmation f on f.city_code = r.city_code and f.record_id = r.id
    where e.city_code = $1 and e.need_id = $2
  order by at, of, what limit 1000`;

interface EntryRow {
  of: string;
  what: string;
  byRole: Role | 'system';
  at: Date;
  code: string | null;
  note: string | null;
}

@Injectable()
export class TimelineService {
  constructor(
    private readonly database: Database,
    private readonly needs: NeedsService,
  ) {}

  /** Everything that happened around a need, oldest first. @throws DomainError `resource.notFound` */
  async of(input: ById, call: Call): Promise<Timeline> {
    const need = await this.needs.visible(input.id, call);
    const rows = await this.database.query<EntryRow>(everything, [need.cityCode, need.id]);
    return {
      id: need.id,
      items: rows.map((row) => ({
        ...row,
        at: row.at.toISOString(),
        code: row.code ?? undefined,
        note: row.note ?? undefined,
      })),
    };
  }
}
