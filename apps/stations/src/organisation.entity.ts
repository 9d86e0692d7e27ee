import type { OrganisationKind } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A body that organises: committee, station, courier site, bureau. */
@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) kind!: OrganisationKind;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'region_code', type: 'bigint' }) regionCode!: number;
  @Column({ type: 'double precision', nullable: true }) longitude!: number | null;
  @Column({ type: 'double precision', nullable: true }) latitude!: number | null;
  @Column({ type: 'text', nullable: true }) phone!: string | null;
  @Column({ type: 'int' }) version!: number;
  @Column({ name: 'opened_on', type: 'date', nullable: true }) openedOn!: string | null;
  /** The first day it is closed, in Asia/Shanghai. */
  @Column({ name: 'closed_on', type: 'date', nullable: true }) closedOn!: string | null;
  @Column({ name: 'supervisor_id', type: 'uuid', nullable: true }) supervisorId!: string | null;
  @Column({ name: 'operator_id', type: 'uuid', nullable: true }) operatorId!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
