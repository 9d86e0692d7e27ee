import type {
  CallBackAnswer,
  CorrectionKind,
  CorrectionReason,
  CorrectionState,
  EvidenceKind,
  ObjectionReason,
  ObjectionState,
  PairFinding,
  TieKind,
  Verification,
} from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const code = { to: Number, from: Number };

/** What a record said in one version; rows are only ever added. */
@Entity('record_version')
export class RecordVersionEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ name: 'record_id', type: 'uuid' }) recordId!: string;
  @PrimaryColumn({ type: 'int' }) version!: number;
  @Column({ name: 'service_minutes', type: 'int' }) serviceMinutes!: number;
  @Column({ type: 'text' }) verification!: Verification;
  @Column({ name: 'started_at', type: 'timestamptz' }) startedAt!: Date;
  @Column({ name: 'ended_at', type: 'timestamptz' }) endedAt!: Date;
  @Column({ type: 'text' }) reason!: CorrectionReason | 'confirmed';
  @Column({ type: 'text', nullable: true }) evidence!: EvidenceKind | null;
  @Column({ name: 'correction_id', type: 'uuid', nullable: true }) correctionId!: string | null;
  @Column({ type: 'timestamptz' }) at!: Date;
}

@Entity('correction')
export class CorrectionEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'record_id', type: 'uuid' }) recordId!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: code }) communityCode!: number;
  @Column({ name: 'of_version', type: 'int' }) ofVersion!: number;
  @Column({ type: 'text' }) kind!: CorrectionKind;
  @Column({ name: 'service_minutes', type: 'int' }) serviceMinutes!: number;
  @Column({ name: 'started_at', type: 'timestamptz' }) startedAt!: Date;
  @Column({ name: 'ended_at', type: 'timestamptz' }) endedAt!: Date;
  @Column({ type: 'text' }) reason!: CorrectionReason;
  @Column({ type: 'text' }) evidence!: EvidenceKind;
  @Column({ name: 'note_sealed', type: 'text', nullable: true }) noteSealed!: string | null;
  @Column({ type: 'text' }) state!: CorrectionState;
  @Column({ name: 'proposed_by', type: 'uuid' }) proposedBy!: string;
  @Column({ name: 'proposed_role', type: 'text' }) proposedRole!: string;
  @Column({ name: 'proposed_at', type: 'timestamptz' }) proposedAt!: Date;
  @Column({ name: 'decided_by', type: 'uuid', nullable: true }) decidedBy!: string | null;
  @Column({ name: 'decided_role', type: 'text', nullable: true }) decidedRole!: string | null;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
}

@Entity('dispute')
export class DisputeEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'record_id', type: 'uuid' }) recordId!: string;
  @Column({ type: 'text' }) reason!: string;
  @Column({ name: 'note_sealed', type: 'text', nullable: true }) noteSealed!: string | null;
  @Column({ name: 'raised_by', type: 'uuid' }) raisedBy!: string;
  @Column({ name: 'raised_role', type: 'text' }) raisedRole!: string;
  @Column({ name: 'raised_at', type: 'timestamptz' }) raisedAt!: Date;
  @Column({ type: 'text', nullable: true }) decision!: 'confirm' | 'void' | null;
  @Column({ name: 'answer_sealed', type: 'text', nullable: true }) answerSealed!: string | null;
  @Column({ name: 'decided_by', type: 'uuid', nullable: true }) decidedBy!: string | null;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
}

@Entity('objection')
export class ObjectionEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'record_id', type: 'uuid' }) recordId!: string;
  @Column({ name: 'volunteer_id', type: 'uuid' }) volunteerId!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: code }) communityCode!: number;
  @Column({ type: 'text' }) state!: ObjectionState;
  @Column({ type: 'text' }) reason!: ObjectionReason;
  @Column({ name: 'note_sealed', type: 'text', nullable: true }) noteSealed!: string | null;
  @Column({ name: 'raised_by', type: 'uuid' }) raisedBy!: string;
  @Column({ name: 'raised_role', type: 'text' }) raisedRole!: string;
  @Column({ name: 'raised_at', type: 'timestamptz' }) raisedAt!: Date;
  @Column({ name: 'investigated_by', type: 'uuid', nullable: true }) investigatedBy!: string | null;
  @Column({ name: 'decided_by', type: 'uuid', nullable: true }) decidedBy!: string | null;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
  @Column({ name: 'answer_sealed', type: 'text', nullable: true }) answerSealed!: string | null;
  @Column({ name: 'correction_id', type: 'uuid', nullable: true }) correctionId!: string | null;
}

/** A call to the resident: who called, when, and what was said. */
@Entity('call_back')
export class CallBackEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'record_id', type: 'uuid' }) recordId!: string;
  @Column({ name: 'caller_id', type: 'uuid' }) callerId!: string;
  @Column({ name: 'caller_role', type: 'text' }) callerRole!: string;
  @Column({ type: 'text' }) answer!: CallBackAnswer;
  @Column({ name: 'service_minutes', type: 'int', nullable: true }) serviceMinutes!: number | null;
  @Column({ name: 'called_at', type: 'timestamptz' }) calledAt!: Date;
}

@Entity('declared_tie')
export class DeclaredTieEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'volunteer_id', type: 'uuid' }) volunteerId!: string;
  @Column({ name: 'other_id', type: 'uuid' }) otherId!: string;
  @Column({ type: 'text' }) kind!: TieKind;
  @Column({ name: 'declared_by', type: 'uuid' }) declaredBy!: string;
  @Column({ name: 'declared_at', type: 'timestamptz' }) declaredAt!: Date;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
  @Column({ name: 'ended_by', type: 'uuid', nullable: true }) endedBy!: string | null;
}

@Entity('pair_flag')
export class PairFlagEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: code }) communityCode!: number;
  @Column({ name: 'volunteer_id', type: 'uuid' }) volunteerId!: string;
  @Column({ name: 'approver_id', type: 'uuid' }) approverId!: string;
  @Column({ type: 'int' }) confirmations!: number;
  @Column({ name: 'of_all', type: 'int' }) ofAll!: number;
  @Column({ name: 'span_days', type: 'int' }) spanDays!: number;
  @Column({ name: 'flagged_at', type: 'timestamptz' }) flaggedAt!: Date;
  @Column({ type: 'text', nullable: true }) finding!: PairFinding | null;
  @Column({ name: 'reviewed_by', type: 'uuid', nullable: true }) reviewedBy!: string | null;
  @Column({ name: 'reviewed_at', type: 'timestamptz', nullable: true }) reviewedAt!: Date | null;
}
