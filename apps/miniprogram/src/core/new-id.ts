import { device } from '../platform/this-device';
import { uuidOf } from './ids';

const idBytes = 10;
const poolBytes = 400;
let pool: Uint8Array = new Uint8Array(0);

/** Fetches randomness ahead: WeChat gives it only after a wait, and a tap must not wait. */
export async function prepareIds(): Promise<void> {
  pool = await device.random(poolBytes);
}

/** An id for something about to be made. */
export function newId(): string {
  if (pool.length < idBytes) {
    // An old WeChat without randomness: ids must differ, not be secret.
    pool = Uint8Array.from({ length: poolBytes }, () => Math.floor(Math.random() * 256));
  }
  const bytes = pool.subarray(0, idBytes);
  pool = pool.subarray(idBytes);
  if (pool.length < idBytes * 4) void prepareIds().catch(() => undefined);
  return uuidOf(Date.now(), bytes);
}
