import type { OwnSection } from '#platform';

const ofVolunteer = 't.volunteer_id = $1';
const byVolunteer = (...tables: string[]): OwnSection[] =>
  tables.map((table) => ({ table, where: ofVolunteer }));
/** Of the services one gave. */
const ofOwnRecord = 't.record_id in (select id from service_record where volunteer_id = $1)';
/** Of the needs posted for one, or by one as family. */
const ofOwnNeed = 't.need_id in (select id from need where resident_id = $1 or family_id = $1)';

/** Everything this service keeps of a volunteer or resident; a test holds it against the tables there are. */
export const ownSections: readonly OwnSection[] = [
  { table: 'volunteer', where: 't.id = $1' },
  { table: 'resident', where: 't.id = $1', omit: ['identity_index', 'phone_index'] },
  { table: 'need', where: 't.resident_id = $1 or t.family_id = $1', omit: ['service_code_sealed'] },
  { table: 'need_step', where: ofOwnNeed },
  { table: 'need_stop', where: ofOwnNeed },
  { table: 'need_payment', where: `t.payer_id = $1 or ${ofOwnNeed}` },
  { table: 'need_series', where: 't.resident_id = $1' },
  {
    table: 'need_series_stop',
    where: 't.series_id in (select id from need_series where resident_id = $1)',
  },
  // Who is in charge at the other body is another person's data.
  { table: 'referral', where: ofOwnNeed, omit: ['contact_name_sealed', 'contact_phone_sealed'] },
  { table: 'paper_slip', where: 't.resident_id = $1', omit: ['code_index'] },
  { table: 'slip_cancellation', where: 't.resident_id = $1' },
  { table: 'resident_link', where: 't.person_id = $1 or t.resident_id = $1' },
  // Each arm has an index of its own: claims are too many to be searched whole.
  {
    table: 'claim',
    where: `t.id in (select id from service_record where volunteer_id = $1
      union all select id from claim where volunteer_id = $1 and state in ('claimed', 'inProgress')
      union all select id from claim where volunteer_id = $1 and state = 'released')`,
  },
  { table: 'service_record', where: ofVolunteer },
  { table: 'record_version', where: ofOwnRecord },
  { table: 'confirmation', where: ofOwnRecord },
  { table: 'correction', where: ofOwnRecord },
  { table: 'dispute', where: ofOwnRecord },
  { table: 'call_back', where: ofOwnRecord },
  ...byVolunteer('objection', 'no_show', 'suspension', 'pair_flag', 'purchase'),
  { table: 'feedback', where: 't.volunteer_id = $1 or t.resident_id = $1' },
  ...byVolunteer('duty', 'alert', 'grab_loss', 'grab_wish', 'errand_notice', 'call_arranged'),
  { table: 'device_key', where: ofVolunteer },
  { table: 'offline_record', where: ofVolunteer, omit: ['digest'] },
  { table: 'merged_person', where: 't.merged_id = $1 or t.kept_id = $1' },
  { table: 'declared_tie', where: 't.volunteer_id = $1 or t.other_id = $1' },
  { table: 'kinship', where: 't.from_id = $1 or t.to_id = $1' },
  { table: 'hazard_report', where: 't.reporter_id = $1' },
  { table: 'photo', where: 't.by_id = $1::text', omit: ['sealed', 'digest', 'seal_key'] },
  { table: 'reveal', where: 't.subject_id = $1' },
  { table: 'reveal_search', where: 't.person_id = $1' },
];
