import type { HazardReportView, HazardStep, HazardView, Role } from '#contracts';
import { type Call, Database } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { minutesSince } from './hazard.js';
import { HazardEntity, HazardReportEntity, HazardStepEntity } from './hazard.entity.js';

const reportsShown = 100;

/** Hazards as staff and reporters see them: staff every report, a reporter the own, nobody who reported. */
@Injectable()
export class HazardViews {
  constructor(private readonly database: Database) {}

  async one(hazard: HazardEntity, call: Call): Promise<HazardView> {
    const [view] = await this.many([hazard], call);
    return view as HazardView;
  }

  async many(hazards: HazardEntity[], { actor }: Call): Promise<HazardView[]> {
    if (hazards.length === 0) return [];
    const hazardId = In(hazards.map(({ id }) => id));
    const isReporter = actor.role === 'volunteer' || actor.role === 'resident';
    const [reports, steps] = await Promise.all([
      this.database.orm.getRepository(HazardReportEntity).find({
        where: { hazardId, ...(isReporter ? { reporterId: actor.id } : {}) },
        order: { id: 'desc' },
        take: reportsShown * hazards.length,
      }),
      this.database.orm
        .getRepository(HazardStepEntity)
        .find({ where: { hazardId }, order: { step: 'desc' }, take: 100 * hazards.length }),
    ]);
    const of = <T extends { hazardId: string }>(rows: T[], { id }: HazardEntity) =>
      rows.filter((row) => row.hazardId === id).slice(0, reportsShown);
    return hazards.map((hazard) => ({
      id: hazard.id,
      category: hazard.category,
      severity: hazard.severity,
      state: hazard.state,
      communityCode: formatRegion(hazard.communityCode),
      point: hazard.place,
      committeeId: hazard.committeeId ?? undefined,
      stationId: hazard.stationId ?? undefined,
      reportCount: hazard.reportCount,
      reports: of(reports, hazard).map(reportView),
      firstReportedAt: hazard.firstReportedAt.toISOString(),
      handling: hazard.handling ?? undefined,
      feedback: hazard.feedback ?? undefined,
      minutesToClosure: hazard.closedAt ? minutesSince(hazard.firstReportedAt, hazard.closedAt) : undefined,
      history: of(steps, hazard).reverse().map(stepView),
    }));
  }
}

function reportView(row: HazardReportEntity): HazardReportView {
  return {
    id: row.id,
    byRole: row.reporterRole as Role,
    severity: row.severity,
    description: row.description,
    errandId: row.errandId ?? undefined,
    reportedAt: row.reportedAt.toISOString(),
  };
}

function stepView(row: HazardStepEntity): HazardStep {
  return {
    state: row.state,
    byRole: row.byRole as Role | 'system',
    at: row.at.toISOString(),
    note: row.note ?? undefined,
  };
}
