import type { ReferralBody, ReferralState } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A need in the hands of another body. */
@Entity('referral')
export class ReferralEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'need_id', type: 'uuid' }) needId!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: { to: Number, from: Number } })
  communityCode!: number;
  @Column({ type: 'text' }) body!: ReferralBody;
  @Column({ name: 'body_name', type: 'text' }) bodyName!: string;
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true }) organisationId!: string | null;
  @Column({ type: 'text' }) reason!: string;
  @Column({ type: 'text' }) consent!: string;
  @Column({ name: 'resolve_within_days', type: 'int' }) resolveWithinDays!: number;
  @Column({ type: 'text' }) state!: ReferralState;
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true }) dueAt!: Date | null;
  @Column({ name: 'overdue_told', type: 'boolean' }) overdueTold!: boolean;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  /** Who at the body is in charge. */
  @Column({ name: 'contact_name_sealed', type: 'text', nullable: true }) contactNameSealed!: string | null;
  @Column({ name: 'contact_phone_sealed', type: 'text', nullable: true }) contactPhoneSealed!: string | null;
}

@Entity('referral_step')
export class ReferralStepEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ name: 'referral_id', type: 'uuid' }) referralId!: string;
  @PrimaryColumn({ type: 'int' }) step!: number;
  @Column({ type: 'text' }) state!: ReferralState;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'by_id', type: 'text' }) byId!: string;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'timestamptz' }) at!: Date;
}
