import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of one category there is one open hazard at a place, whoever writes it. */
export class OneOpenHazard1772000026100 implements MigrationInterface {
  readonly name = 'OneOpenHazard1772000026100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(joinsUntil);
    await runner.query(oneOpen);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table hazard drop column joins_until');
    await runner.query('drop function hazard_reach(point)');
  }
}

// Two that were opened twice before this rule keep both: the elder takes no report after the younger began.
const joinsUntil = `
  create function hazard_reach(place point) returns circle language sql immutable parallel safe as $$
    select circle(
      point(6371008.8 * radians(place[0]), 6371008.8 * ln(tand(45 + place[1] / 2))),
      24.995 / cosd(place[1])
    )
  $$;
  comment on function hazard_reach is
    'A place on the Mercator map with 25 m around it, in metres at the equator: PostgreSQL compares circles with a
     tolerance of a millionth, which in radians would be six metres. The map keeps angles, so circles stay circles, and two
     of them touch where the places lie within 50 m; a hand''s breadth less, so that what the rule of joining parts is never
     refused for a rounding.';

  alter table hazard add column joins_until timestamptz;
  update hazard set joins_until = last_reported_at + interval '72 hours';
  update hazard h set joins_until = y.begins from (
    select a.city_code, a.id, min(b.first_reported_at) as begins
    from hazard a join hazard b on b.city_code = a.city_code and b.category = a.category
      and (b.first_reported_at, b.id) > (a.first_reported_at, a.id)
      and hazard_reach(b.place) && hazard_reach(a.place)
    where a.state in ('reported', 'routed') and b.state in ('reported', 'routed')
    group by a.city_code, a.id
  ) y
  where h.city_code = y.city_code and h.id = y.id and h.joins_until > y.begins;
  alter table hazard
    alter column joins_until set not null,
    add check (joins_until >= first_reported_at);
  drop index hazard_open;
  create index hazard_open on hazard (city_code, category, joins_until) where state in ('reported', 'routed')
`;

const oneOpen = `
  alter table hazard add constraint hazard_one_open exclude using gist (
    city_code with =,
    category with =,
    hazard_reach(place) with &&,
    tstzrange(first_reported_at, joins_until) with &&
  ) where (state in ('reported', 'routed'))
`;
