import { ById, Point } from './common.js';
import { defineRpc } from './contract.js';
import { Day, Instant, Integer, ListOf, Nested, Text, Uuid } from './fields.js';
import { forms } from './forms.js';
import { OrganisationView } from './stations.js';

/** The whole of what may change of an organisation; what is left out is taken away. Kind and division never change. */
export class ChangeOrganisationInput extends ById {
  @Integer({ min: 2, max: 10_000, description: 'The version this makes: one more than the last.' })
  version!: number;
  @Text({ max: 100, form: forms.notBlank }) name!: string;
  @Nested(() => Point, { optional: true }) point?: Point;
  @Text({ max: 20, optional: true, description: 'Public telephone.' }) phone?: string;
  @Day({ optional: true }) openedOn?: string;
  @Day({
    optional: true,
    description:
      'The first day it is closed; only where nobody works for it, and nobody is hired from then on.',
  })
  closedOn?: string;
  @Uuid({ optional: true, description: 'Who supervises it: of a wider division, or of a higher kind.' })
  supervisorId?: string;
  @Uuid({ optional: true, description: 'The operating organisation that runs a station or room.' })
  operatorId?: string;
  @Text({ max: 300, form: forms.notBlank, description: 'Why, or the document it follows.' }) reason!: string;
}

export class OrganisationVersion extends OrganisationView {
  @Instant() changedAt!: string;
  @Text({ max: 60, description: 'Id of the member of staff; a service’s name for `system`.' })
  changedBy!: string;
  @Text({ max: 300, optional: true, description: 'Absent of the first.' }) reason?: string;
}

export class OrganisationVersions {
  @ListOf(() => OrganisationVersion, { max: 500, description: 'The newest first.' })
  items!: OrganisationVersion[];
}

/** Whether an organisation answers, hires and is chosen on a day of Asia/Shanghai. */
export function isOpenOn(
  day: string,
  { openedOn, closedOn }: Pick<OrganisationView, 'openedOn' | 'closedOn'>,
): boolean {
  return (openedOn === undefined || openedOn <= day) && (closedOn === undefined || day < closedOn);
}

/** How an organisation changes: opening and closing, who supervises and who runs it. */
export const organisations = {
  /** The next version; the same again is the same answer. */
  change: defineRpc({
    subject: 'stations.changeOrganisation',
    input: ChangeOrganisationInput,
    output: OrganisationView,
    errors: [
      'resource.notFound',
      'version.conflict',
      'organisation.exists',
      'organisation.datesInvalid',
      'organisation.supervisorInvalid',
      'organisation.operatorInvalid',
      'organisation.hasStaff',
      'idempotency.conflict',
    ],
    callers: ['administrator', 'system'],
  }),
  versions: defineRpc({
    subject: 'stations.listOrganisationVersions',
    input: ById,
    output: OrganisationVersions,
    errors: ['resource.notFound'],
    callers: ['official', 'administrator'],
  }),
};
