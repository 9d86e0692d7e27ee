import type { NeedStep, NeedView, RejectionCode, Role } from '#contracts';
import { type Call, Database, maskName, Seal } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { codesOf } from './need.codes.views.js';
import { NeedEntity, NeedStepEntity, ResidentEntity } from './need.entity.js';
import { PaymentsService } from './payments.service.js';
import { sealedAs } from './residents.service.js';

/** Needs as the people concerned see them: history in full, the resident masked, the code for who must know it. */
@Injectable()
export class NeedViews {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
    private readonly payments: PaymentsService,
  ) {}

  async one(need: NeedEntity, call: Call): Promise<NeedView> {
    const [view] = await this.many([need], call);
    return view as NeedView;
  }

  async many(needs: NeedEntity[], call: Call): Promise<NeedView[]> {
    if (needs.length === 0) return [];
    const { orm } = this.database;
    const [steps, residents] = await Promise.all([
      orm
        .getRepository(NeedStepEntity)
        .find({ where: { needId: In(needs.map(({ id }) => id)) }, order: { step: 'asc' } }),
      orm.getRepository(ResidentEntity).findBy({ id: In(needs.map(({ residentId }) => residentId)) }),
    ]);
    const names = new Map(
      residents.map((row) => [row.id, maskName(this.seal.open(row.nameSealed, sealedAs.name))]),
    );
    const { role, id: actorId } = call.actor;
    const payments = await this.payments.views(needs.map(({ id }) => id));
    // A relative may be a volunteer, who could serve and prove it alone.
    const knowsCode = (need: NeedEntity) =>
      role === 'committee' || role === 'station' || role === 'system' || actorId === need.residentId;
    return needs.map((need) => ({
      id: need.id,
      residentId: need.residentId,
      residentName: names.get(need.residentId) ?? '',
      communityCode: formatRegion(need.communityCode),
      type: need.type,
      summary: need.summary,
      state: need.state,
      windowStart: need.windowStart.toISOString(),
      windowEnd: need.windowEnd.toISOString(),
      expectedMinutes: need.expectedMinutes,
      slots: need.slots,
      templateId: need.templateId ?? undefined,
      templateVersion: need.templateVersion ?? undefined,
      riskNotice: need.riskNotice ?? undefined,
      requirements: need.requirements,
      stopCount: need.stopCount,
      seriesId: need.seriesId ?? undefined,
      purchaseCeilingFen: need.purchaseCeilingFen ?? undefined,
      postedBy: need.postedBy ?? (need.channel === 'app' ? 'resident' : 'committee'),
      groupId: need.groupId ?? undefined,
      committeeId: need.committeeId ?? undefined,
      stationId: need.stationId ?? undefined,
      errandId: need.errandId ?? undefined,
      payment: payments.get(need.id),
      ...(knowsCode(need) && codesOf(this.seal, need)),
      postedAt: need.postedAt.toISOString(),
      history: steps.filter(({ needId }) => needId === need.id).map(stepView),
    }));
  }
}

function stepView(step: NeedStepEntity): NeedStep {
  return {
    state: step.state,
    byRole: step.byRole as Role | 'system',
    at: step.at.toISOString(),
    code: (step.code as RejectionCode | null) ?? undefined,
    reason: step.reason ?? undefined,
  };
}
