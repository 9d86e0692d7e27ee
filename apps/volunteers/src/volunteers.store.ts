import type { Tx } from '#platform';
import { In } from 'typeorm';
import { VolunteerEntity } from './volunteer.entity.js';

/** Reads and locks a volunteer. */
export function lockVolunteer(tx: Tx, id: string): Promise<VolunteerEntity | null> {
  return tx.orm.findOne(VolunteerEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** Reads and locks volunteers, in the order of their ids. */
export async function lockVolunteers(tx: Tx, ids: readonly string[]): Promise<Map<string, VolunteerEntity>> {
  const found = await tx.orm.find(VolunteerEntity, {
    where: { id: In([...ids]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return new Map(found.map((volunteer) => [volunteer.id, volunteer]));
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

/** The person knew the code sent there: the number is theirs. */
export function provePhone(tx: Tx, phoneDigest: Buffer, at: Date): void {
  tx.write('update phone_owner set proven_at = $2 where phone_digest = $1', [phoneDigest, at]);
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
  // Whoever proved it before was another person.
  await tx.query('update phone_owner set person_id = $2, proven_at = null where phone_digest = $1', [
    phoneDigest,
    volunteerId,
  ]);
}

async function ownerOf(tx: Tx, statement: string, values: unknown[]): Promise<string> {
  const [row] = await tx.query<{ owner: string }>(statement, values);
  if (!row) throw new Error('an upsert answered no row');
  return row.owner;
}
