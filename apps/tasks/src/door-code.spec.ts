import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#contracts';
import { checkDoorCode, readDoorCode, writeDoorCode } from './door-code.js';

const authenticate = (text: string) => createHmac('sha256', 'key').update(text).digest();
const stranger = (text: string) => createHmac('sha256', 'another').update(text).digest();
const errandId = '01950000-0000-7000-8000-000000000001';
const residentId = '01950000-0000-7000-8000-000000000002';
const now = new Date('2026-03-02T01:00:00Z');
const errand = { kind: 'errand' as const, id: errandId, expiresAt: new Date(now.getTime() + 300_000) };
const door = { kind: 'door' as const, id: residentId, version: 3 };
const here = { errandId, residentId, doorVersion: 3 };

function refusal(work: () => void): string {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
  }
  return 'none';
}

describe('a door code', () => {
  it.each([errand, door])('says what it is for and nothing else: $kind', (subject) => {
    const text = writeDoorCode(subject, authenticate);
    expect(text.length).toBeLessThan(80);
    expect(readDoorCode(text, authenticate)).toEqual(subject);
    expect(() => checkDoorCode(subject, here, now)).not.toThrow();
  });

  it('is refused when any character is another, or another key wrote it', () => {
    const text = writeDoorCode(errand, authenticate);
    for (let i = 0; i < text.length - 1; i++) {
      const other = text[i] === 'a' ? 'b' : 'a';
      const spoilt = `${text.slice(0, i)}${other}${text.slice(i + 1)}`;
      expect(refusal(() => readDoorCode(spoilt, authenticate))).toBe('errand.doorCodeInvalid');
    }
    expect(refusal(() => readDoorCode(writeDoorCode(errand, stranger), authenticate))).toBe(
      'errand.doorCodeInvalid',
    );
    expect(refusal(() => readDoorCode('', authenticate))).toBe('errand.doorCodeInvalid');
  });

  it('opens its own door only, and while it is good', () => {
    const elsewhere = { ...here, errandId: residentId, residentId: errandId };
    for (const subject of [errand, door])
      expect(refusal(() => checkDoorCode(subject, elsewhere, now))).toBe('errand.doorCodeInvalid');
    expect(refusal(() => checkDoorCode(errand, here, errand.expiresAt))).toBe('errand.doorCodeExpired');
    expect(refusal(() => checkDoorCode(door, { ...here, doorVersion: 4 }, now))).toBe(
      'errand.doorCodeExpired',
    );
  });
});
