import type { HazardCategory, HazardSeverity, HazardState, Point } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { pointColumn } from './errand.entity.js';

/** Something dangerous or unclean at a place, however many reported it. */
@Entity('hazard')
export class HazardEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: { to: Number, from: Number } })
  communityCode!: number;
  @Column({ type: 'point', transformer: pointColumn }) place!: Point;
  @Column({ type: 'text' }) category!: HazardCategory;
  @Column({ type: 'text' }) severity!: HazardSeverity;
  @Column({ type: 'text' }) state!: HazardState;
  @Column({ name: 'committee_id', type: 'uuid', nullable: true }) committeeId!: string | null;
  @Column({ name: 'station_id', type: 'uuid', nullable: true }) stationId!: string | null;
  @Column({ name: 'report_count', type: 'int' }) reportCount!: number;
  @Column({ name: 'first_reported_at', type: 'timestamptz' }) firstReportedAt!: Date;
  @Column({ name: 'last_reported_at', type: 'timestamptz' }) lastReportedAt!: Date;
  /** Reports nearby join it until then. */
  @Column({ name: 'joins_until', type: 'timestamptz' }) joinsUntil!: Date;
  @Column({ type: 'text', nullable: true }) handling!: string | null;
  @Column({ type: 'text', nullable: true }) feedback!: string | null;
  @Column({ name: 'handled_at', type: 'timestamptz', nullable: true }) handledAt!: Date | null;
  @Column({ name: 'fed_back_at', type: 'timestamptz', nullable: true }) fedBackAt!: Date | null;
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true }) closedAt!: Date | null;
}

/** What one person saw. */
@Entity('hazard_report')
export class HazardReportEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'hazard_id', type: 'uuid' }) hazardId!: string;
  @Column({ name: 'reporter_id', type: 'uuid' }) reporterId!: string;
  @Column({ name: 'reporter_role', type: 'text' }) reporterRole!: string;
  @Column({ name: 'errand_id', type: 'uuid', nullable: true }) errandId!: string | null;
  @Column({ type: 'point', transformer: pointColumn }) place!: Point;
  @Column({ type: 'text' }) severity!: HazardSeverity;
  @Column({ type: 'text' }) description!: string;
  @Column({ name: 'reported_at', type: 'timestamptz' }) reportedAt!: Date;
}

/** One line of a hazard's history; committee and station read the same. */
@Entity('hazard_step')
export class HazardStepEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ name: 'hazard_id', type: 'uuid' }) hazardId!: string;
  @PrimaryColumn({ type: 'int' }) step!: number;
  @Column({ type: 'text' }) state!: HazardState;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'by_id', type: 'text' }) byId!: string;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'timestamptz' }) at!: Date;
}
