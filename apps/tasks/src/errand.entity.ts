import type {
  ClaimState,
  ErrandState,
  NeedRequirement,
  NeedType,
  Point,
  PresenceProof,
  RecordState,
  Verification,
} from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const pointColumn = {
  to: (point: Point) => `(${point.longitude},${point.latitude})`,
  from: (stored: { x: number; y: number }): Point => ({ longitude: stored.x, latitude: stored.y }),
};

@Entity('errand')
export class ErrandEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'need_id', type: 'uuid' }) needId!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: { to: Number, from: Number } })
  communityCode!: number;
  @Column({ type: 'text' }) type!: NeedType;
  @Column({ type: 'text' }) summary!: string;
  @Column({ name: 'risk_notice', type: 'text', nullable: true }) riskNotice!: string | null;
  @Column({ type: 'point', transformer: pointColumn }) place!: Point;
  @Column({ name: 'window_start', type: 'timestamptz' }) windowStart!: Date;
  @Column({ name: 'window_end', type: 'timestamptz' }) windowEnd!: Date;
  @Column({ name: 'expected_minutes', type: 'int' }) expectedMinutes!: number;
  @Column({ type: 'int' }) slots!: number;
  @Column({ name: 'slots_taken', type: 'int' }) slotsTaken!: number;
  @Column({ type: 'text', array: true, default: '{}' }) requirements!: NeedRequirement[];
  @Column({ name: 'stop_count', type: 'int', default: 0 }) stopCount!: number;
  @Column({ name: 'purchase_ceiling_fen', type: 'int', nullable: true }) purchaseCeilingFen!: number | null;
  @Column({ name: 'slots_offered', type: 'int', default: 0 }) slotsOffered!: number;
  @Column({ name: 'fair_grab_seconds', type: 'int', default: 0 }) fairGrabSeconds!: number;
  @Column({ type: 'text' }) state!: ErrandState;
  @Column({ name: 'opened_at', type: 'timestamptz' }) openedAt!: Date;
  @Column({ name: 'expired_at', type: 'timestamptz', nullable: true }) expiredAt?: Date | null;
  @Column({ name: 'cancelled_at', type: 'timestamptz', nullable: true }) cancelledAt?: Date | null;
  /** That of its need when it opened: one errand a round. */
  @Column({ type: 'int', default: 0 }) round!: number;
}

@Entity('claim')
export class ClaimEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'errand_id', type: 'uuid' }) errandId!: string;
  @Column({ name: 'volunteer_id', type: 'uuid' }) volunteerId!: string;
  @Column({ type: 'text' }) state!: ClaimState;
  @Column({ name: 'window_start', type: 'timestamptz' }) windowStart!: Date;
  @Column({ name: 'window_end', type: 'timestamptz' }) windowEnd!: Date;
  @Column({ name: 'claimed_at', type: 'timestamptz' }) claimedAt!: Date;
  @Column({ name: 'released_at', type: 'timestamptz', nullable: true }) releasedAt!: Date | null;
  @Column({ name: 'release_reason', type: 'text', nullable: true }) releaseReason!: string | null;
  @Column({ name: 'code_attempts', type: 'int' }) codeAttempts!: number;
  @Column({ name: 'device_verified', type: 'boolean' }) deviceVerified!: boolean;
  @Column({ name: 'checked_in_at', type: 'timestamptz', nullable: true }) checkedInAt!: Date | null;
  @Column({ name: 'checked_out_at', type: 'timestamptz', nullable: true }) checkedOutAt!: Date | null;
  @Column({ name: 'check_in_proof', type: 'text', default: 'none' }) checkInProof!: PresenceProof;
  @Column({ name: 'was_offline', type: 'boolean', default: false }) wasOffline!: boolean;
  @Column({ name: 'offered_at', type: 'timestamptz', nullable: true }) offeredAt!: Date | null;
}

/** Minutes really given; the statutory record behind every total. Its id is that of the claim. */
@Entity('service_record')
export class ServiceRecordEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'errand_id', type: 'uuid' }) errandId!: string;
  @Column({ name: 'volunteer_id', type: 'uuid' }) volunteerId!: string;
  /** Under which registration it was given, where that was merged into the volunteer's since. */
  @Column({ name: 'served_as', type: 'uuid', nullable: true }) servedAs?: string | null;
  @Column({ name: 'community_code', type: 'bigint', transformer: { to: Number, from: Number } })
  communityCode!: number;
  @Column({ type: 'text' }) state!: RecordState;
  @Column({ type: 'text' }) verification!: Verification;
  @Column({ name: 'service_minutes', type: 'int' }) serviceMinutes!: number;
  @Column({ name: 'started_at', type: 'timestamptz' }) startedAt!: Date;
  @Column({ name: 'ended_at', type: 'timestamptz' }) endedAt!: Date;
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt!: Date | null;
  @Column({ name: 'check_in_proof', type: 'text', default: 'none' }) checkInProof!: PresenceProof;
  @Column({ name: 'check_out_proof', type: 'text', default: 'none' }) checkOutProof!: PresenceProof;
  @Column({ name: 'was_offline', type: 'boolean', default: false }) wasOffline!: boolean;
  @Column({ type: 'int' }) version!: number;
  /** Public notice ends then. */
  @Column({ name: 'notice_until', type: 'timestamptz', nullable: true }) noticeUntil?: Date | null;
  /** When ledger, register and reports were first told. */
  @Column({ name: 'told_at', type: 'timestamptz', nullable: true }) toldAt?: Date | null;
}

@Entity('confirmation')
export class ConfirmationEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ name: 'record_id', type: 'uuid' }) recordId!: string;
  @PrimaryColumn({ name: 'approver_id', type: 'uuid' }) approverId!: string;
  @Column({ type: 'text' }) role!: string;
  @Column({ type: 'text' }) method!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
}
