import {
  type ById,
  type ConfirmResidentLinkInput,
  DomainError,
  isStaff,
  type ListResidentLinksInput,
  residentAccess,
  residentLinkEvents,
  residentLinks as contracts,
  type ResidentLinkPage,
  type ResidentLinkView,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decodeCursor,
  encodeCursor,
  failed,
  listScope,
  maskName,
  newId,
  once,
  Outbox,
  RpcClient,
  Seal,
  sees,
  shanghaiDay,
  systemCall,
  type Tx,
  unwrap,
} from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { Between, In, LessThan } from 'typeorm';
import { codeAttemptsAllowed } from './confirming.js';
import { ResidentEntity } from './need.entity.js';
import { ResidentLinkEntity } from './resident.link.entity.js';
import * as store from './resident.links.store.js';
import { phoneIndexOf, sealedAs } from './residents.service.js';
import { slipIndex } from './slips.service.js';
import { takeSlip } from './slips.store.js';

const pageSize = 20;
const indexedTogether = 500;
/** Of nobody's number. */
const unreadable = Buffer.alloc(0);

/**
 * A resident whom the committee registered signs in on the own phone. That the number is the same proposes it; a
 * slip, a call to the number staff have, or the desk shows it: numbers are handed on, and one may serve a family.
 * Once shown, the person may sign in as that resident, and sees what a resident sees and no more.
 */
@Injectable()
export class ResidentLinksService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  /** Asked again it is the same answer; @throws DomainError `link.phoneNotProven` */
  async propose(call: Call): Promise<ResidentLinkPage> {
    const { id } = call.actor;
    const phones = await this.rpc.call(
      residentAccess.provenPhones,
      { id },
      systemCall('tasks', call.traceId),
    );
    if (phones.items.length === 0) throw new DomainError('link.phoneNotProven');
    const digests = phones.items.map(({ digest }) => digest);
    const found = await store.findByPhone(this.database, digests, id);
    const links = found.map(({ id: residentId, ...place }) => ({ ...place, id: newId(), residentId }));
    if (links.length > 0)
      await this.database.transaction((tx) => store.proposeLinks(tx, id, links, this.clock.now()));
    return this.list({ limit: 100 }, call);
  }

  async list(input: ListResidentLinksInput, call: Call): Promise<ResidentLinkPage> {
    const { actor } = call;
    const limit = input.limit ?? pageSize;
    const before = input.cursor ? decodeCursor(input.cursor, 'uuid')[0] : undefined;
    const scope = isStaff(actor.role) ? listScope(actor, input.region) : undefined;
    const whose = scope
      ? [{ communityCode: Between(scope.code, scope.last) }]
      : [{ personId: actor.id }, { residentId: actor.id }];
    const rows = await this.database.orm.getRepository(ResidentLinkEntity).find({
      where: whose.map((those) => ({
        ...those,
        ...(input.state ? { state: input.state } : {}),
        ...(before ? { id: LessThan(before) } : {}),
      })),
      order: { id: 'desc' },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    return {
      items: await this.viewsOf(page, call),
      nextCursor: rows.length > limit ? encodeCursor(page.at(-1)?.id ?? '') : undefined,
    };
  }

  /** A wrong slip is counted and kept. */
  async confirm(input: ConfirmResidentLinkInput, call: Call): Promise<ResidentLinkView> {
    const outcome = await this.database.transaction((tx) =>
      once(tx, call, contracts.confirm.subject, input, async () => {
        const link = await this.lock(tx, input.id, call);
        checkProof(input, call);
        if (link.state === 'confirmed') return { data: {} };
        if (link.state === 'ended') throw new DomainError('link.ended');
        const failure = input.code === undefined ? undefined : await this.useSlip(tx, link, input.code);
        if (failure) return failed(failure);
        await this.prove(tx, link, input, call);
        return { data: {} };
      }),
    );
    // Thrown only here: inside, it would roll the counted attempt back.
    unwrap(outcome);
    return this.get(input, call);
  }

  async end(input: ById, call: Call): Promise<ResidentLinkView> {
    await this.database.transaction((tx) =>
      once(tx, call, contracts.end.subject, input, async () => {
        const link = await this.lock(tx, input.id, call);
        if (link.state === 'ended') return {};
        Object.assign(link, { state: 'ended', endedRole: call.actor.role, endedBy: call.actor.id });
        link.endedAt = this.clock.now();
        await tx.orm.save(ResidentLinkEntity, link);
        this.tell(tx, link, call);
        return {};
      }),
    );
    return this.get(input, call);
  }

  /** Indexes numbers of residents registered before there was an index. Safe to run twice. Answers how many. */
  async indexPhones(): Promise<number> {
    const rows = await store.readUnindexed(this.database, indexedTogether);
    if (rows.length === 0) return 0;
    await store.writeIndexes(
      this.database,
      rows.map(({ cityCode, id, phoneSealed }) => ({ cityCode, id, phoneIndex: this.indexOf(phoneSealed) })),
    );
    return rows.length;
  }

  private async prove(
    tx: Tx,
    link: ResidentLinkEntity,
    { proof }: ConfirmResidentLinkInput,
    call: Call,
  ): Promise<void> {
    const at = this.clock.now();
    Object.assign(link, { state: 'confirmed', proof, confirmedAt: at });
    Object.assign(link, { confirmedRole: call.actor.role, confirmedBy: call.actor.id });
    await tx.orm.save(ResidentLinkEntity, link);
    await store.tieAsOne(tx, link, { id: call.actor.id, at });
    this.tell(tx, link, call);
  }

  private async useSlip(tx: Tx, link: ResidentLinkEntity, code: string): Promise<DomainError | undefined> {
    if (link.wrongCodes >= codeAttemptsAllowed) return new DomainError('record.codeLocked');
    const now = this.clock.now();
    const slip = { cityCode: link.cityCode, codeIndex: slipIndex(this.seal, link.residentId, code) };
    const taken = await takeSlip(tx, { ...slip, linkId: link.id }, now, shanghaiDay(now));
    if (taken === 'taken') return undefined;
    if (taken === 'cancelled') return new DomainError('record.slipCancelled');
    if (taken === 'spent') return new DomainError('record.slipUsed');
    link.wrongCodes += 1;
    await tx.orm.save(ResidentLinkEntity, link);
    return new DomainError('record.codeWrong', { attemptsLeft: codeAttemptsAllowed - link.wrongCodes });
  }

  private tell(tx: Tx, link: ResidentLinkEntity, { traceId }: Call): void {
    const { cityCode, personId, residentId, state } = link;
    const at = this.clock.now().toISOString();
    const communityCode = formatRegion(link.communityCode);
    const data = { linkId: link.id, personId, residentId, communityCode, state, at };
    this.outbox.add(tx, [{ contract: residentLinkEvents.moved, cityCode, traceId, data }]);
  }

  private async get({ id }: ById, call: Call): Promise<ResidentLinkView> {
    const link = await this.database.orm.getRepository(ResidentLinkEntity).findOneByOrFail({ id });
    const [view] = await this.viewsOf([link], call);
    return view as ResidentLinkView;
  }

  private async lock(tx: Tx, id: string, { actor }: Call): Promise<ResidentLinkEntity> {
    const link = await tx.orm.findOne(ResidentLinkEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    const concerns =
      link &&
      (isStaff(actor.role)
        ? sees(actor, link.communityCode)
        : actor.id === link.personId || (actor.id === link.residentId && link.state === 'confirmed'));
    if (!concerns) throw new DomainError('resource.notFound');
    return link;
  }

  private async viewsOf(links: ResidentLinkEntity[], { actor }: Call): Promise<ResidentLinkView[]> {
    const ids = links.map(({ residentId }) => residentId);
    const residents = await this.database.orm.getRepository(ResidentEntity).findBy({ id: In(ids) });
    const names = new Map(residents.map((row) => [row.id, this.seal.open(row.nameSealed, sealedAs.name)]));
    return links.map((link) => {
      const { id, state, residentId, wrongCodes } = link;
      const isKnown = isStaff(actor.role) || state === 'confirmed';
      return {
        ...{ id, state, communityCode: formatRegion(link.communityCode) },
        ...(isKnown && { residentId, residentName: maskName(names.get(residentId) ?? '') }),
        ...(link.proof !== null && { proof: link.proof }),
        attemptsLeft: codeAttemptsAllowed - wrongCodes,
        proposedAt: link.proposedAt.toISOString(),
        ...(link.confirmedAt !== null && { confirmedAt: link.confirmedAt.toISOString() }),
      };
    });
  }

  private indexOf(phoneSealed: string): Buffer {
    try {
      return phoneIndexOf(this.seal, this.seal.open(phoneSealed, sealedAs.phone));
    } catch {
      return unreadable;
    }
  }
}

/** A slip is the person's to show, with its code; calling and looking is for staff. */
function checkProof({ proof, code }: ConfirmResidentLinkInput, { actor }: Call): void {
  const bySlip = proof === 'paperSlip';
  if (bySlip === isStaff(actor.role) || bySlip !== (code !== undefined))
    throw new DomainError('link.proofInvalid');
}
