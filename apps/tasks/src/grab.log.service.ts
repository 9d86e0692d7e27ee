import { DomainError, type ErrandGrabsInput, type Grab, type GrabPage, type PageQuery } from '#contracts';
import {
  type Call,
  Clock,
  type Config,
  Database,
  decodeCursor,
  describeError,
  encodeCursor,
  type Log,
  metrics,
  sees,
  tokens,
} from '#platform';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import type { ClaimDecision, ClaimRequest } from './claim.js';
import type { ErrandToClaim } from './claims.store.js';
import {
  findErrandPlace,
  findFairGrab,
  findGrabs,
  type GrabRow,
  type Loss,
  pruneGrabs,
  writeLosses,
} from './grab.log.store.js';

const pageSize = 20;
const flushMs = 250;
/** Some 5 MB; more means the database takes nothing, and what it takes nothing of is then the log first. */
const mostWaiting = 20_000;
const dayMs = 86_400_000;

/**
 * 抢单日志: who wanted an errand, when, and why it went to somebody else. Winners are the claims themselves; losses
 * are gathered here and written set-wise a moment after they were answered, so that losing costs no transaction
 * (docs/adr/0024). A crash loses at most the last quarter of a second of losses, never a claim.
 */
@Injectable()
export class GrabLogService implements BeforeApplicationShutdown {
  private waiting = new Map<string, Loss>();
  private timer: NodeJS.Timeout | undefined;
  private writing = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(tokens.config) private readonly config: Config<'tasks'>,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.flush();
  }

  /** Takes note of who lost; nobody waits for it. */
  note(
    requests: ClaimRequest[],
    decisions: ClaimDecision[],
    errands: Map<string, ErrandToClaim>,
    now: Date,
  ): void {
    decisions.forEach((decision, i) => {
      const { errandId, volunteerId } = requests[i] as ClaimRequest;
      const reason = lossReason(decision);
      const cityCode = errands.get(errandId)?.cityCode;
      if (!reason || !cityCode) return;
      const key = `${errandId} ${volunteerId} ${reason}`;
      const known = this.waiting.get(key);
      if (known) Object.assign(known, { attempts: known.attempts + 1, lastAt: now });
      else if (this.waiting.size >= mostWaiting) metrics.grabLossesDropped.inc();
      else
        this.waiting.set(key, {
          cityCode,
          errandId,
          volunteerId,
          reason,
          attempts: 1,
          firstAt: now,
          lastAt: now,
        });
    });
    if (this.waiting.size > 0) this.timer ??= setTimeout(() => void this.flush(), flushMs).unref();
  }

  /** Writes what was noted. What cannot be written now is tried again. */
  flush(): Promise<void> {
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  async ofErrand(input: ErrandGrabsInput, call: Call): Promise<GrabPage> {
    await this.flush();
    const place = await findErrandPlace(this.database, input.errandId);
    const isOwn = call.actor.role === 'volunteer';
    if (!place || (!isOwn && !sees(call.actor, place.communityCode)))
      throw new DomainError('resource.notFound');
    const page = await this.page(input, {
      errandId: input.errandId,
      volunteerId: isOwn ? call.actor.id : null,
    });
    const items = isOwn ? page.items.map((item) => withoutOthers(item, call.actor.id)) : page.items;
    return { ...page, items, fairGrab: await findFairGrab(this.database, place.cityCode, input.errandId) };
  }

  async mine(input: PageQuery, call: Call): Promise<GrabPage> {
    await this.flush();
    return this.page(input, { errandId: null, volunteerId: call.actor.id });
  }

  /** Forgets losses and wishes older than the configured days; the claims themselves stay. */
  async prune(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.config.grabLogDays * dayMs);
    await pruneGrabs(this.database, before);
  }

  private async page(
    input: PageQuery,
    wanted: { errandId: string | null; volunteerId: string | null },
  ): Promise<GrabPage> {
    const limit = input.limit ?? pageSize;
    const [lastAtMs, place] = input.cursor ? decodeCursor(input.cursor, 'integer', 'uuid') : [];
    const before = lastAtMs === undefined || place === undefined ? undefined : { lastAtMs, place };
    const rows = await findGrabs(this.database, wanted, before, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(view),
      nextCursor: rows.length > limit && last ? encodeCursor(last.lastAtMs, last.place) : undefined,
    };
  }

  private async write(): Promise<void> {
    const losses = [...this.waiting.values()];
    if (losses.length === 0) return;
    this.waiting = new Map();
    try {
      await this.database.transaction((tx) => writeLosses(tx, losses));
    } catch (error) {
      this.log.warn({ err: describeError(error), losses: losses.length }, 'grab log: will try again');
      this.putBack(losses);
    }
  }

  private putBack(losses: Loss[]): void {
    for (const loss of losses) {
      const key = `${loss.errandId} ${loss.volunteerId} ${loss.reason}`;
      const newer = this.waiting.get(key);
      if (newer) Object.assign(newer, { attempts: newer.attempts + loss.attempts, firstAt: loss.firstAt });
      else if (this.waiting.size < mostWaiting) this.waiting.set(key, loss);
      else metrics.grabLossesDropped.inc();
    }
    this.timer ??= setTimeout(() => void this.flush(), flushMs).unref();
  }
}

/** The code of the catalogue that the loser was told; undefined for whoever did not lose. */
function lossReason(decision: ClaimDecision): string | undefined {
  if (decision.kind === 'taken') return 'errand.lost';
  return decision.kind === 'refused' ? decision.error.code : undefined;
}

function view(row: GrabRow): Grab {
  return {
    errandId: row.errandId,
    volunteerId: row.volunteerId,
    volunteerName: row.volunteerName,
    outcome: row.outcome,
    reason: row.reason ?? undefined,
    attempts: row.attempts,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    rank: row.rank ?? undefined,
    points: row.points ?? undefined,
    parts: row.parts ?? undefined,
  };
}

/** Of others a volunteer learns the masked name and the place, nothing to recognise them by. */
function withoutOthers(item: Grab, ownId: string): Grab {
  return item.volunteerId === ownId ? item : { ...item, volunteerId: undefined };
}
