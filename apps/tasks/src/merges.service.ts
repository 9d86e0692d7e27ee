import type { EventEnvelope, VolunteerMerged } from '#contracts';
import { Clock, enterMerges, type Merge, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';

const merged = '(select merged from pair)';
const kept = '(select kept from pair)';

/** What was served and how somebody bore themselves, in this order; what one person cannot have twice stays. */
const served = [
  `update service_record set volunteer_id = ${kept}, served_as = coalesce(served_as, ${merged})
   where volunteer_id = ${merged}`,
  `update claim c set volunteer_id = ${kept} where c.volunteer_id = ${merged} and (c.state = 'released'
     or c.id in (select id from service_record where volunteer_id = ${kept} and served_as is not null)
     or c.state in ('claimed', 'inProgress') and not exists (
       select from claim own where own.volunteer_id = ${kept} and own.state in ('claimed', 'inProgress')
         and own.held_window && c.held_window))`,
  `update objection set volunteer_id = ${kept} where volunteer_id = ${merged}`,
  `update objection set raised_by = ${kept} where raised_by = ${merged}`,
  `update feedback set volunteer_id = ${kept} where volunteer_id = ${merged}`,
  `update purchase p set volunteer_id = ${kept} where p.volunteer_id = ${merged} and not exists (
     select from purchase own where own.city_code = p.city_code and own.errand_id = p.errand_id
       and own.volunteer_id = ${kept} and own.state <> 'refused')`,
  `update pair_flag f set volunteer_id = ${kept} where f.volunteer_id = ${merged} and not exists (
     select from pair_flag own where own.city_code = f.city_code and own.approver_id = f.approver_id
       and own.volunteer_id = ${kept} and own.finding is null)`,
  `update hazard_report set reporter_id = ${kept} where reporter_id = ${merged}`,
];

/** Nobody sheds a suspension by having been registered twice. */
const conduct = [
  `update no_show set volunteer_id = ${kept} where volunteer_id = ${merged}`,
  `update suspension s set volunteer_id = ${kept} where s.volunteer_id = ${merged} and (s.state = 'lifted'
     or not exists (
       select from suspension own where own.volunteer_id = ${kept} and own.state <> 'lifted'
         and tstzrange(own.from_at, own.until_at) && tstzrange(s.from_at, s.until_at)))`,
  `update volunteer set suspended_until = (
     select max(until_at) from suspension where volunteer_id in (${merged}, ${kept}) and state <> 'lifted')
   where id = ${kept}`,
];

/** Who was known as a resident too is one person with them still: nobody serves oneself. */
const ties = [
  `update declared_tie set volunteer_id = ${kept} where volunteer_id = ${merged} and other_id <> ${kept}`,
  `insert into declared_tie (city_code, id, volunteer_id, other_id, kind, declared_by, declared_at)
   select city_code, gen_random_uuid(), ${kept}, id, 'self', ${kept}, (select at from pair)
   from resident where id = ${merged}`,
  ...['from_id', 'to_id'].map(
    (side) => `update kinship k set ${side} = ${kept} where k.${side} = ${merged}
      and ${kept} not in (k.from_id, k.to_id)
      and (k.state = 'ended' or not exists (
        select from kinship own where own.city_code = k.city_code and own.state <> 'ended'
          and ${kept} in (own.from_id, own.to_id)
          and case ${merged} when k.from_id then k.to_id else k.from_id end in (own.from_id, own.to_id)))`,
  ),
  `update volunteer v set may_conflict = true where v.id = ${kept} and (
     exists (select from declared_tie where city_code = v.city_code and volunteer_id = v.id)
     or exists (select from kinship where city_code = v.city_code and from_id = v.id)
     or exists (select from kinship where city_code = v.city_code and to_id = v.id))`,
  `update resident_link l set person_id = ${kept},
     confirmed_by = case when l.confirmed_by = ${merged} then ${kept} else l.confirmed_by end
   where l.person_id = ${merged} and l.resident_id <> ${kept} and (l.state = 'ended' or not exists (
     select from resident_link own where own.city_code = l.city_code and own.resident_id = l.resident_id
       and own.person_id = ${kept} and own.state <> 'ended'))`,
];

/** Serves nobody any more, whatever version was heard. */
const ending = [
  `update volunteer set verification = 'unverified' where id = ${merged}`,
  `delete from duty where volunteer_id = ${merged}`,
  `update device_key set retired_at = (select at from pair) where volunteer_id = ${merged} and retired_at is null`,
];

/** People who were registered twice: what they served and how they bore themselves follows to the one that stays. */
@Injectable()
export class MergesService {
  constructor(private readonly clock: Clock) {}

  /** Each once, in whatever order they are told. */
  async follow(tx: Tx, events: readonly EventEnvelope<VolunteerMerged>[]): Promise<void> {
    const merges = await enterMerges(
      tx,
      events.map(({ data }) => data),
    );
    for (const merge of merges) await this.carry(tx, merge);
  }

  private async carry(tx: Tx, { mergedId, keptId }: Merge): Promise<void> {
    const now = this.clock.now();
    for (const statement of [...served, ...conduct, ...ties, ...ending])
      await tx.query(
        `with pair as (select $1::uuid as merged, $2::uuid as kept, $3::timestamptz as at) ${statement}`,
        [mergedId, keptId, now],
      );
  }
}
