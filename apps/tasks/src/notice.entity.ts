import type { NeedRequirement, NoticeKind } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A volunteer's word from the way. The point of an emergency is sealed and forgotten after a week. */
@Entity('errand_notice')
export class NoticeEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) kind!: NoticeKind;
  @Column({ name: 'errand_id', type: 'uuid' }) errandId!: string;
  @Column({ name: 'volunteer_id', type: 'uuid' }) volunteerId!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: { to: Number, from: Number } })
  communityCode!: number;
  @Column({ type: 'int', nullable: true }) minutes!: number | null;
  /** What is met no longer, of `unqualified`. */
  @Column({ type: 'text', nullable: true }) requirement!: NeedRequirement | null;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ name: 'point_sealed', type: 'text', nullable: true }) pointSealed!: string | null;
  @Column({ name: 'raised_at', type: 'timestamptz' }) raisedAt!: Date;
  @Column({ name: 'acknowledged_at', type: 'timestamptz', nullable: true }) acknowledgedAt!: Date | null;
  @Column({ name: 'acknowledged_by', type: 'text', nullable: true }) acknowledgedBy!: string | null;
}
