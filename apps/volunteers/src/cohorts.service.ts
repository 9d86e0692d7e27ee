import { cohortEvents } from '#contracts';
import {
  Clock,
  Database,
  describeError,
  type Log,
  newTraceId,
  Outbox,
  Seal,
  shanghaiDay,
  tokens,
  type Tx,
} from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { birthDecadeOf } from './cohorts.js';
import type { PresentVolunteer } from './volunteer.entity.js';
import { birthDayOf } from './volunteer.views.js';

const toldTogether = 500;

type Untold = Pick<
  PresentVolunteer,
  'cityCode' | 'id' | 'version' | 'communityCode' | 'idNumberSealed' | 'birthDaySealed'
>;

/** Tells where verified people live and their decade of birth, and nothing else of what is sealed. */
@Injectable()
export class CohortsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly seal: Seal,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  /** With the decision itself. */
  tell(tx: Tx, volunteers: readonly Untold[], traceId: string = newTraceId()): void {
    const today = shanghaiDay(this.clock.now());
    const events = volunteers.flatMap((volunteer) => {
      const birthDay = birthDayOf(this.seal, volunteer, today);
      if (birthDay === undefined) return [];
      const { id: volunteerId, version, cityCode } = volunteer;
      const communityCode = formatRegion(volunteer.communityCode);
      const data = { volunteerId, version, communityCode, birthDecade: birthDecadeOf(birthDay) };
      return [{ contract: cohortEvents.known, cityCode, data, traceId }];
    });
    this.outbox.add(tx, events);
    tx.write(
      `update volunteer set cohort_told_version = version
       from unnest($1::int[], $2::uuid[]) as told(city_code, id)
       where volunteer.city_code = told.city_code and volunteer.id = told.id`,
      [volunteers.map(({ cityCode }) => cityCode), volunteers.map(({ id }) => id)],
    );
  }

  /** People verified before this was told at all. */
  @Cron('0 */10 * * * *')
  async tellUntold(): Promise<void> {
    try {
      while ((await this.database.transaction((tx) => this.tellSome(tx))) === toldTogether);
    } catch (error) {
      this.log.warn({ err: describeError(error) }, 'cohorts: could not be told, will try again');
    }
  }

  private async tellSome(tx: Tx): Promise<number> {
    const untold = await tx.query<Untold & object>(
      `select city_code as "cityCode", id, version, community_code as "communityCode",
         id_number_sealed as "idNumberSealed", birth_day_sealed as "birthDaySealed" from volunteer
       where verification = 'verified' and cohort_told_version < version
         and left_at is null and not withdrawn && '{registration,sensitiveData}'
       order by city_code, id limit $1 for update skip locked`,
      [toldTogether],
    );
    if (untold.length > 0) this.tell(tx, untold);
    return untold.length;
  }
}
