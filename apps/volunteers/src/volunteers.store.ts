import type { ConsentPurpose } from '#contracts';
import type { Tx } from '#platform';
import { VolunteerEntity } from './volunteer.entity.js';

/** Reads and locks a volunteer. */
export function lockVolunteer(tx: Tx, id: string): Promise<VolunteerEntity | null> {
  return tx.orm.findOne(VolunteerEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/**
 * Takes an ID number for a volunteer unless somebody has it. Answers the owner. Of two desks at the same
 * moment the second waits here for the first.
 */
export function ownIdentity(tx: Tx, identityDigest: Buffer, volunteerId: string): Promise<string> {
  return ownerOf(
    tx,
    `insert into identity_owner values ($1, $2)
     on conflict (identity_digest) do update set volunteer_id = identity_owner.volunteer_id
     returning volunteer_id as owner`,
    [identityDigest, volunteerId],
  );
}

/** Frees an ID number: who was refused was perhaps not its bearer. */
export async function freeIdentity(tx: Tx, identityDigest: Buffer): Promise<void> {
  await tx.query('delete from identity_owner where identity_digest = $1', [identityDigest]);
}

/** The person a phone signs in, who is `personId` if it signed nobody in before; locked until commit. */
export function ownPhone(tx: Tx, phoneDigest: Buffer, personId: string): Promise<string> {
  return ownerOf(
    tx,
    `insert into phone_owner values ($1, $2)
     on conflict (phone_digest) do update set person_id = phone_owner.person_id
     returning person_id as owner`,
    [phoneDigest, personId],
  );
}

/** The person a WeChat account signs in. */
export function ownWechat(tx: Tx, openidDigest: Buffer, personId: string): Promise<string> {
  return ownerOf(
    tx,
    `insert into wechat_owner values ($1, $2)
     on conflict (openid_digest) do update set person_id = wechat_owner.person_id
     returning person_id as owner`,
    [openidDigest, personId],
  );
}

/** Whoever signed in as a person without being registered signs in as the volunteer from now on. */
export async function mergePerson(tx: Tx, personId: string, volunteerId: string): Promise<void> {
  await tx.query('update wechat_owner set person_id = $2 where person_id = $1', [personId, volunteerId]);
}

export async function movePhone(tx: Tx, phoneDigest: Buffer, volunteerId: string): Promise<void> {
  await tx.query('update phone_owner set person_id = $2 where phone_digest = $1', [phoneDigest, volunteerId]);
}

/** Whether a person is registered and was not refused. */
export async function isRegistered(tx: Tx, personId: string): Promise<boolean> {
  const rows = await tx.query(`select from volunteer where id = $1 and verification <> 'refused'`, [
    personId,
  ]);
  return rows.length > 0;
}

/**
 * The next number of a district and year, without gaps: it is given back when the transaction fails.
 * Call it last, since registrations of one district queue here.
 */
export async function nextSequence(
  tx: Tx,
  cityCode: number,
  countyCode: number,
  year: number,
): Promise<number> {
  const [row] = await tx.query<{ last_number: number }>(
    `insert into volunteer_number_counter as counter values ($1, $2, $3, 1)
     on conflict (city_code, county_code, year) do update set last_number = counter.last_number + 1
     returning last_number`,
    [cityCode, countyCode, year],
  );
  if (!row) throw new Error('volunteer_number_counter answered nothing');
  return row.last_number;
}

/** Keeps what was consented to, in which version of the text and when. */
export async function addConsents(
  tx: Tx,
  { cityCode, id }: VolunteerEntity,
  purposes: readonly ConsentPurpose[],
  version: string,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into volunteer_consent (city_code, volunteer_id, purpose, version, given_at)
     select $1, $2, purpose, $4, $5 from unnest($3::text[]) as purpose
     on conflict do nothing`,
    [cityCode, id, purposes, version, at],
  );
}

async function ownerOf(tx: Tx, statement: string, values: unknown[]): Promise<string> {
  const [row] = await tx.query<{ owner: string }>(statement, values);
  if (!row) throw new Error('an upsert answered no row');
  return row.owner;
}
