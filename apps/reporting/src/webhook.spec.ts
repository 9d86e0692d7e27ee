import { expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { mostTries, nextTryAt, secretOf, signatureOf } from './webhook.js';

const now = new Date('2026-03-10T02:00:00.500Z');

it('is tried seven times over a day and a half, ever later, then given up', () => {
  const waits = Array.from({ length: mostTries }, (_, index) => nextTryAt(index + 1, now)?.getTime());
  const minutes = waits.map((at) => at && (at - now.getTime()) / 60_000);
  expect(minutes).toEqual([1, 5, 30, 120, 720, 1_440, undefined]);
});

it('is signed so that body and time can be checked by whoever has the secret', () => {
  const secret = secretOf('k'.repeat(32), 'a');
  expect(secretOf('k'.repeat(32), 'b')).not.toBe(secret);
  expect(secretOf('l'.repeat(32), 'a')).not.toBe(secret);
  const expected = createHmac('sha256', secret).update('1773108000.{"a":1}').digest('hex');
  expect(signatureOf(secret, '{"a":1}', now)).toBe(`t=1773108000,v1=${expected}`);
  expect(signatureOf(secret, '{"a":2}', now)).not.toContain(expected);
});
