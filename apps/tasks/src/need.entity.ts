import type { HardshipCategory, NeedRequirement, NeedState, NeedType, Poster } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A service recipient. Name, telephone and door are sealed; the place is the gate, not the flat. */
@Entity('resident')
export class ResidentEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: { to: Number, from: Number } })
  communityCode!: number;
  @Column({ name: 'name_sealed', type: 'text' }) nameSealed!: string;
  @Column({ name: 'phone_sealed', type: 'text' }) phoneSealed!: string;
  @Column({ name: 'door_sealed', type: 'text' }) doorSealed!: string;
  /** Keyed digest of the number; null until it is indexed. */
  @Column({ name: 'phone_index', type: 'bytea', nullable: true }) phoneIndex!: Buffer | null;
  @Column({ name: 'identity_index', type: 'bytea' }) identityIndex!: Buffer;
  @Column({ type: 'double precision' }) longitude!: number;
  @Column({ type: 'double precision' }) latitude!: number;
  @Column({ name: 'hardship_categories', type: 'text', array: true }) hardshipCategories!: HardshipCategory[];
  @Column({ name: 'door_code_version', type: 'int', default: 1 }) doorCodeVersion!: number;
  @Column({ name: 'registered_at', type: 'timestamptz' }) registeredAt!: Date;
}

@Entity('need')
export class NeedEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'resident_id', type: 'uuid' }) residentId!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: { to: Number, from: Number } })
  communityCode!: number;
  @Column({ type: 'text' }) type!: NeedType;
  @Column({ type: 'text' }) summary!: string;
  @Column({ type: 'text' }) channel!: string;
  @Column({ type: 'text' }) state!: NeedState;
  @Column({ name: 'window_start', type: 'timestamptz' }) windowStart!: Date;
  @Column({ name: 'window_end', type: 'timestamptz' }) windowEnd!: Date;
  @Column({ name: 'expected_minutes', type: 'int' }) expectedMinutes!: number;
  @Column({ type: 'int' }) slots!: number;
  @Column({ name: 'risk_notice', type: 'text', nullable: true }) riskNotice!: string | null;
  @Column({ name: 'template_id', type: 'uuid', nullable: true }) templateId!: string | null;
  @Column({ name: 'template_version', type: 'int', nullable: true }) templateVersion!: number | null;
  @Column({ type: 'text', array: true, default: '{}' }) requirements!: NeedRequirement[];
  @Column({ name: 'purchase_ceiling_fen', type: 'int', nullable: true }) purchaseCeilingFen!: number | null;
  @Column({ name: 'escalation_minutes', type: 'int', nullable: true }) escalationMinutes!: number | null;
  @Column({ name: 'stop_count', type: 'int', default: 0 }) stopCount!: number;
  @Column({ name: 'series_id', type: 'uuid', nullable: true }) seriesId!: string | null;
  @Column({ name: 'series_day', type: 'text', nullable: true }) seriesDay!: string | null;
  @Column({ name: 'posted_by', type: 'text', nullable: true }) postedBy!: Poster | null;
  @Column({ name: 'fair_grab_seconds', type: 'int', nullable: true }) fairGrabSeconds!: number | null;
  @Column({ name: 'group_id', type: 'uuid', nullable: true }) groupId!: string | null;
  @Column({ name: 'service_code_sealed', type: 'text' }) serviceCodeSealed!: string;
  @Column({ name: 'committee_id', type: 'uuid', nullable: true }) committeeId!: string | null;
  @Column({ name: 'station_id', type: 'uuid', nullable: true }) stationId!: string | null;
  @Column({ name: 'errand_id', type: 'uuid', nullable: true }) errandId!: string | null;
  /** A relative who posted it and pays. */
  @Column({ name: 'family_id', type: 'uuid', nullable: true }) familyId!: string | null;
  /** How often it came back unserved. */
  @Column({ type: 'int', default: 0 }) round!: number;
  @Column({ name: 'posted_at', type: 'timestamptz' }) postedAt!: Date;
}

/** One line of a need's history; committee and station read the same. */
@Entity('need_step')
export class NeedStepEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ name: 'need_id', type: 'uuid' }) needId!: string;
  @PrimaryColumn({ type: 'int' }) step!: number;
  @Column({ type: 'text' }) state!: NeedState;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'by_id', type: 'text' }) byId!: string;
  @Column({ type: 'text', nullable: true }) code!: string | null;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'timestamptz' }) at!: Date;
}
