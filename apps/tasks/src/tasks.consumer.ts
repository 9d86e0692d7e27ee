import {
  type CreditsPosted,
  type EarningDecided,
  type EventEnvelope,
  ledgerEvents,
  mergeEvents,
  policyEvents,
  volunteerEvents,
  type VolunteerMerged,
  type VolunteerVerified,
} from '#contracts';
import { Consumes, systemCall, type Tx } from '#platform';
import { parseRegion } from '#regions';
import { Controller } from '@nestjs/common';
import { ClaimWatchService } from './claim.watch.service.js';
import { LeavingService } from './leaving.service.js';
import { MergesService } from './merges.service.js';
import { PaymentsService } from './payments.service.js';
import { RecordsService } from './records.service.js';

@Controller()
export class TasksConsumer {
  constructor(
    private readonly records: RecordsService,
    private readonly payments: PaymentsService,
    private readonly leaving: LeavingService,
    private readonly watch: ClaimWatchService,
    private readonly merges: MergesService,
  ) {}

  /** Keeps the few facts that claiming needs of a volunteer; a person who moved city leaves no second row. */
  @Consumes(volunteerEvents.verified)
  async onVolunteer(events: EventEnvelope<VolunteerVerified>[], tx: Tx): Promise<void> {
    const newest = new Map<string, EventEnvelope<VolunteerVerified>>();
    for (const event of events) {
      const known = newest.get(event.data.volunteerId);
      if (!known || known.data.version < event.data.version) newest.set(event.data.volunteerId, event);
    }
    const rows = [...newest.values()].map(({ data }) => ({
      ...data,
      community: parseRegion(data.communityCode),
    }));
    await tx.query(
      `delete from volunteer v using unnest($1::int[], $2::uuid[], $3::int[]) as e(city_code, id, version)
       where v.id = e.id and v.city_code <> e.city_code and v.version < e.version`,
      [
        rows.map(({ community }) => community.cityCode),
        rows.map(({ volunteerId }) => volunteerId),
        rows.map(({ version }) => version),
      ],
    );
    await tx.query(
      // A suspension moves with the volunteer to another city.
      `insert into volunteer (city_code, id, version, community_code, verification, display_name, courier_site_id,
         skills, may_be_located, qualified, suspended_until)
       select e.city_code, e.id, e.version, e.community_code, e.verification, e.display_name, e.courier_site_id,
         array(select json_array_elements_text(e.skills)), e.may_be_located, e.qualified,
         (select max(until_at) from suspension s where s.volunteer_id = e.id and s.state <> 'lifted')
       from unnest($1::int[], $2::uuid[], $3::int[], $4::bigint[], $5::text[], $6::text[], $7::uuid[], $8::json[],
         $9::bool[], $10::jsonb[]) as e(city_code, id, version, community_code, verification, display_name,
         courier_site_id, skills, may_be_located, qualified)
       where not exists (select 1 from volunteer v where v.id = e.id and v.version >= e.version)
       on conflict (city_code, id) do update set
         version = excluded.version, community_code = excluded.community_code, verification = excluded.verification,
         display_name = excluded.display_name, courier_site_id = excluded.courier_site_id,
         skills = excluded.skills, may_be_located = excluded.may_be_located, qualified = excluded.qualified
       where volunteer.version < excluded.version`,
      [
        rows.map(({ community }) => community.cityCode),
        rows.map(({ volunteerId }) => volunteerId),
        rows.map(({ version }) => version),
        rows.map(({ community }) => community.code),
        // Who withdrew what serving needs is here as if not verified: nothing new to do, what is held may be finished.
        rows.map(({ verification, mayServe }) => (mayServe === false ? 'unverified' : verification)),
        rows.map(({ displayName }) => displayName),
        rows.map(({ courierSiteId }) => courierSiteId ?? null),
        rows.map(({ skills }) => JSON.stringify(skills ?? [])),
        rows.map(({ mayBeLocated }) => mayBeLocated !== false),
        rows.map(({ qualified }) => JSON.stringify(qualified ?? [])),
      ],
    );
    await tx.query(
      `update duty set community_code = v.community_code from volunteer v
       where v.id = any($1) and duty.city_code = v.city_code and duty.volunteer_id = v.id
         and duty.community_code <> v.community_code`,
      [rows.map(({ volunteerId }) => volunteerId)],
    );
    await this.leaving.forget(
      tx,
      rows.filter(({ mayBeLocated, hasLeft }) => mayBeLocated === false || hasLeft),
    );
    await this.watch.lookAgain(tx, [...newest.keys()], events[0]?.traceId ?? '');
  }

  @Consumes(mergeEvents.merged)
  onMerged(events: EventEnvelope<VolunteerMerged>[], tx: Tx): Promise<void> {
    return this.merges.follow(tx, events);
  }

  @Consumes(ledgerEvents.creditsPosted)
  async onCredits(events: EventEnvelope<CreditsPosted>[], tx: Tx): Promise<void> {
    await this.payments.charged(
      tx,
      events.map(({ data }) => data),
    );
  }

  /** Credited, wholly or not at all: either way the ledger has dealt with these records. */
  @Consumes(policyEvents.earningDecided)
  async onEarning(events: EventEnvelope<EarningDecided>[], tx: Tx): Promise<void> {
    const recordIds = events.map(({ data }) => data.recordId);
    await this.records.credited(tx, recordIds, systemCall('tasks', events[0]?.traceId));
  }
}
