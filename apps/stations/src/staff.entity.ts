import type { StaffRole } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who signs in with a user name on behalf of a committee, a station or an authority. */
@Entity('staff')
export class StaffEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'user_name', type: 'text' }) userName!: string;
  /** Argon2id in PHC string form; carries its own parameters and salt. */
  @Column({ name: 'password_hash', type: 'text' }) passwordHash!: string;
  @Column({ name: 'display_name', type: 'text' }) displayName!: string;
  @Column({ type: 'text' }) role!: StaffRole;
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true }) organisationId!: string | null;
  @Column({ name: 'region_code', type: 'bigint' }) regionCode!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  /** Taken off; null while somebody may sign in. */
  @Column({ name: 'disabled_at', type: 'timestamptz', nullable: true }) disabledAt!: Date | null;
  /** Who took it off; a service's name for `system`. */
  @Column({ name: 'disabled_by', type: 'text', nullable: true }) disabledBy!: string | null;
  /** Until when the password, which is a one-time one, can be replaced; null for a password of one's own. */
  @Column({ name: 'one_time_until', type: 'timestamptz', nullable: true }) oneTimeUntil!: Date | null;
}

/** User names are unique in the whole country; this small table says whose they are. */
@Entity('staff_user_name')
export class StaffUserNameEntity {
  @PrimaryColumn({ name: 'user_name', type: 'text' }) userName!: string;
  @Column({ name: 'city_code', type: 'int' }) cityCode!: number;
  @Column({ name: 'staff_id', type: 'uuid' }) staffId!: string;
}
