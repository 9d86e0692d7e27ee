import { hardshipCategories, type HardshipCount, type HardshipInput } from '#contracts';
import { type Call, Database, listScope } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';

@Injectable()
export class HardshipService {
  constructor(private readonly database: Database) {}

  /** Of one moment, in one statement: persons, and persons of each category. */
  async count(input: HardshipInput, call: Call): Promise<HardshipCount> {
    const region = listScope(call.actor, input.region);
    const rows = await this.database.query<{ category: string | null; residents: number; persons: number }>(
      `with here as (
         select id, hardship_categories as categories from resident
         where city_code between $1 and $2 and community_code between $3 and $4)
       select null as category, count(*)::int as residents, (count(*) filter (where cardinality(categories) > 0))::int as persons
         from here
       union all
       select category, 0, count(distinct id)::int from here, unnest(categories) as category group by category`,
      [region.cityCode, Math.floor(region.last / 1e8), region.code, region.last],
    );
    const whole = rows.find(({ category }) => category === null);
    return {
      region: formatRegion(region.code),
      residents: whole?.residents ?? 0,
      persons: whole?.persons ?? 0,
      categories: hardshipCategories.map((category) => ({
        category,
        persons: rows.find((row) => row.category === category)?.persons ?? 0,
      })),
    };
  }
}
