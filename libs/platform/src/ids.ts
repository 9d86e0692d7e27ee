import { randomFillSync, randomUUID } from 'node:crypto';
import { v5, v7 } from 'uuid';
import { SystemClock } from './clock.js';

const namespace = '6f0c2a0e-5f0b-5d43-9a55-1d0f6e6f7a10';

const clock = new SystemClock();
/** Drawn in advance: asking the system for the bytes of each id costs ten times the id. */
const randomBytes = Buffer.alloc(16 * 256);
let drawn = randomBytes.length;
let [msecs, seq] = [0, 0];

/** A new UUIDv7 (RFC 9562): sorts by the time it was made, and within a millisecond by a counter. */
export function newId(): string {
  if (drawn === randomBytes.length) {
    randomFillSync(randomBytes);
    drawn = 0;
  }
  const random = randomBytes.subarray(drawn, (drawn += 16));
  const now = clock.now().getTime();
  if (now > msecs) [msecs, seq] = [now, random.readUInt32BE(6) >>> 1];
  else if (++seq > 0xffffffff) [msecs, seq] = [msecs + 1, 0];
  return v7({ random, msecs, seq });
}

/** Ids made earlier are less, ids made later are greater. `at` in milliseconds since 1970. */
export function firstIdAt(at: number): string {
  return v7({ random: new Uint8Array(16), msecs: at, seq: 0 });
}

/** The same parts give the same UUIDv5, so that a retry or a second consumer writes the same row. */
export function deterministicId(...parts: (string | number)[]): string {
  return v5(parts.join('\n'), namespace);
}

/**
 * A trace id as W3C Trace Context has it: 16 bytes in hexadecimal. From a random UUID, since Node draws
 * those in advance: every request needs one.
 */
export function newTraceId(): string {
  return randomUUID().replaceAll('-', '');
}
