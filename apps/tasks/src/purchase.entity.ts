import type { PaymentMeans, PurchaseState } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a volunteer bought on an errand. */
@Entity('purchase')
export class PurchaseEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'errand_id', type: 'uuid' }) errandId!: string;
  @Column({ name: 'volunteer_id', type: 'uuid' }) volunteerId!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: { to: Number, from: Number } })
  communityCode!: number;
  @Column({ type: 'text' }) state!: PurchaseState;
  @Column({ name: 'amount_fen', type: 'int' }) amountFen!: number;
  @Column({ name: 'ceiling_fen', type: 'int' }) ceilingFen!: number;
  @Column({ name: 'photo_id', type: 'uuid' }) photoId!: string;
  @Column({ name: 'submitted_at', type: 'timestamptz' }) submittedAt!: Date;
  @Column({ name: 'paid_by', type: 'text', nullable: true }) paidBy!: PaymentMeans | null;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'decided_by', type: 'text', nullable: true }) decidedBy!: string | null;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
  @Column({ name: 'received_at', type: 'timestamptz', nullable: true }) receivedAt!: Date | null;
}
