import {
  type CertifiedService,
  type ServedByCategory,
  type CountFactsInput,
  type CountServedInput,
  errandEvents,
  type FactCounts,
  type ListFactsInput,
  needEvents,
  purchaseEvents,
  type RecordFact,
  type RecordFacts,
} from '#contracts';
import { Clock, countFacts, Database, type Facts } from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { type RecipientKeys, Recipients } from './recipients.service.js';

const needSteps = {
  submitted: 'needsSubmitted',
  verified: 'needsVerified',
  forwarded: 'needsForwarded',
  accepted: 'needsAccepted',
  posted: 'needsPosted',
  dispatched: 'needsDispatched',
  referred: 'needsReferred',
  rejected: 'needsRejected',
  fulfilled: 'needsFulfilled',
  closed: 'needsClosed',
  cancelled: 'needsCancelled',
} as const;

const here = (alias: string) =>
  `${alias}.city_code between $1 and $2 and ${alias}.community_code between $3 and $4`;
/** A need may enter a state more than once. */
const stepKey = 'md5(n.id::text || s.step)::uuid';
const steps = Object.entries(needSteps)
  .map(([state, name]) => `('${state}', '${name}')`)
  .join(', ');

/**
 * An errand opens as its need is posted; claims stay, whatever becomes of them. Beside what is counted stand what it is
 * counted of, and a key that is each row's own among those of one name.
 */
export const facts: Facts = {
  names: [
    ...Object.values(needSteps),
    'errandsOpened',
    'errandsClaimed',
    'errandsReleased',
    'errandsCheckedIn',
    'errandsFinished',
    'errandsExpired',
    'errandsCancelled',
    'purchasesPaid',
    'purchasesPaidFen',
    'servicesConfirmed',
    'deviceVerifiedMinutes',
    'attestedMinutes',
  ],
  events: [
    needEvents.forwarded,
    needEvents.moved,
    errandEvents.opened,
    errandEvents.claimed,
    errandEvents.released,
    errandEvents.checkedIn,
    errandEvents.finished,
    errandEvents.expired,
    errandEvents.cancelled,
    purchaseEvents.moved,
    errandEvents.recordConfirmed,
  ],
  sql: `
    select n.community_code, s.at, named.name, 1 as amount, n.id as need_id, null::uuid as errand_id,
      ${stepKey} as key
    from need n join need_step s on s.city_code = n.city_code and s.need_id = n.id
      join (values ${steps}) as named(state, name) on named.state = s.state
    where ${here('n')}
      -- What was fulfilled and came back to the station was not so after all.
      and not (s.state in ('fulfilled', 'closed') and exists (
        select from need_step later where later.city_code = s.city_code and later.need_id = s.need_id
          and later.step > s.step and later.state = 'forwarded'))
    union all
    -- Posted after it was accepted: a need that a correction restores opens no errand.
    select n.community_code, s.at, 'errandsOpened', 1, n.id, null, ${stepKey}
    from need n join need_step s on s.city_code = n.city_code and s.need_id = n.id and s.state = 'posted'
      join need_step p on p.city_code = s.city_code and p.need_id = s.need_id and p.step = s.step - 1
        and p.state = 'accepted'
    where ${here('n')}
    union all
    select e.community_code, moved.at, moved.name, 1, null, e.id, c.id
    from errand e join claim c on c.city_code = e.city_code and c.errand_id = e.id
      cross join lateral (values ('errandsClaimed', c.claimed_at),
        ('errandsReleased', case when c.state = 'released' then c.released_at end),
        ('errandsCheckedIn', c.checked_in_at), ('errandsFinished', c.checked_out_at)) as moved(name, at)
    where ${here('e')} and moved.at is not null
    union all
    select e.community_code, ended.at, ended.name, 1, null, e.id, e.id
    from errand e
      cross join lateral (values ('errandsExpired', e.expired_at), ('errandsCancelled', e.cancelled_at)) as ended(name, at)
    where ${here('e')} and ended.at is not null
    union all
    select p.community_code, p.decided_at, paid.name, paid.amount, null, p.errand_id, p.id
    from purchase p cross join lateral (values ('purchasesPaid', 1), ('purchasesPaidFen', p.amount_fen)) as paid(name, amount)
    where ${here('p')} and p.state in ('paid', 'received')
    union all
    select r.community_code, r.ended_at, counted.name, counted.amount, null, r.errand_id, r.id
    from service_record r cross join lateral (values ('servicesConfirmed', 1),
      (case r.verification when 'deviceVerified' then 'deviceVerifiedMinutes' else 'attestedMinutes' end,
        r.service_minutes)) as counted(name, amount)
    where ${here('r')} and r.told_at is not null and r.service_minutes > 0`,
};

interface RecordRow extends Omit<RecordFact, 'communityCode' | 'endedAt' | keyof RecipientKeys> {
  errandId: string;
  communityCode: number;
  endedAt: Date;
}

@Injectable()
export class TaskFactsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly recipients: Recipients,
  ) {}

  /** Steps of needs, of errands and of claims, and what service records say. */
  count(input: CountFactsInput): Promise<FactCounts> {
    return countFacts(this.database, this.clock, facts, input);
  }

  /** Records others were told of and that are not void, by category, the most minutes first; days of Asia/Shanghai. */
  async countServed({ volunteerId, from, to }: CountServedInput): Promise<ServedByCategory> {
    const items = await this.database.query<CertifiedService & Record<string, unknown>>(
      `select n.type, count(*)::int as services, sum(r.service_minutes)::int as "serviceMinutes"
       from service_record r join errand e on e.city_code = r.city_code and e.id = r.errand_id
         join need n on n.city_code = e.city_code and n.id = e.need_id
       where r.volunteer_id = $1 and r.told_at is not null and r.service_minutes > 0
         and r.ended_at >= $2::date::timestamp at time zone 'Asia/Shanghai'
         and r.ended_at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai'
       group by n.type order by 3 desc, n.type`,
      [volunteerId, from, to],
    );
    return { items };
  }

  /** Records others were told of, in order of id. */
  async listRecords({ communityCode, after }: ListFactsInput): Promise<RecordFacts> {
    const { code, cityCode } = parseRegion(communityCode);
    const rows = await this.database.query<RecordRow & Record<string, unknown>>(
      `select id as "recordId", errand_id as "errandId", volunteer_id as "volunteerId", community_code as "communityCode", version,
        service_minutes as "serviceMinutes", verification, ended_at as "endedAt"
       from service_record where city_code = $1 and community_code = $2 and told_at is not null
         and ($3::uuid is null or id > $3) order by id limit 1000`,
      [cityCode, code, after ?? null],
    );
    const keys = await this.recipients.keysOf(
      this.database,
      cityCode,
      rows.map(({ errandId }) => errandId),
    );
    return {
      items: rows.map(({ errandId, ...row }) => {
        const own = keys.get(errandId);
        if (!own) throw new Error(`record ${row.recordId} was given to nobody`);
        return {
          ...{ ...row, ...own },
          communityCode: formatRegion(row.communityCode),
          endedAt: row.endedAt.toISOString(),
        };
      }),
    };
  }
}
