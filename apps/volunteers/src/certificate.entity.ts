import type { CertificateStep, RevocationReason } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 志愿服务记录证明. It stays with the city it was asked for in, wherever the volunteer moves. */
@Entity('certificate')
export class CertificateEntity {
  @PrimaryColumn({ name: 'city_code', type: 'int' }) cityCode!: number;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'volunteer_id', type: 'uuid' }) volunteerId!: string;
  @Column({ name: 'community_code', type: 'bigint' }) communityCode!: number;
  @Column({ name: 'from_day', type: 'date' }) fromDay!: string;
  @Column({ name: 'to_day', type: 'date' }) toDay!: string;
  @Column({ type: 'text' }) state!: CertificateStep;
  @Column({ name: 'requested_at', type: 'timestamptz' }) requestedAt!: Date;
  @Column({ name: 'requested_by', type: 'uuid' }) requestedBy!: string;
  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true }) acceptedAt!: Date | null;
  @Column({ name: 'accepted_by', type: 'uuid', nullable: true }) acceptedBy!: string | null;
  @Column({ name: 'issued_at', type: 'timestamptz', nullable: true }) issuedAt!: Date | null;
  @Column({ name: 'issued_by', type: 'uuid', nullable: true }) issuedBy!: string | null;
  @Column({ name: 'issuer_id', type: 'uuid', nullable: true }) issuerId!: string | null;
  @Column({ name: 'issuer_name', type: 'text', nullable: true }) issuerName!: string | null;
  @Column({ name: 'issuer_phone', type: 'text', nullable: true }) issuerPhone!: string | null;
  @Column({ type: 'text', nullable: true }) number!: string | null;
  @Column({ name: 'check_code', type: 'text', nullable: true }) checkCode!: string | null;
  @Column({ name: 'service_minutes', type: 'int', nullable: true }) serviceMinutes!: number | null;
  @Column({ name: 'notice_from', type: 'timestamptz', nullable: true }) noticeFrom!: Date | null;
  @Column({ name: 'effective_from', type: 'timestamptz', nullable: true }) effectiveFrom!: Date | null;
  /** What is printed of people, as `IssuedContent`; destroyed when the volunteer leaves. */
  @Column({ name: 'content_sealed', type: 'text', nullable: true }) contentSealed!: string | null;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt!: Date | null;
  @Column({ name: 'revoked_by', type: 'uuid', nullable: true }) revokedBy!: string | null;
  @Column({ name: 'revocation_reason', type: 'text', nullable: true })
  revocationReason!: RevocationReason | null;
}

/** A certificate that was issued, revoked since or not. */
export type IssuedCertificate = CertificateEntity & {
  issuedAt: Date;
  issuerName: string;
  number: string;
  checkCode: string;
  serviceMinutes: number;
  noticeFrom: Date;
  effectiveFrom: Date;
};

export function isIssued(certificate: CertificateEntity): certificate is IssuedCertificate {
  return certificate.issuedAt !== null;
}
