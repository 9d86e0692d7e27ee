import type { ConsentPurpose, DocumentType, VerificationState } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A registered volunteer. Whatever names a person is sealed; digests find it again. Who left has none of either. */
@Entity('volunteer')
export class VolunteerEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'volunteer_number', type: 'text' }) volunteerNumber!: string;
  @Column({ name: 'name_sealed', type: 'text', nullable: true }) nameSealed!: string | null;
  @Column({ name: 'id_number_sealed', type: 'text', nullable: true }) idNumberSealed!: string | null;
  @Column({ name: 'document_type', type: 'text', default: 'residentId' }) documentType!: DocumentType;
  /** Of documents other than resident identity cards, whose numbers say it. */
  @Column({ name: 'birth_day_sealed', type: 'text', nullable: true }) birthDaySealed!: string | null;
  @Column({ name: 'phone_sealed', type: 'text', nullable: true }) phoneSealed!: string | null;
  @Column({ name: 'guardian_name_sealed', type: 'text', nullable: true }) guardianNameSealed!: string | null;
  @Column({ name: 'identity_digest', type: 'bytea', nullable: true }) identityDigest!: Buffer | null;
  /** Digest of the whole registration, to tell a retry from other content. */
  @Column({ name: 'content_digest', type: 'bytea', nullable: true }) contentDigest!: Buffer | null;
  @Column({ name: 'community_code', type: 'bigint' }) communityCode!: number;
  @Column({ name: 'courier_site_id', type: 'uuid', nullable: true }) courierSiteId!: string | null;
  @Column({ type: 'text', array: true }) skills!: string[];
  /** Consents withdrawn and not given again. */
  @Column({ type: 'text', array: true, default: [] }) withdrawn!: ConsentPurpose[];
  /** A minor for whom no guardian consents, at this time: neither verified nor serving. */
  @Column({ name: 'awaits_guardian', type: 'boolean', default: false }) awaitsGuardian!: boolean;
  @Column({ type: 'text' }) verification!: VerificationState;
  /** Grows with every registration and decision; the newest wins wherever it is told. */
  @Column({ type: 'int' }) version!: number;
  @Column({ name: 'lifetime_minutes', type: 'int', default: 0 }) lifetimeMinutes!: number;
  /** What residents said of services, and how much of it without a complaint. */
  @Column({ type: 'int', default: 0 }) evaluations!: number;
  @Column({ name: 'good_evaluations', type: 'int', default: 0 }) goodEvaluations!: number;
  @Column({ name: 'registered_at', type: 'timestamptz' }) registeredAt!: Date;
  @Column({ name: 'registered_by', type: 'text' }) registeredBy!: string;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
  @Column({ name: 'decided_by', type: 'text', nullable: true }) decidedBy!: string | null;
  /** The version whose decade and home were told. */
  @Column({ name: 'cohort_told_version', type: 'int', default: 0 }) cohortToldVersion!: number;
  @Column({ name: 'decision_reason_sealed', type: 'text', nullable: true }) decisionReasonSealed!:
    string | null;
  /** Community of the registration, of who has moved since; it counts there, by `moved_registration`. */
  @Column({ name: 'registered_code', type: 'bigint', nullable: true }) registeredCode!: number | null;
  @Column({ name: 'left_at', type: 'timestamptz', nullable: true }) leftAt!: Date | null;
  /** Whose registration this person's is: this one was another of the same person, and ended. */
  @Column({ name: 'merged_into', type: 'uuid', nullable: true }) mergedInto!: string | null;
}

/** A volunteer who has neither left nor been merged into another. */
export type PresentVolunteer = VolunteerEntity & {
  nameSealed: string;
  idNumberSealed: string;
  phoneSealed: string;
  identityDigest: Buffer;
  contentDigest: Buffer;
  leftAt: null;
};

/** What becomes of all that names a person whose registration ends. */
export const gone = {
  ...{ nameSealed: null, idNumberSealed: null, birthDaySealed: null, phoneSealed: null },
  guardianNameSealed: null,
  ...{ identityDigest: null, contentDigest: null, decisionReasonSealed: null, courierSiteId: null },
  skills: [],
};

export function isPresent(volunteer: VolunteerEntity): volunteer is PresentVolunteer {
  return volunteer.leftAt === null;
}
