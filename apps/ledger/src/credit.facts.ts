import { type CountFactsInput, creditFacts, type FactCounts, ledgerEvents } from '#contracts';
import { Answers, Clock, countFacts, Database, type Facts } from '#platform';
import { Controller } from '@nestjs/common';

/** A reversal counts on its own day against the code of what it takes back. */
const facts: Facts = {
  names: ['creditsIssuedMinutes', 'creditsSpentMinutes', 'creditsExpiredMinutes', 'creditsWrittenOffMinutes'],
  events: [ledgerEvents.creditsPosted],
  sql: `
    select t.community_code, t.recorded_at as at, named.name,
      case when reversed.code is null then t.minutes else -t.minutes end as amount
    from transfer t
      left join transfer reversed on reversed.city_code = t.city_code and reversed.id = t.reverses_id
      join (values ('earn', 'creditsIssuedMinutes'), ('redeem', 'creditsSpentMinutes'),
        ('expire', 'creditsExpiredMinutes'), ('writeOff', 'creditsWrittenOffMinutes')) as named(code, name)
        on named.code = coalesce(reversed.code, t.code)
    where t.city_code between $1 and $2 and t.community_code between $3 and $4 and t.phase in ('single', 'capture')`,
};

/** What totals are held against. */
@Controller()
export class CreditFactsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Answers(creditFacts.count)
  count(input: CountFactsInput): Promise<FactCounts> {
    return countFacts(this.database, this.clock, facts, input);
  }
}
