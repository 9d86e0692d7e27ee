import { volunteerEvents, type VolunteerVerified } from '#contracts';
import { Clock, Outbox, Seal, type Tx } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { CohortsService } from './cohorts.service.js';
import { mayBeLocated, mayServe, mayUseIdentity } from './consent.js';
import { factsOf } from './qualification.js';
import { readQualifications } from './qualifications.store.js';
import { isPresent, VolunteerEntity } from './volunteer.entity.js';
import { displayName } from './volunteer.views.js';

/** What others see where a name was. */
export const pseudonym = '已退出 *';

/** What others must know of a volunteer once the real name is decided on: always whole, in rising versions. */
@Injectable()
export class NewsService {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly seal: Seal,
    private readonly cohorts: CohortsService,
  ) {}

  /** Writes a change of a locked volunteer as the next version, and tells it. */
  async change(
    tx: Tx,
    volunteer: VolunteerEntity,
    changes: Partial<VolunteerEntity>,
    traceId: string,
  ): Promise<void> {
    const { cityCode, id } = volunteer;
    Object.assign(volunteer, changes, { version: volunteer.version + 1 });
    await tx.orm.update(VolunteerEntity, { cityCode, id }, { ...changes, version: volunteer.version });
    const held = await readQualifications(tx, volunteer);
    const qualified = factsOf(held, volunteer.skills, this.clock.now());
    this.tell(tx, volunteer, traceId, qualified.length > 0 ? { qualified } : {});
  }

  /** Tells a city that a volunteer who moves to another lives there no more, as a version of its own. */
  depart(tx: Tx, volunteer: VolunteerEntity, traceId: string): void {
    volunteer.version++;
    this.tell(tx, volunteer, traceId, { verification: 'unverified' });
  }

  private tell(
    tx: Tx,
    volunteer: VolunteerEntity,
    traceId: string,
    besides: Partial<VolunteerVerified>,
  ): void {
    const { cityCode, decidedAt, withdrawn, awaitsGuardian } = volunteer;
    // Until then nobody else knows of them.
    if (decidedAt === null) return;
    const data: VolunteerVerified = {
      volunteerId: volunteer.id,
      version: volunteer.version,
      communityCode: formatRegion(volunteer.communityCode),
      verification: volunteer.verification,
      displayName: isPresent(volunteer) ? displayName(this.seal, volunteer) : pseudonym,
      courierSiteId: volunteer.courierSiteId ?? undefined,
      skills: volunteer.skills,
      decidedAt: decidedAt.toISOString(),
      ...(!(isPresent(volunteer) && mayServe(withdrawn) && !awaitsGuardian) && { mayServe: false }),
      ...(!mayBeLocated(withdrawn) && { mayBeLocated: false }),
      ...(!isPresent(volunteer) && volunteer.mergedInto === null && { hasLeft: true }),
      ...(hasMovedHere(volunteer) && { hasMovedHere: true }),
      ...besides,
    };
    this.outbox.add(tx, [{ contract: volunteerEvents.verified, cityCode, data, traceId }]);
    if (isPresent(volunteer) && data.verification === 'verified' && mayUseIdentity(withdrawn))
      this.cohorts.tell(tx, [volunteer], traceId);
  }
}

function hasMovedHere({ cityCode, registeredCode }: VolunteerEntity): boolean {
  return registeredCode !== null && Math.floor(registeredCode / 1e8) !== cityCode;
}
