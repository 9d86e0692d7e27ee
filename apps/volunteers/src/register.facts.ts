import {
  type CountFactsInput,
  type FactCounts,
  type ListFactsInput,
  mergeEvents,
  registerFacts,
  type VolunteerFact,
  type VolunteerFacts,
  volunteerEvents,
} from '#contracts';
import { Answers, Clock, countFacts, Database, type Facts } from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Controller } from '@nestjs/common';

const facts: Facts = {
  names: ['volunteersRegistered', 'volunteersVerified'],
  events: [volunteerEvents.registered, volunteerEvents.verified, mergeEvents.merged],
  sql: `
    select v.community_code, counted.at, counted.name, 1 as amount
    from volunteer v cross join lateral (values
      ('volunteersRegistered', case when v.registered_code is null and v.merged_into is null then v.registered_at end),
      ('volunteersVerified', case when v.verification = 'verified' then v.decided_at end)) as counted(name, at)
    where v.city_code between $1 and $2 and v.community_code between $3 and $4 and counted.at is not null
    union all
    select community_code, registered_at, 'volunteersRegistered', 1 from moved_registration
    where city_code between $1 and $2 and community_code between $3 and $4`,
};

interface VolunteerRow extends Omit<VolunteerFact, 'communityCode' | 'decidedAt' | 'mergedInto'> {
  communityCode: number;
  decidedAt: Date;
  mergedInto: string | null;
}

/** What totals are held against. */
@Controller()
export class RegisterFactsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Answers(registerFacts.count)
  count(input: CountFactsInput): Promise<FactCounts> {
    return countFacts(this.database, this.clock, facts, input);
  }

  @Answers(registerFacts.listVolunteers)
  async listVolunteers({ communityCode, after }: ListFactsInput): Promise<VolunteerFacts> {
    const { code, cityCode } = parseRegion(communityCode);
    const rows = await this.database.query<VolunteerRow & Record<string, unknown>>(
      `select id as "volunteerId", version, community_code as "communityCode", verification, decided_at as "decidedAt",
         merged_into as "mergedInto"
       from volunteer where city_code = $1 and community_code = $2 and decided_at is not null
         and ($3::uuid is null or id > $3) order by id limit 1000`,
      [cityCode, code, after ?? null],
    );
    return {
      items: rows.map((row) => ({
        ...row,
        communityCode: formatRegion(row.communityCode),
        decidedAt: row.decidedAt.toISOString(),
        mergedInto: row.mergedInto ?? undefined,
      })),
    };
  }
}
