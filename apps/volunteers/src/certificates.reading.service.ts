import {
  type ById,
  type CertificateDocument,
  type CertificateNotice,
  type CertificateNoticePage,
  type CertificatePage,
  type CertificateView,
  type CheckCertificateInput,
  DomainError,
  isStaff,
  type ListCertificatesInput,
  type ListCertificateNoticesInput,
  type PublishedKeys,
} from '#contracts';
import { type Call, Clock, Database, decodeCursor, encodeCursor, listScope, Seal } from '#platform';
import { parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { Between, In, LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { admitted, isHiddenFrom } from './certificate.access.js';
import { openContent, signCredential } from './certificate.content.js';
import { CertificateEntity, isIssued } from './certificate.entity.js';
import { CertificateKeys } from './certificate.keys.js';
import { certificateNotice, certificateView } from './certificate.views.js';
import { findByNumber } from './certificates.store.js';
import { VolunteerEntity } from './volunteer.entity.js';

const pageSize = 20;

/** Certificates of service as those concerned, and everybody, may read them. */
@Injectable()
export class CertificatesReadingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly signingKeys: CertificateKeys,
  ) {}

  /** @throws DomainError `resource.notFound` */
  async get({ id }: ById, { actor }: Call): Promise<CertificateView> {
    const { certificate, volunteer } = await this.find(id, actor);
    return certificateView(this.seal, certificate, volunteer, this.clock.now());
  }

  /** @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(
    { region, step, cursor, limit = pageSize }: ListCertificatesInput,
    { actor }: Call,
  ): Promise<CertificatePage> {
    const scope = isStaff(actor.role) ? listScope(actor, region) : undefined;
    const { manager } = this.database.orm;
    const rows = await manager.find(CertificateEntity, {
      where: {
        ...(scope ? { ...inside(scope) } : { volunteerId: actor.id }),
        ...(step && { state: step }),
        ...(cursor !== undefined && { id: LessThan(decodeCursor(cursor, 'uuid')[0]) }),
      },
      order: { id: 'desc' },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    const ids = page.map(({ volunteerId }) => volunteerId);
    const volunteers = await manager.findBy(VolunteerEntity, { id: In(ids) });
    const byId = new Map(volunteers.map((volunteer) => [volunteer.id, volunteer]));
    const now = this.clock.now();
    const items = page.flatMap((certificate) => {
      const volunteer = byId.get(certificate.volunteerId);
      return volunteer && isHiddenFrom(actor, volunteer)
        ? []
        : [certificateView(this.seal, certificate, volunteer, now)];
    });
    return { items, nextCursor: cursorAfter(rows, page) };
  }

  /** @throws DomainError `resource.notFound`, `certificate.stateConflict` */
  async read({ id }: ById, { actor }: Call): Promise<CertificateDocument> {
    const { certificate, volunteer } = await this.find(id, actor);
    const now = this.clock.now();
    const { contentSealed, state, issuerPhone } = certificate;
    if (state !== 'issued' || !isIssued(certificate) || contentSealed === null)
      throw new DomainError('certificate.stateConflict', { state });
    const content = openContent(this.seal, contentSealed);
    return {
      certificate: certificateView(this.seal, certificate, volunteer, now),
      ...content,
      ...{ issuerName: certificate.issuerName, contact: issuerPhone ?? undefined },
      checkCode: certificate.checkCode,
      credential: await signCredential(this.signingKeys, certificate, content),
    };
  }

  /** @throws DomainError `resource.notFound` */
  async check({ number, code }: CheckCertificateInput): Promise<CertificateNotice> {
    const certificate = await findByNumber(this.database, number);
    if (!certificate || !isIssued(certificate)) throw new DomainError('resource.notFound');
    if (!timingSafeEqual(Buffer.from(certificate.checkCode), Buffer.from(code)))
      throw new DomainError('resource.notFound');
    return certificateNotice(this.seal, certificate, this.clock.now());
  }

  /** @throws DomainError `cursor.invalid` */
  async listNotices({
    region,
    cursor,
    limit = pageSize,
  }: ListCertificateNoticesInput): Promise<CertificateNoticePage> {
    const now = this.clock.now();
    const rows = await this.database.orm.manager.find(CertificateEntity, {
      where: {
        ...inside(parseRegion(region)),
        ...{ state: 'issued' as const, noticeFrom: LessThanOrEqual(now), effectiveFrom: MoreThan(now) },
        ...(cursor !== undefined && { id: LessThan(decodeCursor(cursor, 'uuid')[0]) }),
      },
      order: { id: 'desc' },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    return {
      items: page.filter(isIssued).map((certificate) => certificateNotice(this.seal, certificate, now)),
      nextCursor: cursorAfter(rows, page),
    };
  }

  keys(): PublishedKeys {
    return this.signingKeys.published;
  }

  private async find(id: string, actor: Call['actor']) {
    const { manager } = this.database.orm;
    return admitted(manager, await manager.findOneBy(CertificateEntity, { id }), actor);
  }
}

function inside({ code, last }: { code: number; last: number }) {
  const [fromCity, toCity] = [Math.floor(code / 1e8), Math.floor(last / 1e8)];
  return { cityCode: Between(fromCity, toCity), communityCode: Between(code, last) };
}

function cursorAfter(rows: CertificateEntity[], page: CertificateEntity[]): string | undefined {
  const last = page.at(-1);
  return rows.length > page.length && last ? encodeCursor(last.id) : undefined;
}
