import { Injectable } from '@nestjs/common';
import {
  ageOn,
  type AgesOn,
  type AgesOnInput,
  type ById,
  DomainError,
  type VolunteerNumberInput,
} from '#contracts';
import { Clock, Database, Seal, shanghaiDay } from '#platform';
import { In } from 'typeorm';
import { mayUseIdentity } from './consent.js';
import { isPresent, VolunteerEntity } from './volunteer.entity.js';
import { birthDayOf } from './volunteer.views.js';

/** What other services may learn of volunteers: no more than a decision needs. */
@Injectable()
export class FactsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  /** Of a registration that was merged into another, the other. @throws DomainError `resource.notFound` */
  async withNumber({ volunteerNumber }: VolunteerNumberInput): Promise<ById> {
    const found = await this.database.orm.getRepository(VolunteerEntity).findOneBy({ volunteerNumber });
    if (!found) throw new DomainError('resource.notFound');
    return { id: found.mergedInto ?? found.id };
  }

  /** Full years on the days asked; absent where the volunteer is not known here. */
  async agesOn({ items }: AgesOnInput): Promise<AgesOn> {
    const ids = [...new Set(items.map(({ volunteerId }) => volunteerId))];
    const found = await this.database.orm.getRepository(VolunteerEntity).findBy({ id: In(ids) });
    const today = shanghaiDay(this.clock.now());
    const birthDays = new Map(
      found
        .filter(isPresent)
        .filter(({ withdrawn }) => mayUseIdentity(withdrawn))
        .map((volunteer) => [volunteer.id, birthDayOf(this.seal, volunteer, today)]),
    );
    return {
      items: items.map(({ volunteerId, day }) => {
        const birthDay = birthDays.get(volunteerId);
        return {
          volunteerId,
          day,
          ...(birthDay !== undefined && { ageYears: Math.max(0, ageOn(birthDay, day)) }),
        };
      }),
    };
  }
}
