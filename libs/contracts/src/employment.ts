import { ById } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Day, Instant, Integer, ListOf, Text, Uuid } from './fields.js';

/** How somebody is employed: full time, part time, sent by a labour agency, lent by another body. */
export const employmentKinds = ['fullTime', 'partTime', 'dispatched', 'seconded'] as const;
export type EmploymentKind = (typeof employmentKinds)[number];

/** 社会工作者职业资格: levels of the national examination for social workers. */
export const licenceKinds = ['assistantSocialWorker', 'socialWorker', 'seniorSocialWorker'] as const;
export type LicenceKind = (typeof licenceKinds)[number];

/** A licence as it matters for who may be counted as licensed; its number is not kept. */
export class StaffLicence {
  @Choice(licenceKinds) kind!: LicenceKind;
  @Day() issuedOn!: string;
  @Day({ optional: true, description: 'Last day of its registration.' }) validUntil?: string;
}

export class SaveEmploymentInput extends ById {
  @Integer({ min: 1, max: 10_000, description: 'The version this makes: 1, or one more than the last.' })
  version!: number;
  @Choice(employmentKinds, { optional: true }) employment?: EmploymentKind;
  @Uuid({ optional: true, description: 'The organisation that employs; often the operating organisation.' })
  employerId?: string;
  @Uuid({ optional: true, description: '督导: a member of staff of the same city.' }) supervisorId?: string;
  @ListOf(() => StaffLicence, { max: 3, description: 'One of a kind.' }) licences!: StaffLicence[];
}

export class EmploymentView extends SaveEmploymentInput {
  @Text({ max: 50, optional: true }) supervisorName?: string;
  @Instant() changedAt!: string;
}

/** How staff are employed, licensed and supervised. It grants nothing: who may do what hangs on roles alone. */
export const employment = {
  /** The next version; the same again is the same answer. */
  save: defineRpc({
    subject: 'stations.saveEmployment',
    input: SaveEmploymentInput,
    output: EmploymentView,
    errors: [
      'resource.notFound',
      'version.conflict',
      'employment.licenceInvalid',
      'employment.supervisorInvalid',
      'organisation.closed',
      'idempotency.conflict',
    ],
    callers: ['administrator'],
  }),
  /** One's own, or that of staff of one's region for who looks after them. */
  get: defineRpc({
    subject: 'stations.getEmployment',
    input: ById,
    output: EmploymentView,
    errors: ['resource.notFound'],
    callers: ['committee', 'station', 'official', 'administrator'],
  }),
};
