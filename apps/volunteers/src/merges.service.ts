import {
  type DecideMergeInput,
  DomainError,
  heldErrands,
  type ListMergesInput,
  mergeEvents,
  type MergePage,
  merges as contracts,
  type MergeView,
  type ProposeMergeInput,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decides,
  decodeCursor,
  encodeCursor,
  expiryOf,
  listScope,
  once,
  Outbox,
  RpcClient,
  Seal,
  sees,
  Sessions,
  shanghaiDay,
  stateAt,
  systemCall,
  type Tx,
} from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { endConsents } from './consents.store.js';
import { forgetGuardians } from './guardians.store.js';
import * as store from './merges.store.js';
import { forgetMessages } from './messages.store.js';
import { NewsService } from './news.service.js';
import { deletePortrait } from './portraits.store.js';
import { gone, isPresent, type PresentVolunteer, type VolunteerEntity } from './volunteer.entity.js';
import { birthDayOf, isShownTo } from './volunteer.views.js';
import { lockVolunteers } from './volunteers.store.js';

const defaultLimit = 20;

/** The registration that stays, and the one that ends. */
interface Pair {
  kept: PresentVolunteer;
  merged: PresentVolunteer;
}

/** One person once: what was registered twice becomes one, at the word of two members of staff. */
@Injectable()
export class MergesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly rpc: RpcClient,
    private readonly seal: Seal,
    private readonly sessions: Sessions,
    private readonly news: NewsService,
  ) {}

  /** @throws DomainError see the contract */
  propose(input: ProposeMergeInput, call: Call): Promise<MergeView> {
    const { id, keptId, mergedId, reason } = input;
    if (keptId === mergedId) throw new DomainError('merge.sameRegistration');
    return this.database.transaction((tx) =>
      once(tx, call, contracts.propose.subject, input, async () => {
        const pair = admitted(await lockVolunteers(tx, [keptId, mergedId]), input, call);
        const known = await store.findMerge(tx, id);
        if (known) return this.view(assertSame(known, input, call));
        this.assertMergeable(pair, reason);
        const now = this.clock.now();
        // Both rows are locked: of two proposals at the same moment the second finds the first here.
        if (await store.waitsForMerge(tx, [keptId, mergedId], now))
          throw new DomainError('merge.alreadyProposed');
        const row = rowOf(input, pair, call, now);
        await store.insertMerge(tx, row);
        return this.view(row);
      }),
    );
  }

  /** @throws DomainError see the contract */
  async decide(input: DecideMergeInput, call: Call): Promise<MergeView> {
    const decided = input.decision === 'approve' ? 'approved' : 'refused';
    const known = visible(await store.findMerge(this.database, input.id), call);
    if (decided === 'approved' && known.state === 'requested') await this.assertIdle(known.mergedId, call);
    return this.database.transaction((tx) =>
      once(tx, call, contracts.decide.subject, input, async () => {
        const row = visible(await store.findMerge(tx, input.id, true), call);
        const { actor } = call;
        const now = this.clock.now();
        if (!decides({ ...row, requestedBy: row.proposedBy }, decided, actor.id, now)) return this.view(row);
        if (decided === 'approved') {
          const pair = admitted(await lockVolunteers(tx, [row.keptId, row.mergedId]), row, call);
          assertKeepable(pair);
          await this.merge(tx, pair, row, call);
        }
        Object.assign(row, {
          ...{ state: decided, decidedBy: actor.id, decidedRole: actor.role, decidedAt: now },
        });
        await store.decideMerge(tx, row);
        return this.view(row);
      }),
    );
  }

  /** The newest first. @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: ListMergesInput, { actor }: Call): Promise<MergePage> {
    const limit = input.limit ?? defaultLimit;
    const found = await store.listMerges(this.database, listScope(actor, input.region), {
      state: input.state,
      before: input.cursor === undefined ? undefined : decodeCursor(input.cursor, 'uuid')[0],
      now: this.clock.now(),
      limit: limit + 1,
    });
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return { items: rows.map((row) => this.view(row)), nextCursor: last && encodeCursor(last.id) };
  }

  /** Everything that hangs on the one becomes the other's; of the one a pseudonym stays that points there. */
  private async merge(tx: Tx, { kept, merged }: Pair, row: store.MergeRow, call: Call): Promise<void> {
    const now = this.clock.now();
    const registered = {
      communityCode: formatRegion(merged.registeredCode ?? merged.communityCode),
      registeredAt: merged.registeredAt.toISOString(),
    };
    const given = {
      lifetimeMinutes: kept.lifetimeMinutes + merged.lifetimeMinutes,
      evaluations: kept.evaluations + merged.evaluations,
      goodEvaluations: kept.goodEvaluations + merged.goodEvaluations,
    };
    await store.carryToKept(tx, merged, kept);
    await store.carryIdentities(tx, merged, kept, row.reason);
    await store.carrySignIns(tx, merged.id, kept.id);
    await store.dropRegistration(tx, merged.id);
    await endConsents(tx, merged, now);
    forgetGuardians(tx, merged, now);
    forgetMessages(tx, merged);
    deletePortrait(tx, merged);
    // What was answered bears masked names and numbers.
    await tx.query('delete from remembered_answer where actor_id = $1', [merged.id]);
    this.sessions.closeAll(tx, merged.id);
    const nothing = { lifetimeMinutes: 0, evaluations: 0, goodEvaluations: 0 };
    const ended = {
      ...gone,
      ...nothing,
      verification: 'unverified' as const,
      leftAt: now,
      mergedInto: kept.id,
    };
    await this.news.change(tx, merged, ended, call.traceId);
    await this.news.change(tx, kept, given, call.traceId);
    this.outbox.add(tx, [
      {
        contract: mergeEvents.merged,
        cityCode: merged.cityCode,
        traceId: call.traceId,
        data: {
          ...{ mergedId: merged.id, keptId: kept.id, version: merged.version, ...registered },
          mergedAt: now.toISOString(),
        },
      },
    ]);
  }

  /** @throws DomainError `merge.errandsHeld` */
  private async assertIdle(id: string, { traceId }: Call): Promise<void> {
    const { count } = await this.rpc.call(heldErrands.count, { id }, systemCall('volunteers', traceId));
    if (count > 0) throw new DomainError('merge.errandsHeld', { count });
  }

  /** @throws DomainError `merge.keptUnverified`, `merge.unlike` */
  private assertMergeable(pair: Pair, reason: ProposeMergeInput['reason']): void {
    assertKeepable(pair);
    const today = shanghaiDay(this.clock.now());
    const [one, other] = [pair.kept, pair.merged].map((volunteer) => birthDayOf(this.seal, volunteer, today));
    if (reason === 'otherDocument' && one !== other) throw new DomainError('merge.unlike');
  }

  private view(row: store.MergeRow): MergeView {
    const { id, keptId, mergedId, reason, keptNumber, mergedNumber, proposedBy } = row;
    return {
      ...{ id, keptId, mergedId, reason, keptNumber, mergedNumber, proposedBy },
      state: stateAt(row, this.clock.now()),
      proposedAt: row.proposedAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      decidedBy: row.decidedBy ?? undefined,
      decidedAt: row.decidedAt?.toISOString(),
    };
  }
}

/** Only who is verified can take over what somebody verified had. @throws DomainError `merge.keptUnverified` */
function assertKeepable({ kept }: Pair): void {
  if (kept.verification !== 'verified') throw new DomainError('merge.keptUnverified');
}

/** Both registrations, for whoever answers for both. @throws DomainError `resource.notFound` */
function admitted(
  volunteers: ReadonlyMap<string, VolunteerEntity>,
  { keptId, mergedId }: Pick<ProposeMergeInput, 'keptId' | 'mergedId'>,
  { actor }: Call,
): Pair {
  const find = (id: string): PresentVolunteer => {
    const found = volunteers.get(id);
    if (!found || !isPresent(found) || !isShownTo(actor, found)) throw new DomainError('resource.notFound');
    return found;
  };
  return { kept: find(keptId), merged: find(mergedId) };
}

function visible(row: store.MergeRow | undefined, { actor }: Call): store.MergeRow {
  if (!row || !sees(actor, row.keptCode) || !sees(actor, row.mergedCode))
    throw new DomainError('resource.notFound');
  return row;
}

function assertSame(known: store.MergeRow, input: ProposeMergeInput, { actor }: Call): store.MergeRow {
  const isSame =
    known.keptId === input.keptId && known.mergedId === input.mergedId && known.reason === input.reason;
  if (!isSame || known.proposedBy !== actor.id) throw new DomainError('idempotency.conflict');
  return known;
}

function rowOf(
  { id, keptId, mergedId, reason }: ProposeMergeInput,
  { kept, merged }: Pair,
  { actor }: Call,
  now: Date,
): store.MergeRow {
  return {
    ...{ cityCode: merged.cityCode, id, keptId, mergedId, reason, state: 'requested' },
    ...{ keptCode: kept.communityCode, mergedCode: merged.communityCode },
    ...{ keptNumber: kept.volunteerNumber, mergedNumber: merged.volunteerNumber },
    ...{ proposedBy: actor.id, proposedRole: actor.role, proposedAt: now, expiresAt: expiryOf(now) },
    ...{ decidedBy: null, decidedRole: null, decidedAt: null },
  };
}
