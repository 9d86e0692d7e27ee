import {
  type ById,
  certificateEvents,
  certificates as contracts,
  type CertificateView,
  type CertifiedService,
  DomainError,
  isStaff,
  type OrganisationView,
  type RequestCertificateInput,
  type RevokeCertificateInput,
  servedFacts,
  staffNames,
  stations,
} from '#contracts';
import {
  type Call,
  Clock,
  type Config,
  Database,
  once,
  Outbox,
  RpcClient,
  Seal,
  shanghaiDay,
  systemCall,
  tokens,
  type Tx,
} from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { assertPeriod, checkCode, moveCertificate, noticeAfter } from './certificate.js';
import { admitted, type Concerned } from './certificate.access.js';
import { sealContent } from './certificate.content.js';
import { CertificateEntity } from './certificate.entity.js';
import { certificateView } from './certificate.views.js';
import { lockCertificate, nextCertificateNumber } from './certificates.store.js';
import { isPresent, VolunteerEntity } from './volunteer.entity.js';
import { isShownTo, openIdNumber, openName } from './volunteer.views.js';
import { lockVolunteer } from './volunteers.store.js';

/** What is known from elsewhere when a certificate is issued. */
interface Parts {
  services: CertifiedService[];
  issuer: OrganisationView;
  personInCharge: string;
  handler: string;
}

/** Certificates of service: asked for, accepted by one, issued by another, revoked. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
    private readonly seal: Seal,
    @Inject(tokens.config) private readonly config: Config<'certificates'>,
  ) {}

  /**
   * The same id with the same content is the same request.
   * @throws DomainError `resource.notFound`, `certificate.periodInvalid`, `certificate.nothingServed`,
   * `idempotency.conflict`
   */
  async request(input: RequestCertificateInput, call: Call): Promise<CertificateView> {
    const volunteer = await this.volunteerOf(input, call);
    assertPeriod(input.from, input.to, shanghaiDay(this.clock.now()));
    const wanted = this.requested(input, volunteer, call);
    await this.servedIn(wanted, call);
    return this.database.transaction((tx) =>
      once(tx, call, contracts.request.subject, input, async () => {
        // One request after another, and none of who is just leaving.
        const present = await lockVolunteer(tx, volunteer.id);
        if (!present || !isPresent(present)) throw new DomainError('resource.notFound');
        const known = await tx.orm.findOneBy(CertificateEntity, { id: input.id });
        if (known && !isSameRequest(known, wanted)) throw new DomainError('idempotency.conflict');
        if (!known) {
          await tx.orm.insert(CertificateEntity, wanted);
          this.tell(tx, wanted, call);
        }
        return certificateView(this.seal, known ?? wanted, present, this.clock.now());
      }),
    );
  }

  /** @throws DomainError `resource.notFound`, `certificate.stateConflict` */
  accept(input: ById, call: Call): Promise<CertificateView> {
    return this.change(contracts.accept.subject, input, call, async (tx, { certificate }) => {
      if (certificate.state === 'accepted' && certificate.acceptedBy === call.actor.id) return;
      const state = moveCertificate(certificate.state, 'accept');
      const acceptedAt = this.clock.now();
      await this.write(tx, certificate, { state, acceptedAt, acceptedBy: call.actor.id }, call);
    });
  }

  /**
   * @throws DomainError `resource.notFound`, `certificate.stateConflict`, `certificate.samePerson`,
   * `access.denied` (of no organisation), `certificate.nothingServed`
   */
  async issue(input: ById, call: Call): Promise<CertificateView> {
    const { manager } = this.database.orm;
    const { certificate: before } = await admitted(
      manager,
      await manager.findOneBy(CertificateEntity, { id: input.id }),
      call.actor,
    );
    const isIssuedByCaller = ({ state, issuedBy }: CertificateEntity) =>
      state === 'issued' && issuedBy === call.actor.id;
    // Asked before the transaction: other services answer in their own time.
    const parts = isIssuedByCaller(before) ? undefined : await this.partsOf(before, call);
    return this.change(contracts.issue.subject, input, call, async (tx, concerned) => {
      const { certificate } = concerned;
      if (isIssuedByCaller(certificate)) return;
      const state = moveCertificate(certificate.state, 'issue');
      if (!parts) throw new DomainError('certificate.stateConflict', { state: certificate.state });
      await this.write(tx, certificate, { state, ...(await this.issued(tx, concerned, parts, call)) }, call);
    });
  }

  /** @throws DomainError `resource.notFound`, `certificate.stateConflict`, `access.denied` (a reason of others) */
  async revoke(input: RevokeCertificateInput, call: Call): Promise<CertificateView> {
    const { actor } = call;
    const isWithdrawal = input.reason === 'withdrawnByVolunteer';
    return this.change(contracts.revoke.subject, input, call, async (tx, { certificate }) => {
      if (isWithdrawal === isStaff(actor.role)) throw new DomainError('access.denied');
      if (certificate.state === 'revoked') return;
      const state = moveCertificate(certificate.state, isWithdrawal ? 'withdraw' : 'revoke');
      const revoked = { revokedAt: this.clock.now(), revokedBy: actor.id, revocationReason: input.reason };
      await this.write(tx, certificate, { state, ...revoked }, call);
    });
  }

  private change(
    subject: string,
    input: ById,
    call: Call,
    work: (tx: Tx, concerned: Concerned) => Promise<void>,
  ): Promise<CertificateView> {
    return this.database.transaction((tx) =>
      once(tx, call, subject, input, async () => {
        const concerned = await admitted(tx.orm, await lockCertificate(tx, input.id), call.actor);
        await work(tx, concerned);
        const { certificate, volunteer } = concerned;
        return certificateView(this.seal, certificate, volunteer, this.clock.now());
      }),
    );
  }

  private async write(
    tx: Tx,
    certificate: CertificateEntity,
    changes: Partial<CertificateEntity>,
    call: Call,
  ): Promise<void> {
    const { cityCode, id } = certificate;
    Object.assign(certificate, changes);
    await tx.orm.update(CertificateEntity, { cityCode, id }, changes);
    this.tell(tx, certificate, call);
  }

  private tell(tx: Tx, certificate: CertificateEntity, { traceId }: Call): void {
    const { cityCode, id: certificateId, volunteerId, state: step } = certificate;
    const communityCode = formatRegion(certificate.communityCode);
    const at = this.clock.now().toISOString();
    const data = { certificateId, volunteerId, communityCode, step, at };
    this.outbox.add(tx, [{ contract: certificateEvents.moved, cityCode, traceId, data }]);
  }

  private async volunteerOf(
    { volunteerId }: RequestCertificateInput,
    { actor }: Call,
  ): Promise<VolunteerEntity> {
    const id = volunteerId ?? actor.id;
    const volunteer = await this.database.orm.manager.findOneBy(VolunteerEntity, { id });
    if (!volunteer || !isPresent(volunteer) || !(actor.id === id || isShownTo(actor, volunteer)))
      throw new DomainError('resource.notFound');
    return volunteer;
  }

  private requested(
    { id, from, to }: RequestCertificateInput,
    { id: volunteerId, cityCode, communityCode }: VolunteerEntity,
    { actor }: Call,
  ): CertificateEntity {
    return Object.assign(new CertificateEntity(), {
      ...{ cityCode, id, volunteerId, communityCode, fromDay: from, toDay: to, state: 'requested' },
      ...{ requestedAt: this.clock.now(), requestedBy: actor.id },
    });
  }

  /** @throws DomainError `certificate.nothingServed` */
  private async servedIn(
    { volunteerId, fromDay, toDay }: CertificateEntity,
    { traceId }: Call,
  ): Promise<CertifiedService[]> {
    const span = { volunteerId, from: fromDay, to: toDay };
    const { items } = await this.rpc.call(servedFacts.inPeriod, span, systemCall('volunteers', traceId));
    if (items.length === 0) throw new DomainError('certificate.nothingServed');
    return items;
  }

  /** @throws as {@link issue} */
  private async partsOf(certificate: CertificateEntity, call: Call): Promise<Parts> {
    const { actor, traceId } = call;
    moveCertificate(certificate.state, 'issue');
    if (certificate.acceptedBy === actor.id) throw new DomainError('certificate.samePerson');
    if (actor.organisationId === undefined) throw new DomainError('access.denied');
    const own = systemCall('volunteers', traceId);
    const nameOf = (id: string) => this.rpc.call(staffNames.get, { id }, own);
    const [services, issuer, personInCharge, handler] = await Promise.all([
      this.servedIn(certificate, call),
      this.rpc.call(stations.getOrganisation, { id: actor.organisationId }, own),
      nameOf(actor.id),
      nameOf(certificate.acceptedBy ?? ''),
    ]);
    const names = { personInCharge: personInCharge.displayName, handler: handler.displayName };
    return { services, issuer, ...names };
  }

  private async issued(
    tx: Tx,
    { certificate, volunteer }: Concerned,
    { services, issuer, ...names }: Parts,
    { actor }: Call,
  ): Promise<Partial<CertificateEntity>> {
    const { state } = certificate;
    if (!isPresent(volunteer)) throw new DomainError('certificate.stateConflict', { state });
    const issuedAt = this.clock.now();
    const year = Number(shanghaiDay(issuedAt).slice(0, 4));
    const { volunteerNumber, documentType } = volunteer;
    const [name, idNumber] = [openName(this.seal, volunteer), openIdNumber(this.seal, volunteer)];
    return {
      ...{ issuedAt, issuedBy: actor.id, ...noticeAfter(issuedAt, this.config.certificateNoticeDays) },
      ...{ issuerId: issuer.id, issuerName: issuer.name, issuerPhone: issuer.phone ?? null },
      number: await nextCertificateNumber(tx, certificate, year),
      checkCode: checkCode(randomBytes(12)),
      serviceMinutes: services.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0),
      contentSealed: sealContent(this.seal, {
        ...{ name, idNumber, volunteerNumber, services, ...names },
        ...(documentType !== 'residentId' && { documentType }),
      }),
    };
  }
}

function isSameRequest(known: CertificateEntity, wanted: CertificateEntity): boolean {
  return (['volunteerId', 'fromDay', 'toDay'] as const).every((field) => known[field] === wanted[field]);
}
