import { type Actor, type ById, DomainError, type EarningView } from '#contracts';
import { Database, sees } from '#platform';
import { Injectable } from '@nestjs/common';
import { readEarning } from './earned.store.js';

/** What service records came to. */
@Injectable()
export class EarningsService {
  constructor(private readonly database: Database) {}

  /**
   * For the volunteer, and for staff of the place of service.
   * @throws DomainError `resource.notFound`
   */
  async get({ id }: ById, actor: Actor): Promise<EarningView> {
    const found = await readEarning(this.database, id);
    const mayRead =
      found &&
      (actor.role === 'volunteer' ? found.volunteerId === actor.id : sees(actor, found.communityCode ?? 0));
    if (!mayRead) throw new DomainError('resource.notFound');
    const { policyVersion, reason, transferId, decidedAt } = found;
    return {
      recordId: id,
      version: found.version,
      creditedMinutes: found.creditedMinutes,
      donatedMinutes: found.donatedMinutes,
      honourMinutes: found.honourMinutes,
      ...(policyVersion !== null && { policyVersion }),
      ...(reason !== null && { reason }),
      ...(transferId !== null && { transferId }),
      ...(decidedAt !== null && { decidedAt: decidedAt.toISOString() }),
    };
  }
}
