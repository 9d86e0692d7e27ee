import { type NeedRequirement, type QualifiedFact, safetyEvents } from '#contracts';
import { Clock, newId, Outbox, type Tx } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { unmetAmong } from './qualified.js';

interface HeldClaim {
  cityCode: number;
  errandId: string;
  volunteerId: string;
  communityCode: number;
  requirements: NeedRequirement[];
  windowStart: Date;
  windowEnd: Date;
  qualified: QualifiedFact[];
}

/** Looks again at what people hold when their qualifications change. */
@Injectable()
export class ClaimWatchService {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Warns station and committee, and tells the volunteer, of each errand held but not begun whose requirements are
   * met no longer; once until somebody acknowledges it. The claim stays: people decide.
   */
  async lookAgain(tx: Tx, volunteerIds: readonly string[], traceId: string): Promise<void> {
    const now = this.clock.now();
    const held = await tx.query<HeldClaim & Record<string, unknown>>(
      `select c.city_code as "cityCode", c.errand_id as "errandId", c.volunteer_id as "volunteerId",
         e.community_code as "communityCode", e.requirements, e.window_start as "windowStart",
         e.window_end as "windowEnd", v.qualified
       from claim c join errand e on e.city_code = c.city_code and e.id = c.errand_id
         join volunteer v on v.city_code = c.city_code and v.id = c.volunteer_id
       where c.volunteer_id = any($1::uuid[]) and c.state = 'claimed' and e.requirements <> '{}' and e.window_end > $2
       order by c.city_code, c.errand_id, c.volunteer_id`,
      [volunteerIds, now],
    );
    for (const claim of held) {
      const requirement = unmetAmong(claim.requirements, claim.qualified, claim, now);
      if (requirement) await this.warn(tx, claim, requirement, now, traceId);
    }
  }

  private async warn(
    tx: Tx,
    { cityCode, errandId, volunteerId, communityCode }: HeldClaim,
    requirement: NeedRequirement,
    at: Date,
    traceId: string,
  ): Promise<void> {
    const noticeId = newId();
    const added = await tx.query(
      `insert into errand_notice (city_code, id, kind, errand_id, volunteer_id, community_code, requirement, raised_at)
       values ($1, $2, 'unqualified', $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [cityCode, noticeId, errandId, volunteerId, communityCode, requirement, at],
    );
    if (added.length === 0) return;
    const place = { errandId, volunteerId, communityCode: formatRegion(communityCode) };
    const data = { noticeId, kind: 'unqualified' as const, ...place, at: at.toISOString() };
    this.outbox.add(tx, [{ contract: safetyEvents.qualificationLost, cityCode, data, traceId }]);
  }
}
