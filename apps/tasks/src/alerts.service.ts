import {
  type AlertPage,
  type AlertView,
  type ById,
  type Candidate,
  type CandidateList,
  type CandidatesInput,
  type ClaimView,
  DomainError,
  type Hindrance,
  type ListAlertsInput,
  matching as contracts,
  type QueuePage,
  type RegionPageQuery,
} from '#contracts';
import {
  type Call,
  Clock,
  type Config,
  Database,
  decodeCursor,
  encodeCursor,
  listScope,
  once,
  sees,
  tokens,
  unwrap,
} from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { type AlertCandidate, hindrancesOf, rank, type Ranked } from './alerting.js';
import { type AlertRow, answerAlert, findAlert, hurryClock, listAlertRows } from './alerts.store.js';
import { findAround, readCandidates, scoredErrand } from './candidates.store.js';
import { ClaimsService } from './claims.service.js';
import { DispatchService } from './dispatch.service.js';
import { ErrandEntity } from './errand.entity.js';
import type { CandidateFor } from './matching.store.js';
import { distanceMetres } from './place.js';
import { readQueue } from './queue.store.js';
import { momentOf } from './rounds.service.js';
import { explain } from './score.js';
import { summaryOf } from './summary.store.js';

const pageSize = 20;
const shownDays = 30;
const usualCandidates = 10;
/** A distance to a cell's centre, or a site, says no more than that. */
const coarseMetres = 500;

/** What volunteers are asked, what they answer, and whom a station could ask. */
@Injectable()
export class AlertsService {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsService,
    private readonly dispatches: DispatchService,
    private readonly clock: Clock,
    @Inject(tokens.config) private readonly config: Config<'tasks'>,
  ) {}

  async list(input: ListAlertsInput, { actor }: Call): Promise<AlertPage> {
    const now = this.clock.now();
    const limit = input.limit ?? pageSize;
    const rows = await listAlertRows(this.database, actor.id, {
      past: input.past ?? false,
      now,
      since: new Date(now.getTime() - shownDays * 86_400_000),
      before: input.cursor ? decodeCursor(input.cursor, 'uuid')[0] : undefined,
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    return {
      items: page.map(alertView),
      nextCursor: rows.length > limit ? encodeCursor(page.at(-1)?.alert_id ?? '') : undefined,
    };
  }

  /** @throws DomainError `resource.notFound`, `alert.stateConflict` */
  async refuse(input: ById, call: Call): Promise<AlertView> {
    await this.database.transaction((tx) =>
      once(tx, call, contracts.refuseAlert.subject, input, async () => {
        const now = this.clock.now();
        const alert = await findAlert(tx, call.actor.id, input.id);
        if (!alert) throw new DomainError('resource.notFound');
        // A dispatch is locked before its alerts, here as in its job.
        if (alert.dispatch_id && alert.alert_state === 'sent')
          await this.dispatches.refused(tx, alert.dispatch_id);
        else if (await answerAlert(tx, alert, 'refused', now))
          await hurryClock(tx, alert.city_code, alert.id, now);
        const { alert_state: state } = (await findAlert(tx, call.actor.id, input.id)) ?? alert;
        if (state !== 'refused') throw new DomainError('alert.stateConflict', { state });
        return { id: input.id };
      }),
    );
    return this.view(input, call);
  }

  /** The claim comes first: an answer that is lost before the alert follows is given again by a retry. */
  async accept(input: ById, call: Call): Promise<ClaimView> {
    const alert = await findAlert(this.database, call.actor.id, input.id);
    if (!alert) throw new DomainError('resource.notFound');
    if (alert.alert_state === 'refused' || alert.alert_state === 'over')
      throw new DomainError('alert.stateConflict', { state: alert.alert_state });
    const [outcome] = await this.claims.claim([
      { ...call, input: { id: alert.alert_id, errandId: alert.id } },
    ]);
    if (!outcome) throw new Error('a claim was not answered');
    const claim = unwrap(outcome);
    await this.database.transaction(async (tx) => {
      // Where claims are gathered first, a yes is a wish and the dispatch goes on.
      if (alert.dispatch_id && claim.state !== 'gathered')
        await this.dispatches.accepted(tx, alert.dispatch_id);
      await answerAlert(tx, alert, 'accepted', this.clock.now());
    });
    return claim;
  }

  /** @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async queue(input: RegionPageQuery, { actor }: Call): Promise<QueuePage> {
    const scope = listScope(actor, input.region);
    const limit = input.limit ?? pageSize;
    const before = input.cursor ? decodeCursor(input.cursor, 'uuid')[0] : undefined;
    const stages =
      actor.role === 'committee' ? ['committee', 'expired'] : ['stationQueue', 'committee', 'expired'];
    const items = await readQueue(this.database, { scope, stages, before, limit: limit + 1 });
    const page = items.slice(0, limit);
    return {
      items: page,
      nextCursor: items.length > limit ? encodeCursor(page.at(-1)?.errand.id ?? '') : undefined,
    };
  }

  /** Best first; whoever something speaks against stands after all others, with what it is. */
  async candidates(input: CandidatesInput, { actor }: Call): Promise<CandidateList> {
    const errand = await this.database.orm.getRepository(ErrandEntity).findOneBy({ id: input.errandId });
    if (!errand || !sees(actor, errand.communityCode)) throw new DomainError('resource.notFound');
    const now = this.clock.now();
    const ids = await findAround(this.database, errand, now);
    const known = await readCandidates(this.database, errand, ids, momentOf(now));
    const items = rank(scoredErrand(errand), known, now.getTime()).map((ranked) =>
      this.candidateView(ranked, errand, now.getTime()),
    );
    const free = items.filter(({ hindrances }) => hindrances.length === 0);
    const hindered = items.filter(({ hindrances }) => hindrances.length > 0);
    return { items: [...free, ...hindered].slice(0, input.limit ?? usualCandidates) };
  }

  private async view(input: ById, call: Call): Promise<AlertView> {
    const alert = await findAlert(this.database, call.actor.id, input.id);
    if (!alert) throw new DomainError('resource.notFound');
    return alertView(alert);
  }

  private candidateView(
    { candidate, values }: Ranked<CandidateFor>,
    errand: ErrandEntity,
    nowMs: number,
  ): Candidate {
    const metres = candidate.place && distanceMetres(candidate.place, errand.place);
    const found: Hindrance[] = [
      ...hindrancesOf(candidate satisfies AlertCandidate, this.config.activeClaimLimit, nowMs),
      ...(candidate.hasRefused ? (['refused'] as const) : []),
    ];
    return {
      volunteerId: candidate.volunteerId,
      volunteerName: candidate.displayName,
      match: explain(values),
      distanceMetres: metres === undefined ? undefined : Math.round(metres / coarseMetres) * coarseMetres,
      errandsLately: candidate.errandsLately,
      hindrances: found.map((reason) => ({ reason })),
    };
  }
}

function alertView(row: AlertRow): AlertView {
  return {
    id: row.alert_id,
    kind: row.kind,
    state: row.alert_state,
    sentAt: row.sent_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    match: explain(row.part_values),
    errand: summaryOf(row),
  };
}
