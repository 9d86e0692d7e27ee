import { type ConsentPurpose, currentWording } from '#contracts';
import type { Prepared, Tx } from '#platform';
import type { PresentVolunteer } from './volunteer.entity.js';

/** A digest (ID number, phone) and whose it is to be. */
export interface Owned {
  digest: Buffer;
  ownerId: string;
}

/** Who owns each digest, by its hexadecimal form, and which of them were free until now. */
export interface Ownership {
  owners: Map<string, string>;
  taken: Set<string>;
}

// In order of the digests, so that two batches never wait for each other in a circle.
function take(table: string, digest: string, owner: string): Prepared {
  return {
    name: `${table}.take`,
    text: `insert into ${table} (${digest}, ${owner})
      select distinct on (o.digest) o.digest, o.owner
      from unnest($1::bytea[], $2::uuid[]) with ordinality as o(digest, owner, place) order by o.digest, o.place
      on conflict do nothing returning ${digest} as digest`,
  };
}
const takeIdentities = take('identity_owner', 'identity_digest', 'volunteer_id');
const takePhones = take('phone_owner', 'phone_digest', 'person_id');
/** Whose ID numbers these are, by their digests. */
export const readIdentities: Prepared = {
  name: 'identity_owner.read',
  text: 'select identity_digest as digest, volunteer_id as owner from identity_owner where identity_digest = any($1)',
};
const readPhones: Prepared = {
  name: 'phone_owner.read',
  text: 'select phone_digest as digest, person_id as owner from phone_owner where phone_digest = any($1)',
};

/**
 * Takes ID numbers that nobody has; of two desks at the same moment the second waits here for the first.
 * Within the batch the first wins.
 */
export function ownIdentities(tx: Tx, wanted: readonly Owned[]): Promise<Ownership> {
  return own(tx, takeIdentities, readIdentities, wanted);
}

/** The same of phones: who signs in by each. */
export function ownPhones(tx: Tx, wanted: readonly Owned[]): Promise<Ownership> {
  return own(tx, takePhones, readPhones, wanted);
}

async function own(
  tx: Tx,
  taking: Prepared,
  reading: Prepared,
  wanted: readonly Owned[],
): Promise<Ownership> {
  const digests = wanted.map(({ digest }) => digest);
  const [taken, owners] = await Promise.all([
    tx.query<{ digest: Buffer }>(taking, [digests, wanted.map(({ ownerId }) => ownerId)]),
    tx.query<{ digest: Buffer; owner: string }>(reading, [digests]),
  ]);
  return {
    owners: new Map(owners.map(({ digest, owner }) => [digest.toString('hex'), owner])),
    taken: new Set(taken.map(({ digest }) => digest.toString('hex'))),
  };
}

/** Frees ID numbers taken for somebody who cannot be registered after all. */
export function freeIdentities(tx: Tx, digests: readonly Buffer[]): void {
  if (digests.length > 0) tx.write('delete from identity_owner where identity_digest = any($1)', [digests]);
}

/** Which of these people are registered and were not refused. */
export async function registeredAmong(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `select id from volunteer where id = any($1) and verification <> 'refused'`,
    [personIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Takes the next `count` numbers of each district and year. Districts queue here, so it comes last. */
export async function nextSequences(
  tx: Tx,
  wanted: readonly { cityCode: number; countyCode: number; year: number; count: number }[],
): Promise<Map<number, number>> {
  const inOrder = [...wanted].sort((a, b) => a.countyCode - b.countyCode);
  const rows = await tx.query<{ county_code: number; last_number: number; count: number }>(
    {
      name: 'volunteer_number_counter.take',
      text: `insert into volunteer_number_counter as counter
        select * from unnest($1::int[], $2::int[], $3::int[], $4::int[])
        on conflict (city_code, county_code, year) do update set last_number = counter.last_number + excluded.last_number
        returning county_code, last_number`,
    },
    [
      inOrder.map(({ cityCode }) => cityCode),
      inOrder.map(({ countyCode }) => countyCode),
      inOrder.map(({ year }) => year),
      inOrder.map(({ count }) => count),
    ],
  );
  const counts = new Map(inOrder.map(({ countyCode, count }) => [countyCode, count]));
  return new Map(
    rows.map((row) => [row.county_code, row.last_number - (counts.get(row.county_code) ?? 0) + 1]),
  );
}

const insert: Prepared = {
  name: 'volunteer.insert',
  text: `insert into volunteer (city_code, id, volunteer_number, name_sealed, id_number_sealed, phone_sealed,
      guardian_name_sealed, identity_digest, content_digest, community_code, courier_site_id, skills, verification,
      version, lifetime_minutes, registered_at, registered_by, awaits_guardian, document_type, birth_day_sealed)
    select v."cityCode", v.id, v."volunteerNumber", v."nameSealed", v."idNumberSealed", v."phoneSealed",
      v."guardianNameSealed", decode(v."identityDigest", 'hex'), decode(v."contentDigest", 'hex'), v."communityCode",
      v."courierSiteId", array(select json_array_elements_text(v.skills)), v.verification, v.version, v."lifetimeMinutes",
      v."registeredAt", v."registeredBy", v."awaitsGuardian", v."documentType", v."birthDaySealed"
    from json_to_recordset($1) as v("cityCode" int, id uuid, "volunteerNumber" text, "nameSealed" text,
      "idNumberSealed" text, "phoneSealed" text, "guardianNameSealed" text, "identityDigest" text, "contentDigest" text,
      "communityCode" bigint, "courierSiteId" uuid, skills json, verification text, version int, "lifetimeMinutes" int,
      "registeredAt" timestamptz, "registeredBy" text, "awaitsGuardian" boolean,
      "documentType" text, "birthDaySealed" text)`,
};

export function insertVolunteers(tx: Tx, volunteers: readonly PresentVolunteer[]): void {
  const rows = volunteers.map((volunteer) => ({
    ...volunteer,
    identityDigest: volunteer.identityDigest.toString('hex'),
    contentDigest: volunteer.contentDigest.toString('hex'),
  }));
  tx.write(insert, [JSON.stringify(rows)]);
}

export interface Consent {
  cityCode: number;
  volunteerId: string;
  purpose: ConsentPurpose;
}

/** Whoever registers again consents to the wordings shown now; older ones end. */
export function renewConsents(tx: Tx, consents: readonly Consent[], at: Date): void {
  tx.write(
    `update volunteer_consent v set ended_at = $5, end_reason = 'renewed'
     from unnest($1::int[], $2::uuid[], $3::text[], $4::text[]) as c(city_code, volunteer_id, purpose, version)
     where v.city_code = c.city_code and v.volunteer_id = c.volunteer_id and v.purpose = c.purpose
       and v.version <> c.version and v.ended_at is null`,
    columnsOf(consents, at),
  );
}

/** Keeps what was consented to, in which version of the text and when. */
export function addConsents(tx: Tx, consents: readonly Consent[], at: Date): void {
  tx.write(
    {
      name: 'volunteer_consent.add',
      text: `insert into volunteer_consent (city_code, volunteer_id, purpose, version, given_at)
        select c.*, $5 from unnest($1::int[], $2::uuid[], $3::text[], $4::text[]) as c on conflict do nothing`,
    },
    columnsOf(consents, at),
  );
}

function columnsOf(consents: readonly Consent[], at: Date): unknown[] {
  return [
    consents.map(({ cityCode }) => cityCode),
    consents.map(({ volunteerId }) => volunteerId),
    consents.map(({ purpose }) => purpose),
    consents.map(({ purpose }) => currentWording(purpose).version),
    at,
  ];
}
