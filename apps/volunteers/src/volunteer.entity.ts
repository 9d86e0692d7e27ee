import type { VerificationState } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A registered volunteer. Whatever names a person is sealed; digests find it again. */
@Entity('volunteer')
export class VolunteerEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'volunteer_number', type: 'text' }) volunteerNumber!: string;
  @Column({ name: 'name_sealed', type: 'text' }) nameSealed!: string;
  @Column({ name: 'id_number_sealed', type: 'text' }) idNumberSealed!: string;
  @Column({ name: 'phone_sealed', type: 'text' }) phoneSealed!: string;
  @Column({ name: 'guardian_name_sealed', type: 'text', nullable: true }) guardianNameSealed!: string | null;
  @Column({ name: 'identity_digest', type: 'bytea' }) identityDigest!: Buffer;
  /** Digest of the whole registration, to tell a retry from other content. */
  @Column({ name: 'content_digest', type: 'bytea' }) contentDigest!: Buffer;
  @Column({ name: 'community_code', type: 'bigint' }) communityCode!: number;
  @Column({ name: 'courier_site_id', type: 'uuid', nullable: true }) courierSiteId!: string | null;
  @Column({ type: 'text', array: true }) skills!: string[];
  @Column({ type: 'text' }) verification!: VerificationState;
  /** Grows with every registration and decision; the newest wins wherever it is told. */
  @Column({ type: 'int' }) version!: number;
  @Column({ name: 'lifetime_minutes', type: 'int', default: 0 }) lifetimeMinutes!: number;
  @Column({ name: 'registered_at', type: 'timestamptz' }) registeredAt!: Date;
  @Column({ name: 'registered_by', type: 'text' }) registeredBy!: string;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
  @Column({ name: 'decided_by', type: 'text', nullable: true }) decidedBy!: string | null;
  /** The version whose decade and home were told. */
  @Column({ name: 'cohort_told_version', type: 'int', default: 0 }) cohortToldVersion!: number;
  @Column({ name: 'decision_reason_sealed', type: 'text', nullable: true }) decisionReasonSealed!:
    string | null;
}
