import type { OfflineReceipt, OfflineStep } from '#contracts';
import type { Tx } from '#platform';

export interface DeviceRow {
  cityCode: number;
  id: string;
  publicKey: Buffer;
  registeredAt: Date;
  retiredAt: Date | null;
}

/** The city a volunteer is known in, and a lock that keeps the volunteer's devices to one writer at a time. */
export async function findVolunteerCity(tx: Tx, volunteerId: string): Promise<number | undefined> {
  const [row] = await tx.query<{ city_code: number }>(
    'select city_code from volunteer where id = $1 for no key update',
    [volunteerId],
  );
  return row?.city_code;
}

/** @returns false when the id is taken */
export async function insertDevice(
  tx: Tx,
  device: { cityCode: number; id: string; volunteerId: string; publicKey: Buffer; now: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into device_key (city_code, id, volunteer_id, public_key, registered_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [device.cityCode, device.id, device.volunteerId, device.publicKey, device.now],
  );
  return rows.length > 0;
}

/** A volunteer's devices, the newest first. */
export async function lockDevices(tx: Tx, volunteerId: string): Promise<DeviceRow[]> {
  const rows = await tx.query<{
    city_code: number;
    id: string;
    public_key: Buffer;
    registered_at: Date;
    retired_at: Date | null;
  }>(
    `select city_code, id, public_key, registered_at, retired_at from device_key
     where volunteer_id = $1 order by registered_at desc, id desc for update`,
    [volunteerId],
  );
  return rows.map((row) => ({
    cityCode: row.city_code,
    id: row.id,
    publicKey: row.public_key,
    registeredAt: row.registered_at,
    retiredAt: row.retired_at,
  }));
}

export async function retireDevices(tx: Tx, devices: DeviceRow[], now: Date): Promise<void> {
  if (devices.length === 0) return;
  await tx.query(
    `update device_key set retired_at = $3 from unnest($1::int[], $2::uuid[]) as old(city_code, id)
     where device_key.city_code = old.city_code and device_key.id = old.id`,
    [devices.map(({ cityCode }) => cityCode), devices.map(({ id }) => id), now],
  );
}

/** A step that was taken offline and is known already. */
export interface KnownOfflineRecord {
  volunteerId: string;
  digest: Buffer;
  receipt: OfflineReceipt;
}

export async function findOfflineRecord(
  tx: Tx,
  cityCode: number,
  id: string,
): Promise<KnownOfflineRecord | undefined> {
  const [row] = await tx.query<{
    volunteer_id: string;
    errand_id: string;
    step: OfflineStep;
    at: Date;
    received_at: Date;
    digest: Buffer;
  }>(
    'select volunteer_id, errand_id, step, at, received_at, digest from offline_record where city_code = $1 and id = $2',
    [cityCode, id],
  );
  return (
    row && {
      volunteerId: row.volunteer_id,
      digest: row.digest,
      receipt: {
        id,
        errandId: row.errand_id,
        step: row.step,
        at: row.at.toISOString(),
        receivedAt: row.received_at.toISOString(),
      },
    }
  );
}

export async function insertOfflineRecord(
  tx: Tx,
  device: DeviceRow,
  volunteerId: string,
  { id, errandId, step, at, receivedAt }: OfflineReceipt,
  digest: Buffer,
): Promise<void> {
  await tx.query(
    `insert into offline_record (city_code, id, volunteer_id, device_id, errand_id, step, at, received_at, digest)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [device.cityCode, id, volunteerId, device.id, errandId, step, at, receivedAt, digest],
  );
}
