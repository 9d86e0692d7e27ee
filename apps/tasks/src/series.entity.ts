import type { HeldMode, NeedContent, Point, Poster, SeriesState } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { pointColumn } from './errand.entity.js';

/** A need that comes again. */
@Entity('need_series')
export class NeedSeriesEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'resident_id', type: 'uuid' }) residentId!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: { to: Number, from: Number } })
  communityCode!: number;
  @Column({ type: 'jsonb' }) content!: NeedContent;
  @Column({ type: 'text' }) channel!: string;
  @Column({ name: 'first_day', type: 'text' }) firstDay!: string;
  @Column({ name: 'start_time', type: 'text' }) startTime!: string;
  @Column({ name: 'window_minutes', type: 'int' }) windowMinutes!: number;
  @Column({ type: 'text' }) rule!: string;
  @Column({ type: 'text' }) holidays!: 'keep' | 'skip';
  @Column({ type: 'text' }) state!: SeriesState;
  @Column({ name: 'posted_by', type: 'text' }) postedBy!: Poster;
  @Column({ name: 'made_by', type: 'uuid' }) madeBy!: string;
  @Column({ name: 'made_at', type: 'timestamptz' }) madeAt!: Date;
  /** Places to go to besides the door, each time. */
  @Column({ name: 'stop_count', type: 'int', default: 0 }) stopCount!: number;
  /** Who pays for each, where the city does not. */
  @Column({ name: 'payment_mode', type: 'text', nullable: true }) paymentMode!: HeldMode | null;
  @Column({ name: 'payer_id', type: 'uuid', nullable: true }) payerId!: string | null;
  /** With which organisation each is served. */
  @Column({ name: 'group_id', type: 'uuid', nullable: true }) groupId!: string | null;
  /** The first day not looked at yet; null when nothing is to come. */
  @Column({ name: 'next_day', type: 'text', nullable: true }) nextDay!: string | null;
}

/** A day left out. */
@Entity('series_skip')
export class SeriesSkipEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ name: 'series_id', type: 'uuid' }) seriesId!: string;
  @PrimaryColumn({ type: 'text' }) day!: string;
  @Column({ type: 'text' }) reason!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
}

/** One place of each need of a series. */
@Entity('need_series_stop')
export class SeriesStopEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ name: 'series_id', type: 'uuid' }) seriesId!: string;
  @PrimaryColumn({ type: 'int' }) stop!: number;
  @Column({ type: 'point', transformer: pointColumn }) place!: Point;
  @Column({ name: 'door_sealed', type: 'text', nullable: true }) doorSealed!: string | null;
  @Column({ type: 'text' }) task!: string;
}
