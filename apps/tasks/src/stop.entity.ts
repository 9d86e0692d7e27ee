import type { Point, StopOutcome } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { pointColumn } from './errand.entity.js';

/** One place of an errand with several. Its point and door are for the active claimant. */
@Entity('need_stop')
export class NeedStopEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ name: 'need_id', type: 'uuid' }) needId!: string;
  @PrimaryColumn({ type: 'int' }) stop!: number;
  @Column({ type: 'point', transformer: pointColumn }) place!: Point;
  @Column({ name: 'door_sealed', type: 'text', nullable: true }) doorSealed!: string | null;
  @Column({ type: 'text' }) task!: string;
  @Column({ type: 'text', nullable: true }) outcome!: StopOutcome | null;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ name: 'checked_by', type: 'uuid', nullable: true }) checkedBy!: string | null;
  @Column({ name: 'checked_at', type: 'timestamptz', nullable: true }) checkedAt!: Date | null;
}
