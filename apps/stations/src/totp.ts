import { createHmac, timingSafeEqual } from 'node:crypto';

const stepSeconds = 30;
const modulus = 1_000_000;
/** Codes of the step before and after are taken too: clocks differ, and typing takes its time. */
const drift = 1;

/** The code of a time step: HOTP by RFC 4226 over the step's number, as RFC 6238 asks; SHA-1 and six digits, as all authenticators do. */
export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % modulus).padStart(6, '0');
}

export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1000 / stepSeconds);
}

/** The step whose code this is, later than the last one used: a code counts once, whoever has seen it. */
export function stepOfCode(secret: Buffer, code: string, now: Date, lastStep: number): number | undefined {
  const given = Buffer.from(code.padEnd(6).slice(0, 6));
  const current = stepOf(now);
  let found: number | undefined;
  for (let step = current - drift; step <= current + drift; step++)
    if (timingSafeEqual(given, Buffer.from(codeAt(secret, step))) && step > lastStep) found ??= step;
  return found;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 of RFC 4648 without padding. */
export function base32(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(value >>> (bits - 5)) & 31];
    value &= 0xff;
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}
