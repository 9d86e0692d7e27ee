import {
  type Actor,
  DomainError,
  type FoundReveal,
  type FoundReveals,
  longestSearchDays,
  type RegionPageQuery,
  type RevealSearchPage,
  type RevealSearchView,
  type SearchRevealsInput,
  volunteerFacts,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decodeCursor,
  encodeCursor,
  listScope,
  RpcClient,
  sees,
  systemCall,
} from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { findNames } from './notices.store.js';
import {
  communityOf,
  findLooks,
  listSearches,
  type LookRow,
  noteSearch,
  type SearchRow,
} from './reveal-searches.store.js';

const defaultLimit = 20;
const dayMs = 86_400_000;

/** 查阅审计: the log of looks, read across people by administrators; each reading is an entry of its own log. */
@Injectable()
export class RevealSearchesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rpc: RpcClient,
  ) {}

  /** @throws DomainError see the contract, `request.invalid` (days) */
  async search(input: SearchRevealsInput, call: Call): Promise<FoundReveals> {
    assertDays(input);
    const range = listScope(call.actor, undefined);
    const limit = input.limit ?? defaultLimit;
    const before = input.cursor === undefined ? undefined : decodeCursor(input.cursor, 'uuid')[0];
    const personId = await this.personOf(input, call);
    const asked = this.rowOf(input, personId, range, call.actor);
    const found = await this.database.transaction(async (tx) => {
      // Written first: nothing is read that no entry tells of.
      assertSame(await noteSearch(tx, asked), asked);
      return findLooks(tx, range, asked, before, limit + 1);
    });
    const rows = found.slice(0, limit);
    const names = await findNames(
      this.database,
      rows.map(({ viewerId }) => viewerId),
    );
    const last = found.length > limit ? rows.at(-1) : undefined;
    return {
      items: rows.map((row) => foundView(row, names.get(row.viewerId))),
      nextCursor: last && encodeCursor(last.id),
    };
  }

  /** The newest first. @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: RegionPageQuery, { actor }: Call): Promise<RevealSearchPage> {
    const limit = input.limit ?? defaultLimit;
    const before = input.cursor === undefined ? undefined : decodeCursor(input.cursor, 'uuid')[0];
    const found = await listSearches(this.database, listScope(actor, input.region), before, limit + 1);
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return { items: rows.map(searchView), nextCursor: last && encodeCursor(last.id) };
  }

  /** Whom it is about, who must live in the region; null is everybody. @throws DomainError `resource.notFound` */
  private async personOf(input: SearchRevealsInput, { actor, traceId }: Call): Promise<string | null> {
    const { volunteerNumber, personId } = input;
    const numbered =
      volunteerNumber === undefined
        ? undefined
        : await this.rpc.call(volunteerFacts.withNumber, { volunteerNumber }, systemCall('tasks', traceId));
    if (numbered && personId !== undefined && numbered.id !== personId)
      throw new DomainError('resource.notFound');
    const id = numbered?.id ?? personId;
    if (id === undefined) return null;
    const community = await communityOf(this.database, id);
    if (community === undefined || !sees(actor, community)) throw new DomainError('resource.notFound');
    return id;
  }

  private rowOf(
    { id, viewerId, from, to, cursor }: SearchRevealsInput,
    personId: string | null,
    { code, cityCode }: ReturnType<typeof listScope>,
    actor: Actor,
  ): SearchRow {
    return {
      ...{ cityCode, id, byId: actor.id, regionCode: code, personId, viewerId: viewerId ?? null },
      ...{ fromDay: from, toDay: to, cursor: cursor ?? null, at: this.clock.now() },
    };
  }
}

function assertDays({ from, to }: SearchRevealsInput): void {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  if (days >= 0 && days < longestSearchDays) return;
  const rule = days < 0 ? 'must not be before from' : `must be within ${longestSearchDays} days of from`;
  throw new DomainError('request.invalid', { fields: [{ field: 'to', rules: [rule] }] });
}

function assertSame(known: SearchRow, wanted: SearchRow): void {
  const contentOf = ({ byId, personId, viewerId, fromDay, toDay, cursor }: SearchRow) =>
    JSON.stringify([byId, personId, viewerId, fromDay, toDay, cursor]);
  if (contentOf(known) !== contentOf(wanted)) throw new DomainError('idempotency.conflict');
}

function foundView(row: LookRow, name: string | undefined): FoundReveal {
  const { id, viewerRole, viewerId, fields, errandId, subjectId, communityCode, at } = row;
  return {
    ...{ id, viewerRole, viewerId, fields, personId: subjectId },
    viewerName: viewerRole === 'volunteer' ? name : undefined,
    errandId: errandId ?? undefined,
    communityCode: formatRegion(communityCode),
    at: at.toISOString(),
  };
}

function searchView(row: SearchRow): RevealSearchView {
  const { id, byId, regionCode, personId, viewerId, fromDay, toDay, cursor, at } = row;
  return {
    ...{ id, byId, region: formatRegion(regionCode), from: fromDay, to: toDay },
    personId: personId ?? undefined,
    viewerId: viewerId ?? undefined,
    isFurtherPage: cursor !== null,
    at: at.toISOString(),
  };
}
