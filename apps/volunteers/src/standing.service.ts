import { ageOn, type ById, DomainError, type SealedPhone, type VolunteerStanding } from '#contracts';
import { Clock, Database, Seal, shanghaiDay } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { mayUseIdentity } from './consent.js';
import { birthDayOf } from './volunteer.views.js';
import { isPresent, VolunteerEntity } from './volunteer.entity.js';

/** What other services may know of a volunteer: years and minutes, no day of birth. */
@Injectable()
export class StandingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  /** The telephone as it is kept, for the relay of calls. @throws DomainError `resource.notFound` */
  async sealedPhone({ id }: ById): Promise<SealedPhone> {
    const volunteer = await this.database.orm.manager.findOneBy(VolunteerEntity, { id });
    if (!volunteer || !isPresent(volunteer)) throw new DomainError('resource.notFound');
    return { phoneSealed: volunteer.phoneSealed };
  }

  /** @throws DomainError `resource.notFound` */
  async of({ id }: ById): Promise<VolunteerStanding> {
    const volunteer = await this.database.orm.manager.findOneBy(VolunteerEntity, { id });
    if (!volunteer || !isPresent(volunteer) || !mayUseIdentity(volunteer.withdrawn))
      throw new DomainError('resource.notFound');
    const today = shanghaiDay(this.clock.now());
    const birthDay = birthDayOf(this.seal, volunteer, today);
    if (birthDay === undefined) throw new Error(`volunteer ${id}: the ID number does not read`);
    return {
      id,
      communityCode: formatRegion(volunteer.communityCode),
      ageYears: ageOn(birthDay, today),
      lifetimeMinutes: volunteer.lifetimeMinutes,
    };
  }
}
