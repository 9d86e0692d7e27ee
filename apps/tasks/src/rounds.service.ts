import { type EscalationStage, type EventEnvelope, matchingEvents } from '#contracts';
import {
  Clock,
  type Config,
  Database,
  newId,
  newTraceId,
  type NewEvent,
  Outbox,
  shanghaiDay,
  tokens,
  type Tx,
} from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { lastPhase, phaseAt, phases, planRound, type RoundPlan } from './alerting.js';
import { clockStart, isLater, stageAt } from './escalation.js';
import {
  type CandidateFor,
  type ClockedRow,
  findDispatched,
  findOpen,
  markAccepted,
  type Moment,
  readAlerts,
  startClocks,
  takeDue,
} from './matching.store.js';
import { findCandidates } from './near.store.js';
import {
  type ClockMove,
  countAlerts,
  type NewAlert,
  writeAlerts,
  writeClocks,
  writeSilence,
} from './rounds.store.js';

const errandsARound = 50;
const roundsARun = 200;
const dayMs = 86_400_000;
const latelyMs = 30 * dayMs;
/** An expired errand stays in the station's queue that long. */
const queueMs = 7 * dayMs;

export function momentOf(now: Date): Moment {
  return { now, day: shanghaiDay(now), lately: new Date(now.getTime() - latelyMs) };
}

/** Told in one round, of one errand. */
interface Round {
  row: ClockedRow;
  move: ClockMove;
  plan?: RoundPlan<CandidateFor>;
}

/**
 * The clock of unclaimed errands: rounds of alerts, then the station's queue, then the committee. A round is one
 * transaction under the lock of the errand's clock, so that it happens once whatever dies and however many
 * processes run. It looks at claims and never holds them up.
 */
@Injectable()
export class RoundsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(tokens.config) private readonly config: Config<'tasks'>,
  ) {}

  /** Errands that opened, or became open again: their clocks begin. Safe to be told in any order. */
  async begin(events: readonly EventEnvelope<{ errandId: string }>[], tx: Tx): Promise<void> {
    const now = this.clock.now();
    const open = await findOpen(tx, [...new Set(events.map(({ data }) => data.errandId))]);
    if (open.length === 0) return;
    const starts = open.map((errand) => ({ ...errand, since: new Date(clockStart(errand)) }));
    await startClocks(tx, starts, now);
  }

  /** Plays every round that is due; answers how many errands it looked at. */
  async run(): Promise<number> {
    let looked = 0;
    for (let round = 0; round < roundsARun; round++) {
      const taken = await this.database.transaction((tx) => this.playDue(tx));
      looked += taken;
      if (taken === 0) break;
    }
    return looked;
  }

  private async playDue(tx: Tx): Promise<number> {
    const now = this.clock.now();
    const due = await takeDue(tx, now, errandsARound);
    if (due.length === 0) return 0;
    await markAccepted(tx, due);
    const rounds = [
      ...due.filter((row) => row.state !== 'open').map((row) => settle(row, now)),
      ...(await this.plan(
        tx,
        due.filter((row) => row.state === 'open'),
        now,
      )),
    ];
    await this.write(tx, rounds, now);
    return due.length;
  }

  private async plan(tx: Tx, open: readonly ClockedRow[], now: Date): Promise<Round[]> {
    if (open.length === 0) return [];
    const nowMs = now.getTime();
    const [alerts, dispatched] = [await readAlerts(tx, open), await findDispatched(tx, open)];
    const asking = open
      .filter((row) => nowMs < row.windowEndMs && !dispatched.has(row.errandId))
      .map((row) => ({ ...row, ...this.circleOf(row, nowMs) }));
    const candidates = await findCandidates(tx, asking, momentOf(now));
    // Within a round each further alert counts as if it had been sent already.
    const more = new Map<string, number>();
    return open.map((row) => {
      const { stage, nextMs } = stageAt(row, row.sinceMs, nowMs);
      const reached = isLater(stage, row.stage) ? stage : row.stage;
      const stageMs = nextMs ?? row.windowEndMs + queueMs;
      if (!candidates.has(row.errandId)) {
        const nextAt = new Date(Math.min(stageMs, nowMs + 60_000));
        return { row, move: { ...keyOf(row), stage: reached, phase: row.phase, nextAt } };
      }
      const known = (candidates.get(row.errandId) ?? []).map((candidate) => ({
        ...candidate,
        alertsToday: candidate.alertsToday + (more.get(candidate.volunteerId) ?? 0),
      }));
      const plan = planRound({
        errand: row,
        sinceMs: row.sinceMs,
        phase: row.phase,
        alerts: alerts.get(row.errandId) ?? [],
        candidates: known,
        activeClaimLimit: this.config.activeClaimLimit,
        nowMs,
      });
      for (const { candidate } of plan.alert)
        more.set(candidate.volunteerId, (more.get(candidate.volunteerId) ?? 0) + 1);
      const nextAt = new Date(Math.min(stageMs, plan.nextMs));
      return { row, plan, move: { ...keyOf(row), stage: reached, phase: plan.phase, nextAt } };
    });
  }

  private circleOf(row: ClockedRow, nowMs: number): { radiusMetres: number; withUnplaced: boolean } {
    const phase = phaseAt({ errand: row, sinceMs: row.sinceMs, phase: row.phase, nowMs });
    return { radiusMetres: phases[phase] ?? 0, withUnplaced: phase === lastPhase };
  }

  private async write(tx: Tx, rounds: readonly Round[], now: Date): Promise<void> {
    const wanted = rounds.flatMap(({ row, plan }) =>
      (plan?.alert ?? []).map(({ candidate, values }): NewAlert => ({
        ...keyOf(row),
        id: newId(),
        communityCode: row.communityCode,
        volunteerId: candidate.volunteerId,
        episode: row.episode,
        kind: 'alert',
        values,
        expiresAt: new Date(plan?.expiresAtMs ?? now),
      })),
    );
    const mayHave = wanted.length > 0 ? await countAlerts(tx, wanted, shanghaiDay(now)) : new Set<string>();
    const sent = wanted.filter(({ volunteerId }) => mayHave.has(volunteerId));
    const written = await writeAlerts(tx, sent, now);
    await writeSilence(
      tx,
      rounds.flatMap(({ row, plan }) => (plan?.silent ?? []).map((id) => ({ cityCode: row.cityCode, id }))),
    );
    await writeClocks(
      tx,
      rounds.map(({ move }) => move),
      now,
    );
    this.outbox.add(tx, [
      ...rounds.flatMap(({ row }) =>
        sent
          .filter(({ id, errandId }) => errandId === row.errandId && written.has(id))
          .map((alert) => alertedEvent(alert, row, now)),
      ),
      ...rounds.flatMap(({ row, move }) => escalatedEvents(row, move.stage, now)),
    ]);
  }
}

/** Claimed, cancelled or over: no more is asked. What nobody came for stays in the station's queue a while. */
function settle(row: ClockedRow, now: Date): Round {
  const leavesMs = row.windowEndMs + queueMs;
  const isWaiting = row.state === 'expired' && now.getTime() < leavesMs;
  const stage = isWaiting ? 'expired' : 'settled';
  const nextAt = isWaiting ? new Date(leavesMs) : undefined;
  return { row, move: { ...keyOf(row), stage, phase: row.phase, nextAt } };
}

function keyOf({ cityCode, errandId }: ClockedRow): { cityCode: number; errandId: string } {
  return { cityCode, errandId };
}

/** With what a message of it may say; without an errand it is told by none. */
export function alertedEvent(
  alert: NewAlert,
  errand: Pick<ClockedRow, 'type' | 'windowStartMs' | 'windowEndMs' | 'expectedMinutes'> | undefined,
  now: Date,
): NewEvent {
  const { cityCode, id, errandId, volunteerId, communityCode, kind, expiresAt } = alert;
  const data = {
    alertId: id,
    errandId,
    volunteerId,
    communityCode: formatRegion(communityCode),
    kind,
    errand: errand && {
      ...{ type: errand.type, expectedMinutes: errand.expectedMinutes },
      windowStart: new Date(errand.windowStartMs).toISOString(),
      windowEnd: new Date(errand.windowEndMs).toISOString(),
      expiresAt: expiresAt.toISOString(),
    },
    at: now.toISOString(),
  };
  return { contract: matchingEvents.alerted, cityCode, data, traceId: newTraceId() };
}

/** Every stage that was passed is told, also when a stop of the service skipped the moment of one. */
function escalatedEvents(row: ClockedRow, reached: EscalationStage | 'settled', now: Date): NewEvent[] {
  if (reached === 'settled') return [];
  const passed = (stage: EscalationStage) => !isLater(stage, reached) && isLater(stage, row.stage);
  const told = [
    ...(passed('stationQueue') ? [{ contract: matchingEvents.queued, stage: 'stationQueue' as const }] : []),
    ...(passed('committee') ? [{ contract: matchingEvents.unclaimed, stage: 'committee' as const }] : []),
  ];
  return told.map(({ contract, stage }) => ({
    contract,
    cityCode: row.cityCode,
    traceId: newTraceId(),
    data: {
      errandId: row.errandId,
      communityCode: formatRegion(row.communityCode),
      type: row.type,
      stage: reached === 'expired' ? reached : stage,
      at: now.toISOString(),
    },
  }));
}
