import { describe, expect, it } from '@jest/globals';
import { textOf } from './chain.js';
import { headHashOf, leafOf, partsOf, receiptParts } from './heads.js';
import { sha256 } from './proof.js';
import type { Transfer } from './transfer.js';

const transfer: Transfer = {
  ...{
    id: 'the-id',
    sequence: 7,
    phase: 'single',
    debitAccountId: 'ann',
    creditAccountId: 'bob',
    minutes: 95,
  },
  ...{
    code: 'gift',
    reference: 'test:1',
    communityCode: 120116014003,
    policyVersion: 1,
    actorRole: 'system',
  },
  ...{
    actorId: 'tasks',
    effectiveAtMicros: 11,
    recordedAtMicros: 12,
    debitBalanceMinutes: 501,
    debitPrev: 5,
  },
  ...{
    creditBalanceMinutes: 602,
    creditPrev: 6,
    holdId: null,
    reversesId: null,
    expiresAtMicros: null,
    linkId: null,
  },
};
const salt = Buffer.alloc(32, 7);

describe('the parts of a row', () => {
  it.each([
    ['1', transfer, '|11|12'],
    ['2', { ...transfer, linkId: 'set' }, '|11|12||set'],
  ])('of form %s give each side its own balance and link, and share the rest', (form, row, end) => {
    const [shared, debit, credit] = partsOf(textOf(1201, row));
    expect(shared).toBe(
      `${form}|1201|7|the-id|single|ann|bob|95|||gift|test:1|120116014003|1|system|tasks${end}`,
    );
    expect(debit).toBe('501|5');
    expect(credit).toBe('602|6');
  });

  it('of a form nobody has divided are refused', () => {
    expect(() => partsOf('3|1201')).toThrow('version 3');
  });

  it('have salts of their own, which a receipt opens only for who may read them', () => {
    const all = receiptParts(salt, 1201, transfer);
    expect(new Set(all.map((part) => part.salt)).size).toBe(3);
    for (const { salt: own = '', text = '', hash } of all)
      expect(sha256(Buffer.from([2]), Buffer.from(own, 'hex'), text).toString('hex')).toBe(hash);
    const some = receiptParts(salt, 1201, transfer, ['shared', 'credit']);
    expect(some).toEqual([all[0], { hash: all[1]?.hash }, all[2]]);
  });

  it('make a leaf that changes with the row, the city and the salt', () => {
    const leaf = leafOf(salt, 1201, transfer);
    expect(leafOf(salt, 1201, { ...transfer })).toEqual(leaf);
    for (const other of [
      leafOf(salt, 1201, { ...transfer, minutes: 96 }),
      leafOf(salt, 1201, { ...transfer, creditBalanceMinutes: 603 }),
      leafOf(salt, 1101, transfer),
      leafOf(Buffer.alloc(32, 8), 1201, transfer),
    ])
      expect(other).not.toEqual(leaf);
  });
});

describe('a head', () => {
  it('is hashed as a fixed text: whoever checks in ten years writes this very line', () => {
    const [a, b, c] = ['0a', '0b', '0c'].map((byte) => Buffer.from(byte.repeat(32), 'hex')) as [
      Buffer,
      Buffer,
      Buffer,
    ];
    const hash = headHashOf({
      ...{ cityCode: 1201, day: '2026-03-02', firstSequence: 1, lastSequence: 20 },
      ...{ merkleRoot: a, chainSeal: b, previousHash: c },
    });
    const line = `head|1|1201|2026-03-02|1|20|${'0a'.repeat(32)}|${'0b'.repeat(32)}|${'0c'.repeat(32)}`;
    expect(hash).toEqual(sha256(line));
  });
});
