import { type StaffRole, staffRoles } from './actor.js';
import { RegionPageQuery } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Flag, Instant, Integer, ListOf, Nested, Text } from './fields.js';
import { EmploymentView } from './employment.js';
import { StaffView } from './stations.js';

export class ListStaffInput extends RegionPageQuery {
  @Choice(staffRoles, { optional: true }) role?: StaffRole;
}

/** Who stands in for somebody just now. */
export class RunningDeputy {
  @Text({ max: 60 }) userName!: string;
  @Instant() until!: string;
}

/** A member of staff as an administrator sees one. */
export class StaffListItem extends StaffView {
  @Instant({ description: 'When the role was granted.' }) since!: string;
  @Flag({ description: 'Signs in with a second factor.' }) hasSecondFactor!: boolean;
  @Integer({ min: 0, max: 100_000, description: 'Sessions open now.' }) openSessions!: number;
  @Instant({ optional: true, description: 'Taken off then; nobody signs in with the account any more.' })
  disabledAt?: string;
  @Nested(() => EmploymentView, { optional: true }) employment?: EmploymentView;
  @Nested(() => RunningDeputy, { optional: true }) deputy?: RunningDeputy;
}

export class StaffPage {
  @ListOf(() => StaffListItem, { max: 100, description: 'The newest first.' }) items!: StaffListItem[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export const staffList = {
  /** Everybody whose role holds within the region. */
  list: defineRpc({
    subject: 'stations.listStaff',
    input: ListStaffInput,
    output: StaffPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['administrator', 'system'],
  }),
};
