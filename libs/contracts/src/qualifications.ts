import { roles } from './actor.js';
import { ById, RegionPageQuery } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Flag, Instant, ListOf, Text, Uuid } from './fields.js';
import {
  type QualificationKind,
  qualificationKinds,
  type QualificationName,
  qualificationNames,
} from './qualifications.terms.js';

/** `declared` waits for staff where proof is needed; `withdrawn` and `refused` never count again. */
export const qualificationStates = ['declared', 'verified', 'refused', 'withdrawn'] as const;
export type QualificationState = (typeof qualificationStates)[number];

export class DeclareQualificationInput {
  @Uuid({ description: 'Id of the qualification, made by the caller.' }) id!: string;
  @Uuid() volunteerId!: string;
  @Choice(qualificationNames) name!: QualificationName;
  @Instant({ optional: true, description: 'Counts from then on; since ever unless told.' })
  validFrom?: string;
  @Instant({
    optional: true,
    description: 'From this instant it counts no more. Needed for certificates, insurance and health.',
  })
  expiresAt?: string;
  @Text({ max: 100, optional: true, description: 'The body or insurer that gave it; never a person’s name.' })
  issuer?: string;
  @Text({ max: 60, optional: true, description: 'Of the certificate or policy; sealed, shown masked.' })
  number?: string;
}

export class QualificationView {
  @Uuid() id!: string;
  @Uuid() volunteerId!: string;
  @Choice(qualificationNames) name!: QualificationName;
  @Choice(qualificationKinds) kind!: QualificationKind;
  @Choice(qualificationStates) state!: QualificationState;
  @Flag({ description: 'It counts at this moment.' }) isInForce!: boolean;
  @Instant({ optional: true }) validFrom?: string;
  @Instant({ optional: true }) expiresAt?: string;
  @Text({ max: 100, optional: true }) issuer?: string;
  @Text({ max: 60, optional: true, description: 'The last four characters.' }) number?: string;
  @Choice(roles, { description: 'Whose word it is.' }) recordedRole!: string;
  @Instant() recordedAt!: string;
  @Instant({ optional: true }) decidedAt?: string;
  @Text({ max: 200, optional: true, description: 'Why it was refused.' }) reason?: string;
}

export class QualificationList {
  @ListOf(() => QualificationView, { max: 100, description: 'The newest first.' })
  items!: QualificationView[];
}

export class QualificationPage extends QualificationList {
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListQualificationsInput extends RegionPageQuery {
  @Choice(qualificationStates, { optional: true }) state?: QualificationState;
  @Instant({
    optional: true,
    description:
      'Only verified ones that count now and end before this instant, unless another of the name lasts longer.',
  })
  endsBefore?: string;
}

export class DecideQualificationInput {
  @Uuid() id!: string;
  @Choice(['verified', 'refused']) decision!: 'verified' | 'refused';
  @Text({ max: 200, optional: true, description: 'Sealed; for the volunteer and staff.' }) reason?: string;
}

const staff = ['committee', 'station'] as const;

/** 资质: what volunteers can do and may do. Each change that matters to claiming is told by `volunteer.verified`. */
export const qualifications = {
  /**
   * By the volunteer, or by staff who have the document before them: then it is verified at once. Insurance,
   * training and certificates that a volunteer declares count only once staff have verified them.
   */
  declare: defineRpc({
    subject: 'volunteers.declareQualification',
    input: DeclareQualificationInput,
    output: QualificationView,
    errors: [
      'resource.notFound',
      'qualification.expiryRequired',
      'qualification.expired',
      'qualification.periodInvalid',
      'qualification.tooMany',
      'idempotency.conflict',
    ],
    callers: ['volunteer', ...staff],
  }),
  /** Staff of the region verify what was declared, or refuse it; a verified one can still be refused. */
  decide: defineRpc({
    subject: 'volunteers.decideQualification',
    input: DecideQualificationInput,
    output: QualificationView,
    errors: ['resource.notFound', 'qualification.decided'],
    callers: staff,
  }),
  /** The volunteer takes it back; twice is once. */
  withdraw: defineRpc({
    subject: 'volunteers.withdrawQualification',
    input: ById,
    output: QualificationView,
    errors: ['resource.notFound', 'qualification.decided'],
    callers: ['volunteer'],
  }),
  /** Of one volunteer. */
  listOf: defineRpc({
    subject: 'volunteers.listQualificationsOf',
    input: ById,
    output: QualificationList,
    errors: ['resource.notFound'],
    callers: ['volunteer', ...staff],
  }),
  /** Of a region, for the desk that verifies them. */
  list: defineRpc({
    subject: 'volunteers.listQualifications',
    input: ListQualificationsInput,
    output: QualificationPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: staff,
  }),
};
