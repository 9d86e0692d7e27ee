import {
  type ById,
  type CallBackQueue,
  confirming,
  type DeclareTieInput,
  DomainError,
  type Done,
  type ListCallBacksInput,
  type ListPairFlagsInput,
  type PairFlagPage,
  type PairFlagView,
  type ReviewPairInput,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decodeCursor,
  encodeCursor,
  listScope,
  maskName,
  maskPhone,
  once,
  Seal,
  sees,
  type Tx,
} from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { Between, IsNull } from 'typeorm';
import { readCallBacks } from './confirming.store.js';
import { newestFirst } from './paging.store.js';
import { DeclaredTieEntity, PairFlagEntity } from './record.entity.js';
import { sealedAs } from './residents.service.js';

const pageSize = 20;

/** What staff watch over in confirming: whom to call, who may not stand for whom, who stands for whom too often. */
@Injectable()
export class WatchService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  /** The services that ended first come first; @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async callBacks(input: ListCallBacksInput, call: Call): Promise<CallBackQueue> {
    const scope = listScope(call.actor, input.region);
    const limit = input.limit ?? pageSize;
    const after = input.cursor ? decodeCursor(input.cursor, 'integer', 'uuid') : undefined;
    const rows = await readCallBacks(this.database, scope, after, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => ({
        recordId: row.recordId,
        residentId: row.residentId,
        residentName: maskName(this.seal.open(row.nameSealed, sealedAs.name)),
        residentPhone: maskPhone(this.seal.open(row.phoneSealed, sealedAs.phone)),
        communityCode: formatRegion(row.communityCode),
        serviceMinutes: row.serviceMinutes,
        endedAt: row.endedAt.toISOString(),
        calls: row.calls,
        lastAnswer: row.lastAnswer ?? undefined,
        lastCalledAt: row.lastCalledAt?.toISOString(),
      })),
      nextCursor:
        rows.length > limit && last ? encodeCursor(last.endedAt.getTime(), last.recordId) : undefined,
    };
  }

  async pairFlags(input: ListPairFlagsInput, call: Call): Promise<PairFlagPage> {
    const scope = listScope(call.actor, input.region);
    const where = {
      communityCode: Between(scope.code, scope.last),
      ...(input.open ? { finding: IsNull() } : {}),
    };
    const page = await newestFirst(this.database.orm.getRepository(PairFlagEntity), where, input);
    return { ...page, items: page.items.map(flagView) };
  }

  /** Somebody of the station has looked; neither of the two. */
  async reviewPair(input: ReviewPairInput, call: Call): Promise<PairFlagView> {
    return this.database.transaction((tx) =>
      once(tx, call, confirming.reviewPair.subject, input, async () => {
        const flag = await tx.orm.findOne(PairFlagEntity, {
          where: { id: input.id },
          lock: { mode: 'pessimistic_write' },
        });
        if (!flag || !sees(call.actor, flag.communityCode)) throw new DomainError('resource.notFound');
        if ([flag.volunteerId, flag.approverId].includes(call.actor.id))
          throw new DomainError('record.selfConfirmation');
        if (flag.finding === input.finding) return flagView(flag);
        if (flag.finding) throw new DomainError('record.decided', { state: flag.finding });
        const reviewed = {
          finding: input.finding,
          reviewedBy: call.actor.id,
          reviewedAt: this.clock.now(),
        };
        await tx.orm.update(PairFlagEntity, { cityCode: flag.cityCode, id: flag.id }, reviewed);
        return flagView(Object.assign(flag, reviewed));
      }),
    );
  }

  /** By the volunteer, or by staff where the volunteer lives. */
  async declareTie(input: DeclareTieInput, call: Call): Promise<Done> {
    if (input.volunteerId === input.otherId)
      throw new DomainError('request.invalid', {
        fields: [{ field: 'otherId', rules: ['must be another account than the volunteer’s'] }],
      });
    return this.database.transaction((tx) =>
      once(tx, call, confirming.declareTie.subject, input, async () => {
        const cityCode = await this.cityOf(tx, input.volunteerId, call);
        const { id, volunteerId, otherId, kind } = input;
        const known = await tx.orm.findOneBy(DeclaredTieEntity, { cityCode, id });
        if (known) {
          const isSame =
            known.volunteerId === volunteerId && known.otherId === otherId && known.kind === kind;
          if (!isSame) throw new DomainError('idempotency.conflict');
          return { id };
        }
        await tx.orm.insert(DeclaredTieEntity, {
          ...{ cityCode, id, volunteerId, otherId, kind },
          ...{ declaredBy: call.actor.id, declaredAt: this.clock.now() },
        });
        return { id };
      }),
    );
  }

  async endTie(input: ById, call: Call): Promise<Done> {
    return this.database.transaction((tx) =>
      once(tx, call, confirming.endTie.subject, input, async () => {
        const tie = await tx.orm.findOneBy(DeclaredTieEntity, { id: input.id });
        if (!tie || tie.otherId === call.actor.id) throw new DomainError('resource.notFound');
        const { cityCode, id } = tie;
        await this.cityOf(tx, tie.volunteerId, call);
        await tx.orm.update(
          DeclaredTieEntity,
          { cityCode, id, endedAt: IsNull() },
          { endedAt: this.clock.now(), endedBy: call.actor.id },
        );
        return { id };
      }),
    );
  }

  /** @throws DomainError `resource.notFound` no such volunteer, or none of the actor's */
  private async cityOf(tx: Tx, volunteerId: string, { actor }: Call): Promise<number> {
    const [row] = await tx.query<{ city_code: number; community_code: number }>(
      'select city_code, community_code from volunteer where id = $1',
      [volunteerId],
    );
    const mayDeclare =
      row && (actor.role === 'volunteer' ? actor.id === volunteerId : sees(actor, row.community_code));
    if (!mayDeclare) throw new DomainError('resource.notFound');
    return row.city_code;
  }
}

function flagView(row: PairFlagEntity): PairFlagView {
  return {
    id: row.id,
    communityCode: formatRegion(row.communityCode),
    volunteerId: row.volunteerId,
    approverId: row.approverId,
    confirmations: row.confirmations,
    ofAll: row.ofAll,
    spanDays: row.spanDays,
    flaggedAt: row.flaggedAt.toISOString(),
    finding: row.finding ?? undefined,
  };
}
