import type { LinkProof, LinkState } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person with a phone, and the resident they have shown to be. */
@Entity('resident_link')
export class ResidentLinkEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'resident_id', type: 'uuid' }) residentId!: string;
  @Column({ name: 'community_code', type: 'bigint', transformer: { to: Number, from: Number } })
  communityCode!: number;
  @Column({ type: 'text' }) state!: LinkState;
  @Column({ name: 'wrong_codes', type: 'int' }) wrongCodes!: number;
  @Column({ type: 'text', nullable: true }) proof!: LinkProof | null;
  @Column({ name: 'confirmed_role', type: 'text', nullable: true }) confirmedRole!: string | null;
  @Column({ name: 'confirmed_by', type: 'uuid', nullable: true }) confirmedBy!: string | null;
  @Column({ name: 'proposed_at', type: 'timestamptz' }) proposedAt!: Date;
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt!: Date | null;
  @Column({ name: 'ended_role', type: 'text', nullable: true }) endedRole!: string | null;
  @Column({ name: 'ended_by', type: 'uuid', nullable: true }) endedBy!: string | null;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
}
