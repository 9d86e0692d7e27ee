import { timingSafeEqual } from 'node:crypto';
import { DomainError } from '#contracts';

/** What a QR code is for: one errand until a moment, or a door until its codes are renewed. */
export type DoorCodeSubject =
  { kind: 'errand'; id: string; expiresAt: Date } | { kind: 'door'; id: string; version: number };

/** HMAC over a text, 32 bytes. */
export type Authenticate = (text: string) => Buffer;

const form = /^SL1\.([ed])([0-9a-f]{32})([0-9a-z]{1,8})\.([\w-]{22})$/;

/** `SL1.<e or d><id><seconds or version, base 36>.<128 bits of HMAC>`: short enough for a coarse QR code. */
export function writeDoorCode(subject: DoorCodeSubject, authenticate: Authenticate): string {
  const [letter, number] =
    subject.kind === 'errand'
      ? ['e', Math.floor(subject.expiresAt.getTime() / 1000)]
      : ['d', subject.version];
  const head = `SL1.${letter}${subject.id.replaceAll('-', '')}${number.toString(36)}`;
  return `${head}.${signatureOf(head, authenticate).toString('base64url')}`;
}

/** @throws DomainError `errand.doorCodeInvalid`: not ours, or tampered with */
export function readDoorCode(text: string, authenticate: Authenticate): DoorCodeSubject {
  const [, letter, hex = '', number = '', mac = ''] = form.exec(text) ?? [];
  const head = text.slice(0, text.lastIndexOf('.'));
  if (!letter || !timingSafeEqual(Buffer.from(mac, 'base64url'), signatureOf(head, authenticate)))
    throw new DomainError('errand.doorCodeInvalid');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const value = Number.parseInt(number, 36);
  return letter === 'e'
    ? { kind: 'errand', id, expiresAt: new Date(value * 1000) }
    : { kind: 'door', id, version: value };
}

/** @throws DomainError `errand.doorCodeInvalid` for another errand or door, `errand.doorCodeExpired` */
export function checkDoorCode(
  subject: DoorCodeSubject,
  here: { errandId: string; residentId: string; doorVersion: number },
  now: Date,
): void {
  if (subject.id !== (subject.kind === 'errand' ? here.errandId : here.residentId))
    throw new DomainError('errand.doorCodeInvalid');
  const isOver = subject.kind === 'errand' ? subject.expiresAt <= now : subject.version !== here.doorVersion;
  if (isOver) throw new DomainError('errand.doorCodeExpired');
}

function signatureOf(head: string, authenticate: Authenticate): Buffer {
  return authenticate(head).subarray(0, 16);
}
