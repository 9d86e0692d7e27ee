import type { RegionLevel } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('region')
export class RegionEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'bigint' }) code!: number;
  @Column({ type: 'text' }) level!: RegionLevel;
  @Column({ type: 'text' }) name!: string;
}
