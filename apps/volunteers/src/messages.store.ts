import type { AlertKind, NeedType } from '#contracts';
import type { Database, Tx } from '#platform';
import type { MessageState, Quota } from './message.js';

interface Key {
  cityCode: number;
  id: string;
}

/** A message about to be kept until it is sent. */
export interface NewMessage {
  cityCode: number;
  id: string;
  volunteerId: string;
  kind: AlertKind;
  type: NeedType;
  communityCode: number;
  windowStart: Date;
  windowEnd: Date;
  expectedMinutes: number;
  expiresAt: Date;
}

/** A message to be sent now; without an address there is nobody to send it to. */
export interface DueMessage extends NewMessage {
  tries: number;
  openidSealed: string | null;
}

export async function keepAddress(tx: Tx, volunteer: Key, openidSealed: string, now: Date): Promise<void> {
  await tx.query(
    `insert into message_address (city_code, volunteer_id, openid_sealed, told_at) values ($1, $2, $3, $4)
     on conflict (city_code, volunteer_id) do update set openid_sealed = excluded.openid_sealed, told_at = excluded.told_at`,
    [volunteer.cityCode, volunteer.id, openidSealed, now],
  );
}

/** One acceptance more, up to `most`. */
export async function addAcceptance(tx: Tx, volunteer: Key, kind: AlertKind, most: number): Promise<void> {
  await tx.query(
    `insert into message_quota as q (city_code, volunteer_id, kind, left_count) values ($1, $2, $3, 1)
     on conflict (city_code, volunteer_id, kind) do update set left_count = least(q.left_count + 1, $4)`,
    [volunteer.cityCode, volunteer.id, kind, most],
  );
}

/** Takes back what was accepted of some kinds. */
export async function clearAcceptances(
  tx: Tx,
  volunteerIds: readonly string[],
  kinds: readonly AlertKind[],
): Promise<void> {
  await tx.query(
    `update message_quota q set left_count = 0 from unnest($1::uuid[], $2::text[]) as c(volunteer_id, kind)
     where q.volunteer_id = c.volunteer_id and q.kind = c.kind`,
    [volunteerIds, kinds],
  );
}

export async function readAcceptances(database: Database | Tx, volunteerId: string): Promise<Quota[]> {
  return database.query<Quota>(
    `select city_code as "cityCode", volunteer_id as "volunteerId", kind, left_count as left
     from message_quota where volunteer_id = $1 order by kind`,
    [volunteerId],
  );
}

/** Locks what people have left, in the order of their ids. */
export async function lockAcceptances(tx: Tx, volunteerIds: readonly string[]): Promise<Quota[]> {
  return tx.query<Quota>(
    `select city_code as "cityCode", volunteer_id as "volunteerId", kind, left_count as left from message_quota
     where volunteer_id = any($1) and left_count > 0 order by volunteer_id, kind for update`,
    [volunteerIds],
  );
}

/** Keeps messages, each at the price of an acceptance; one that was kept before costs nothing again. */
export async function insertMessages(tx: Tx, messages: readonly NewMessage[], now: Date): Promise<void> {
  await tx.query(
    `with written as (
       insert into message (city_code, id, volunteer_id, kind, errand_type, community_code, window_start, window_end,
         expected_minutes, expires_at, state, next_at, written_at)
       select m.*, 'waiting', $11, $11
       from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bigint[], $7::timestamptz[],
         $8::timestamptz[], $9::int[], $10::timestamptz[]) as m
       on conflict (city_code, id) do nothing returning city_code, volunteer_id, kind)
     update message_quota q set left_count = q.left_count - w.messages
     from (select city_code, volunteer_id, kind, count(*)::int as messages from written group by 1, 2, 3) as w
     where q.city_code = w.city_code and q.volunteer_id = w.volunteer_id and q.kind = w.kind`,
    [
      messages.map(({ cityCode }) => cityCode),
      messages.map(({ id }) => id),
      messages.map(({ volunteerId }) => volunteerId),
      messages.map(({ kind }) => kind),
      messages.map(({ type }) => type),
      messages.map(({ communityCode }) => communityCode),
      messages.map(({ windowStart }) => windowStart),
      messages.map(({ windowEnd }) => windowEnd),
      messages.map(({ expectedMinutes }) => expectedMinutes),
      messages.map(({ expiresAt }) => expiresAt),
      now,
    ],
  );
}

/** What a process that died was sending: it may have arrived, so that it is not sent again. */
export async function abandonSending(database: Database): Promise<void> {
  await database.query(`update message set state = 'unknown' where state = 'sending'`);
}

/** What waited beyond its alert is sent no more; the acceptances are given back. */
export async function dropLate(database: Database, now: Date, most: number): Promise<void> {
  await database.query(
    `with late as (
       update message set state = 'late', next_at = null where state = 'waiting' and expires_at <= $1
       returning city_code, volunteer_id, kind)
     update message_quota q set left_count = least(q.left_count + l.messages, $2)
     from (select city_code, volunteer_id, kind, count(*)::int as messages from late group by 1, 2, 3) as l
     where q.city_code = l.city_code and q.volunteer_id = l.volunteer_id and q.kind = l.kind`,
    [now, most],
  );
}

/** Takes messages whose time has come; from now on they count as sent unless WeChat says otherwise. */
export async function takeDue(database: Database, now: Date, limit: number): Promise<DueMessage[]> {
  return database.query<DueMessage & object>(
    `with due as (
       update message set state = 'sending', next_at = null, tries = tries + 1
       where (city_code, id) in (
         select city_code, id from message where state = 'waiting' and next_at <= $1
         order by next_at, id limit $2 for update skip locked)
       returning *)
     select d.city_code as "cityCode", d.id, d.volunteer_id as "volunteerId", d.kind, d.errand_type as type,
       d.community_code as "communityCode", d.window_start as "windowStart", d.window_end as "windowEnd",
       d.expected_minutes as "expectedMinutes", d.expires_at as "expiresAt", d.tries, a.openid_sealed as "openidSealed"
     from due d left join message_address a on a.city_code = d.city_code and a.volunteer_id = d.volunteer_id`,
    [now, limit],
  );
}

/** What became of a message that was being sent. */
export async function settle(
  tx: Tx,
  { cityCode, id }: Key,
  state: MessageState,
  nextAt: Date | undefined,
): Promise<void> {
  await tx.query(
    `update message set state = $3, next_at = $4 where city_code = $1 and id = $2 and state = 'sending'`,
    [cityCode, id, state, nextAt ?? null],
  );
}

/** Gives an acceptance back whose message was not sent. */
export async function giveBack(tx: Tx, message: DueMessage, most: number): Promise<void> {
  await tx.query(
    `update message_quota set left_count = least(left_count + 1, $3) where volunteer_id = $1 and kind = $2`,
    [message.volunteerId, message.kind, most],
  );
}

export async function dropAddress(tx: Tx, volunteerId: string): Promise<void> {
  await tx.query('delete from message_address where volunteer_id = $1', [volunteerId]);
}

/** Of somebody who leaves nothing of it stays. */
export function forgetMessages(tx: Tx, { cityCode, id }: Key): void {
  for (const table of ['message', 'message_quota', 'message_address'])
    tx.write(`delete from ${table} where city_code = $1 and volunteer_id = $2`, [cityCode, id]);
}

/** Deletes what was settled long ago. */
export async function forgetSettled(database: Database, before: Date): Promise<void> {
  await database.query(`delete from message where written_at < $1 and state not in ('waiting', 'sending')`, [
    before,
  ]);
}
