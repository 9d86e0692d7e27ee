import {
  type DeadLetterPage,
  type DeadLetterView,
  DomainError,
  type ListDeadLettersInput,
  type PageQuery,
  type ReplayDeadLettersInput,
  type ReplayedDeadLetters,
  type ReplayPage,
  type ReplayView,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  type DeadLetter,
  DeadLetters,
  decodeCursor,
  encodeCursor,
  wholeCities,
} from '#platform';
import type { RegionRange } from '#regions';
import { Injectable } from '@nestjs/common';
import { findReplay, listReplays, noteReplay, type ReplayRow } from './dead-letters.store.js';
import { cityOf } from './regions.store.js';

const defaultLimit = 20;
/** So that one request ends well before its deadline. */
const mostAtOnce = 200;

/** 死信: what services could not take, shown without what it says, and delivered again by who is written down. */
@Injectable()
export class DeadLettersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly letters: DeadLetters,
  ) {}

  /** The oldest first. @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: ListDeadLettersInput, { actor }: Call): Promise<DeadLetterPage> {
    const { consumer, limit = defaultLimit, cursor } = input;
    const range = wholeCities(actor);
    const from = cursor === undefined ? 0 : decodeCursor(cursor, 'integer')[0] + 1;
    const page: DeadLetterPage = { items: [] };
    for await (const letter of this.letters.list(consumer, from)) {
      if (!concerns(range, letter)) continue;
      if (page.items.length === limit) {
        page.nextCursor = encodeCursor(page.items.at(-1)?.sequence ?? 0);
        break;
      }
      page.items.push(viewOf(letter));
    }
    return page;
  }

  /** @throws DomainError `access.foreignRegion`, `resource.notFound`, `idempotency.conflict` */
  async replay(input: ReplayDeadLettersInput, call: Call): Promise<ReplayedDeadLetters> {
    const range = wholeCities(call.actor);
    const { sequence } = input;
    const known = await findReplay(this.database, input.id);
    if (!known && sequence !== undefined && !(await this.isThere(range, input)))
      throw new DomainError('resource.notFound');
    const asked = known ?? (await this.note(input, range, await this.letters.lastSequence(), call));
    const isSame = asked.consumer === input.consumer && asked.sequence === (sequence ?? null);
    if (!isSame || asked.byId !== call.actor.id) throw new DomainError('idempotency.conflict');
    const last = asked.sequence ?? asked.lastSequence;
    const replayed = await this.letters.replay(input.consumer, {
      ...{ from: asked.sequence ?? 0, last, most: mostAtOnce },
      isWanted: (letter) => concerns(range, letter) && isReadable(letter),
    });
    return { replayed, hasMore: replayed === mostAtOnce };
  }

  /** The newest first. @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async listReplays({ limit = defaultLimit, cursor }: PageQuery, { actor }: Call): Promise<ReplayPage> {
    const before = cursor === undefined ? undefined : decodeCursor(cursor, 'uuid')[0];
    const found = await listReplays(this.database, wholeCities(actor), before, limit + 1);
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return { items: rows.map(replayView), nextCursor: last && encodeCursor(last.id) };
  }

  /** Committed before anything is delivered: there is no replay without its entry. */
  private note(
    { id, consumer, sequence }: ReplayDeadLettersInput,
    { code }: RegionRange,
    lastSequence: number,
    { actor }: Call,
  ): Promise<ReplayRow> {
    return this.database.transaction((tx) =>
      noteReplay(tx, {
        ...{ cityCode: cityOf(code), id, consumer, sequence: sequence ?? null, lastSequence },
        ...{ byId: actor.id, regionCode: code, at: this.clock.now() },
      }),
    );
  }

  private async isThere(range: RegionRange, input: ReplayDeadLettersInput): Promise<boolean> {
    for await (const letter of this.letters.list(input.consumer, input.sequence))
      return letter.sequence === input.sequence && concerns(range, letter) && isReadable(letter);
    return false;
  }
}

/** What nobody can read says of no city: whoever answers for one is told that it is there. */
function concerns({ code, last }: RegionRange, { cityCodes }: DeadLetter): boolean {
  return cityCodes.every((city) => cityOf(code) <= city && city <= cityOf(last));
}

function isReadable({ cityCodes }: DeadLetter): boolean {
  return cityCodes.length > 0;
}

function viewOf(letter: DeadLetter): DeadLetterView {
  const { sequence, service, subject, events, reason, at } = letter;
  return {
    ...{ sequence, consumer: service, subject, eventCount: events },
    // The words of an error may quote what it was about.
    errorType: reason.split(':')[0] || 'unknown',
    ...{ isReplayable: isReadable(letter), at: at.toISOString() },
  };
}

function replayView({ id, consumer, sequence, byId, at }: ReplayRow): ReplayView {
  return { id, consumer, sequence: sequence ?? undefined, byId, at: at.toISOString() };
}
