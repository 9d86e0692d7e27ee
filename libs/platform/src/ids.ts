import { randomUUID } from 'node:crypto';
import { v5, v7 } from 'uuid';

const namespace = '6f0c2a0e-5f0b-5d43-9a55-1d0f6e6f7a10';

/** A new UUIDv7 (RFC 9562): sorts by the time it was made. */
export function newId(): string {
  return v7();
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
