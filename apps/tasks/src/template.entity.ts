import type { NeedRequirement, NeedType } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const bigint = { to: Number, from: Number };

/** One version of a template of a city, a station or a committee; never changed. */
@Entity('need_template')
export class NeedTemplateEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @PrimaryColumn({ type: 'int' }) version!: number;
  @Column({ name: 'region_code', type: 'bigint', transformer: bigint }) regionCode!: number;
  @Column({ name: 'region_last', type: 'bigint', transformer: bigint }) regionLast!: number;
  @Column({ type: 'text' }) key!: string;
  @Column({ type: 'text' }) type!: NeedType;
  @Column({ type: 'text' }) title!: string;
  @Column({ name: 'title_en', type: 'text', nullable: true }) titleEn!: string | null;
  @Column({ type: 'text' }) summary!: string;
  @Column({ name: 'expected_minutes', type: 'int' }) expectedMinutes!: number;
  @Column({ type: 'int' }) slots!: number;
  @Column({ name: 'risk_notice', type: 'text', nullable: true }) riskNotice!: string | null;
  @Column({ type: 'text', array: true }) requirements!: NeedRequirement[];
  @Column({ name: 'escalation_minutes', type: 'int' }) escalationMinutes!: number;
  @Column({ name: 'is_purchase', type: 'boolean' }) isPurchase!: boolean;
  @Column({ name: 'is_retired', type: 'boolean' }) isRetired!: boolean;
  @Column({ name: 'made_by', type: 'uuid' }) madeBy!: string;
  @Column({ name: 'made_at', type: 'timestamptz' }) madeAt!: Date;
}
