import { standNames } from '#contracts';
import type { Prepared, Tx } from '#platform';
import type { StandChange } from './active.js';
import type { GivenDay } from './home.js';

const readDays: Prepared = {
  name: 'home.readDays',
  text: `select city_code as "cityCode", volunteer_id as "volunteerId", to_char(day, 'YYYY-MM-DD') as day, services,
      device_verified_minutes as "deviceVerifiedMinutes", attested_minutes as "attestedMinutes"
    from volunteer_day where volunteer_id = any($1) and day between $2::date - 365 and $3::date + 365`,
};
const addDays: Prepared = {
  name: 'home.addDays',
  text: `insert into volunteer_day (city_code, volunteer_id, day, services, device_verified_minutes, attested_minutes)
    select * from unnest($1::int[], $2::uuid[], $3::date[], $4::int[], $5::int[], $6::int[])
    on conflict (city_code, volunteer_id, day) do update set services = volunteer_day.services + excluded.services,
      device_verified_minutes = volunteer_day.device_verified_minutes + excluded.device_verified_minutes,
      attested_minutes = volunteer_day.attested_minutes + excluded.attested_minutes`,
};

/** Days on which volunteers gave something, from a year before `first` to a year after `last`. */
export function readGiven(tx: Tx, volunteerIds: string[], first: string, last: string): Promise<GivenDay[]> {
  return tx.query<GivenDay & Record<string, unknown>>(readDays, [volunteerIds, first, last]);
}

/** @param days in the order of the rows' keys; below nothing only as far as the rows hold it */
export async function writeGiven(tx: Tx, days: readonly GivenDay[]): Promise<void> {
  // The proposed row is checked before the conflict is seen, so what takes back must find its row by itself.
  const [adding, taking] = [days.filter(isAdding), days.filter((day) => !isAdding(day))];
  if (taking.length > 0) await tx.query(takeDays, columnsOf(taking));
  if (adding.length > 0) await tx.query(addDays, columnsOf(adding));
}

const takeDays: Prepared = {
  name: 'home.takeDays',
  text: `update volunteer_day set services = volunteer_day.services + g.services,
      device_verified_minutes = volunteer_day.device_verified_minutes + g.device,
      attested_minutes = volunteer_day.attested_minutes + g.attested
    from unnest($1::int[], $2::uuid[], $3::date[], $4::int[], $5::int[], $6::int[])
      as g(city_code, volunteer_id, day, services, device, attested)
    where volunteer_day.city_code = g.city_code and volunteer_day.volunteer_id = g.volunteer_id
      and volunteer_day.day = g.day`,
};

const isAdding = ({ services, deviceVerifiedMinutes, attestedMinutes }: GivenDay) =>
  services >= 0 && deviceVerifiedMinutes >= 0 && attestedMinutes >= 0;

const columnsOf = (days: readonly GivenDay[]) => [
  days.map(({ cityCode }) => cityCode),
  days.map(({ volunteerId }) => volunteerId),
  days.map(({ day }) => day),
  days.map(({ services }) => services),
  days.map(({ deviceVerifiedMinutes }) => deviceVerifiedMinutes),
  days.map(({ attestedMinutes }) => attestedMinutes),
];

const columns = standNames.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
const addChanges: Prepared = {
  name: 'home.addChanges',
  text: `insert into active_change (city_code, size, code, day, ${columns.join(', ')})
    select c.city_code, c.size, c.code, date '1970-01-01' + c.day, c.a, c.b, c.c
    from unnest($1::int[], $2::bigint[], $3::bigint[], $4::int[], $5::bigint[], $6::bigint[], $7::bigint[])
      as c(city_code, size, code, day, a, b, c)
    on conflict (city_code, size, code, day) do update set
      ${columns.map((column) => `${column} = active_change.${column} + excluded.${column}`).join(', ')}`,
};

/** Adds to who becomes and ceases to be active, in the order of the rows' keys. */
export function writeStands(tx: Tx, changes: readonly StandChange[]): void {
  if (changes.length === 0) return;
  tx.write(addChanges, [
    changes.map(({ cityCode }) => cityCode),
    changes.map(({ size }) => size),
    changes.map(({ code }) => code),
    changes.map(({ day }) => day),
    ...standNames.map((name) => changes.map(({ counts }) => counts[name])),
  ]);
}
