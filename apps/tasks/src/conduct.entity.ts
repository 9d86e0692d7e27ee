import type { AppealReason, FeedbackChoice, FeedbackSide, NoShowState, SuspensionState } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const code = { to: Number, from: Number };

/** One word a side and service. */
@Entity('feedback')
export class FeedbackEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'record_id', type: 'uuid' }) recordId!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: code }) communityCode!: number;
  @Column({ name: 'volunteer_id', type: 'uuid' }) volunteerId!: string;
  @Column({ name: 'resident_id', type: 'uuid' }) residentId!: string;
  @Column({ name: 'from_side', type: 'text' }) fromSide!: FeedbackSide;
  @Column({ name: 'given_by', type: 'uuid' }) givenBy!: string;
  @Column({ name: 'on_behalf', type: 'boolean' }) onBehalf!: boolean;
  @Column({ type: 'text', array: true }) choices!: FeedbackChoice[];
  @Column({ name: 'comment_sealed', type: 'text', nullable: true }) commentSealed!: string | null;
  @Column({ type: 'boolean' }) serious!: boolean;
  @Column({ type: 'timestamptz' }) at!: Date;
}

/** Its id is that of the claim. */
@Entity('no_show')
export class NoShowEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'errand_id', type: 'uuid' }) errandId!: string;
  @Column({ name: 'volunteer_id', type: 'uuid' }) volunteerId!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: code }) communityCode!: number;
  @Column({ type: 'text' }) state!: NoShowState;
  @Column({ name: 'window_end', type: 'timestamptz' }) windowEnd!: Date;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
  @Column({ name: 'appeal_reason', type: 'text', nullable: true }) appealReason!: AppealReason | null;
  @Column({ name: 'appeal_note_sealed', type: 'text', nullable: true }) appealNoteSealed!: string | null;
  @Column({ name: 'appealed_at', type: 'timestamptz', nullable: true }) appealedAt!: Date | null;
  @Column({ name: 'decided_by', type: 'uuid', nullable: true }) decidedBy!: string | null;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
  @Column({ name: 'answer_sealed', type: 'text', nullable: true }) answerSealed!: string | null;
}

@Entity('suspension')
export class SuspensionEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'volunteer_id', type: 'uuid' }) volunteerId!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: code }) communityCode!: number;
  @Column({ type: 'text' }) state!: SuspensionState;
  @Column({ name: 'no_shows', type: 'int' }) noShows!: number;
  @Column({ name: 'from_at', type: 'timestamptz' }) fromAt!: Date;
  @Column({ name: 'until_at', type: 'timestamptz' }) untilAt!: Date;
  @Column({ name: 'note_sealed', type: 'text', nullable: true }) noteSealed!: string | null;
  @Column({ name: 'decided_by', type: 'uuid', nullable: true }) decidedBy!: string | null;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
  @Column({ name: 'answer_sealed', type: 'text', nullable: true }) answerSealed!: string | null;
}
