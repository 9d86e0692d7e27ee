import type { Caller, RevealedField } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody saw in plain what is sealed of a person; the database refuses changes. */
@Entity('reveal')
export class RevealEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Whose data: a resident or a volunteer. */
  @Column({ name: 'subject_id', type: 'uuid' }) subjectId!: string;
  @Column({ name: 'viewer_id', type: 'uuid' }) viewerId!: string;
  @Column({ name: 'viewer_role', type: 'text' }) viewerRole!: Caller;
  @Column({ type: 'text', array: true }) fields!: RevealedField[];
  @Column({ name: 'errand_id', type: 'uuid', nullable: true }) errandId!: string | null;
  @Column({ type: 'timestamptz' }) at!: Date;
}
