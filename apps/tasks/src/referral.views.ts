import { referralEvents, type ReferralView, type Role } from '#contracts';
import { type Call, Clock, Database, type NewEvent } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { NeedEntity } from './need.entity.js';
import { ReferralContacts } from './referral.contacts.service.js';
import { ReferralEntity, ReferralStepEntity } from './referral.entity.js';

/** Referrals as the sender and the body see them; who the resident is, is not in them. */
@Injectable()
export class ReferralViews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly contacts: ReferralContacts,
  ) {}

  async one(referral: ReferralEntity): Promise<ReferralView> {
    const [view] = await this.many([referral]);
    return view as ReferralView;
  }

  async many(referrals: ReferralEntity[]): Promise<ReferralView[]> {
    if (referrals.length === 0) return [];
    const { orm } = this.database;
    const [steps, needs] = await Promise.all([
      orm
        .getRepository(ReferralStepEntity)
        .find({ where: { referralId: In(referrals.map(({ id }) => id)) }, order: { step: 'asc' } }),
      orm.getRepository(NeedEntity).findBy({ id: In(referrals.map(({ needId }) => needId)) }),
    ]);
    const needById = new Map(needs.map((need) => [need.id, need]));
    const now = this.clock.now();
    return referrals.map((referral) => {
      const need = needById.get(referral.needId);
      if (!need) throw new Error('a referral of a need that is not there');
      return {
        id: referral.id,
        needId: referral.needId,
        type: need.type,
        summary: need.summary,
        communityCode: formatRegion(referral.communityCode),
        body: referral.body,
        bodyName: referral.bodyName,
        organisationId: referral.organisationId ?? undefined,
        contact: this.contacts.masked(referral),
        reason: referral.reason,
        consent: referral.consent as ReferralView['consent'],
        state: referral.state,
        dueAt: referral.dueAt?.toISOString(),
        isOverdue: referral.dueAt !== null && referral.dueAt <= now,
        createdAt: referral.createdAt.toISOString(),
        history: steps
          .filter(({ referralId }) => referralId === referral.id)
          .map(({ state, byRole, at, note }) => ({
            state,
            byRole: byRole as Role | 'system',
            at: at.toISOString(),
            note: note ?? undefined,
          })),
      };
    });
  }
}

export function referralEvent(
  referral: Pick<ReferralEntity, 'cityCode' | 'id' | 'needId' | 'communityCode' | 'state'>,
  which: 'moved' | 'overdue',
  at: Date,
  { traceId }: Call,
): NewEvent {
  const data = {
    referralId: referral.id,
    needId: referral.needId,
    communityCode: formatRegion(referral.communityCode),
    state: referral.state,
    at: at.toISOString(),
  };
  return { contract: referralEvents[which], cityCode: referral.cityCode, traceId, data };
}
