import { type ListStaffInput, type StaffListItem, type StaffPage } from '#contracts';
import { type Call, Clock, Database, decodeCursor, encodeCursor, listScope } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { employmentView } from './employment.store.js';
import { listStaff, type StaffRow } from './staff-list.store.js';

const defaultLimit = 20;

/** Who has which role where, for administrators. */
@Injectable()
export class StaffListService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The newest first. @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list({ region, role, limit = defaultLimit, cursor }: ListStaffInput, call: Call): Promise<StaffPage> {
    const range = listScope(call.actor, region);
    const before = cursor === undefined ? undefined : decodeCursor(cursor, 'uuid')[0];
    const found = await listStaff(this.database, range, role, {
      ...{ now: this.clock.now(), before, limit: limit + 1 },
    });
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return { items: rows.map(itemOf), nextCursor: last && encodeCursor(last.id) };
  }
}

function itemOf(row: StaffRow): StaffListItem {
  const { id, userName, displayName, role, hasSecondFactor, openSessions } = row;
  const { deputyUserName, deputyUntil } = row;
  return {
    ...{ id, userName, displayName, role, hasSecondFactor, openSessions },
    organisationId: row.organisationId ?? undefined,
    region: formatRegion(row.regionCode),
    since: row.createdAt.toISOString(),
    disabledAt: row.disabledAt?.toISOString(),
    employment: row.employment
      ? employmentView(id, { ...row.employment, changedAt: new Date(row.employment.changedAt) })
      : undefined,
    ...(deputyUserName !== null &&
      deputyUntil !== null && {
        deputy: { userName: deputyUserName, until: deputyUntil.toISOString() },
      }),
  };
}
