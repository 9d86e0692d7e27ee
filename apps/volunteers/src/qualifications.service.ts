import {
  type ById,
  type DecideQualificationInput,
  type DeclareQualificationInput,
  DomainError,
  isStaff,
  type ListQualificationsInput,
  type QualificationList,
  type QualificationPage,
  qualifications as contracts,
  qualificationTerms,
  type QualificationView,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decodeCursor,
  encodeCursor,
  listScope,
  once,
  Seal,
  type Tx,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { hidingFrom } from './consent.js';
import { NewsService } from './news.service.js';
import { admitQualification, isAccepted, isInForce } from './qualification.js';
import {
  decideQualification,
  findQualification,
  insertQualification,
  listQualifications,
  type QualificationRow,
  readQualifications,
} from './qualifications.store.js';
import { isPresent, type PresentVolunteer, VolunteerEntity } from './volunteer.entity.js';
import { isShownTo, purposes } from './volunteer.views.js';
import { lockVolunteer } from './volunteers.store.js';

const mostEach = 100;
const defaultLimit = 20;

/** 资质: recorded by the volunteer or at the desk, verified by staff where it matters, over when its time is. */
@Injectable()
export class QualificationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly news: NewsService,
  ) {}

  /** @throws DomainError see the contract */
  declare(input: DeclareQualificationInput, call: Call): Promise<QualificationView> {
    // An idempotency key remembers a digest, which must not become a quick way to try numbers.
    const number = input.number && this.seal.blindIndex(input.number, 'qualification').toString('base64url');
    return this.database.transaction((tx) =>
      once(tx, call, contracts.declare.subject, { ...input, number }, async () => {
        const volunteer = admitted(await lockVolunteer(tx, input.volunteerId), call);
        const wanted = this.rowOf(input, volunteer, call);
        const known = await findQualification(tx, input.id);
        if (known) return this.view(this.assertSame(known, wanted));
        admitQualification(input, this.clock.now());
        if ((await readQualifications(tx, volunteer)).length >= mostEach)
          throw new DomainError('qualification.tooMany', { count: mostEach });
        await insertQualification(tx, wanted);
        if (isAccepted(wanted)) await this.news.change(tx, volunteer, {}, call.traceId);
        return this.view(wanted);
      }),
    );
  }

  /** The same decision twice is one. @throws DomainError `resource.notFound`, `qualification.decided` */
  decide(input: DecideQualificationInput, call: Call): Promise<QualificationView> {
    const { id, decision, reason } = input;
    return this.change(contracts.decide.subject, id, input, call, (row) => {
      if (row.state === decision) return row;
      const isOpen = row.state === 'declared' || (row.state === 'verified' && decision === 'refused');
      if (!isOpen) throw new DomainError('qualification.decided', { state: row.state });
      const reasonSealed = reason ? this.seal.seal(reason, purposes.qualificationReason) : null;
      return { ...row, state: decision, ...this.decidedBy(call), reasonSealed };
    });
  }

  /** @throws DomainError `resource.notFound`, `qualification.decided` */
  withdraw(input: ById, call: Call): Promise<QualificationView> {
    return this.change(contracts.withdraw.subject, input.id, input, call, (row) => {
      if (row.state === 'withdrawn') return row;
      if (row.state === 'refused') throw new DomainError('qualification.decided', { state: row.state });
      return { ...row, state: 'withdrawn', ...this.decidedBy(call), reasonSealed: null };
    });
  }

  /** @throws DomainError `resource.notFound` */
  async listOf({ id }: ById, call: Call): Promise<QualificationList> {
    const volunteer = admitted(await this.database.orm.manager.findOneBy(VolunteerEntity, { id }), call);
    const rows = await readQualifications(this.database, volunteer);
    return { items: rows.map((row) => this.view(row)) };
  }

  /** The newest first. @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: ListQualificationsInput, { actor }: Call): Promise<QualificationPage> {
    const range = listScope(actor, input.region);
    const limit = input.limit ?? defaultLimit;
    const found = await listQualifications(this.database, range, {
      state: input.state,
      ...(input.endsBefore !== undefined && {
        ending: { after: this.clock.now(), before: new Date(input.endsBefore) },
      }),
      before: input.cursor === undefined ? undefined : decodeCursor(input.cursor, 'uuid')[0],
      hiding: hidingFrom(actor.role),
      limit: limit + 1,
    });
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return { items: rows.map((row) => this.view(row)), nextCursor: last && encodeCursor(last.id) };
  }

  /** Changes one under the lock of its volunteer; whether it counts is told where that changes. */
  private change(
    subject: string,
    id: string,
    input: object,
    call: Call,
    decide: (row: QualificationRow) => QualificationRow,
  ): Promise<QualificationView> {
    return this.database.transaction((tx) =>
      once(tx, call, subject, input, async () => {
        const { volunteer, row } = await this.lock(tx, id, call);
        const decided = decide(row);
        if (decided === row) return this.view(row);
        await decideQualification(tx, decided);
        if (isAccepted(decided) !== isAccepted(row)) await this.news.change(tx, volunteer, {}, call.traceId);
        return this.view(decided);
      }),
    );
  }

  private async lock(
    tx: Tx,
    id: string,
    call: Call,
  ): Promise<{ volunteer: PresentVolunteer; row: QualificationRow }> {
    const found = await findQualification(tx, id);
    if (!found) throw new DomainError('resource.notFound');
    const volunteer = admitted(await lockVolunteer(tx, found.volunteerId), call);
    // Read again under the lock: of two who decide, one is the first.
    const row = await findQualification(tx, id);
    if (!row) throw new DomainError('resource.notFound');
    return { volunteer, row };
  }

  private decidedBy({ actor }: Call): { decidedAt: Date; decidedBy: string } {
    return { decidedAt: this.clock.now(), decidedBy: actor.id };
  }

  private rowOf(
    input: DeclareQualificationInput,
    { cityCode }: PresentVolunteer,
    call: Call,
  ): QualificationRow {
    const { id, volunteerId, name, validFrom, expiresAt, issuer, number } = input;
    const isSeen = isStaff(call.actor.role);
    return {
      ...{ cityCode, id, volunteerId, name, state: isSeen ? 'verified' : 'declared' },
      validFrom: validFrom === undefined ? null : new Date(validFrom),
      expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
      issuer: issuer ?? null,
      numberSealed: number === undefined ? null : this.seal.seal(number, purposes.qualificationNumber),
      ...{ recordedAt: this.clock.now(), recordedBy: call.actor.id, recordedRole: call.actor.role },
      ...(isSeen ? this.decidedBy(call) : { decidedAt: null, decidedBy: null }),
      reasonSealed: null,
    };
  }

  /** Whatever was decided since, a retry is the same content. */
  private assertSame(known: QualificationRow, wanted: QualificationRow): QualificationRow {
    const contentOf = (row: QualificationRow) =>
      JSON.stringify([
        ...[row.volunteerId, row.name, row.validFrom, row.expiresAt, row.issuer, row.recordedBy],
        this.numberOf(row),
      ]);
    if (contentOf(known) !== contentOf(wanted)) throw new DomainError('idempotency.conflict');
    return known;
  }

  private numberOf({ numberSealed }: QualificationRow): string | undefined {
    return numberSealed === null ? undefined : this.seal.open(numberSealed, purposes.qualificationNumber);
  }

  private view(row: QualificationRow): QualificationView {
    const number = this.numberOf(row);
    return {
      ...{ id: row.id, volunteerId: row.volunteerId, name: row.name, state: row.state },
      kind: qualificationTerms[row.name].kind,
      isInForce: isInForce(row, this.clock.now()),
      validFrom: row.validFrom?.toISOString(),
      expiresAt: row.expiresAt?.toISOString(),
      issuer: row.issuer ?? undefined,
      number: number && `****${number.length > 8 ? number.slice(-4) : ''}`,
      ...{ recordedRole: row.recordedRole, recordedAt: row.recordedAt.toISOString() },
      decidedAt: row.decidedAt?.toISOString(),
      reason:
        row.reasonSealed === null
          ? undefined
          : this.seal.open(row.reasonSealed, purposes.qualificationReason),
    };
  }
}

/** One's own, or for staff those of whoever lives in their region and hides nothing of it. */
function admitted(volunteer: VolunteerEntity | null, { actor }: Call): PresentVolunteer {
  const isOneself = actor.role === 'volunteer' && actor.id === volunteer?.id;
  if (!volunteer || !isPresent(volunteer) || !(isOneself || isShownTo(actor, volunteer)))
    throw new DomainError('resource.notFound');
  return volunteer;
}
