import { describe, expect, it } from '@jest/globals';
import { chain, genesisHash, textOf } from './chain.js';
import type { Transfer } from './transfer.js';

const transfer: Omit<Transfer, 'cover'> = {
  id: '0197a1b2-0000-7000-8000-000000000001',
  debitAccountId: '0197a1b2-0000-7000-8000-00000000000a',
  creditAccountId: '0197a1b2-0000-7000-8000-00000000000b',
  minutes: 95,
  code: 'earn',
  reference: 'serviceRecord:0197a1b2-0000-7000-8000-0000000000ff',
  communityCode: 120116014003,
  policyVersion: 1,
  actorRole: 'system',
  actorId: 'ledger',
  sequence: 1,
  phase: 'single',
  holdId: null,
  expiresAtMicros: null,
  reversesId: null,
  linkId: null,
  effectiveAtMicros: 1772411400000000,
  recordedAtMicros: 1772413200000000,
  debitBalanceMinutes: -95,
  creditBalanceMinutes: 95,
  debitPrev: null,
  creditPrev: null,
};

describe('the chain', () => {
  it('covers a fixed text: whoever verifies in ten years writes this very line', () => {
    expect(textOf(1201, transfer)).toBe(
      '1|1201|1|0197a1b2-0000-7000-8000-000000000001|single|0197a1b2-0000-7000-8000-00000000000a|' +
        '0197a1b2-0000-7000-8000-00000000000b|95|||earn|serviceRecord:0197a1b2-0000-7000-8000-0000000000ff|' +
        '120116014003|1|system|ledger|1772411400000000|1772413200000000|-95|95||',
    );
    // Reckoned apart, with coreutils: (head -c 32 /dev/zero; printf '%s' "$line") | sha256sum
    expect(chain(genesisHash, 1201, [transfer])[0]?.toString('hex')).toBe(
      'd31b867f1dcba31c4386a321ec750415a13a00343ecb09230ccaddc9b4d41b3b',
    );
  });

  it('writes what expires or is linked in a second form, and leaves the first as it was', () => {
    const first = textOf(1201, transfer).slice(2);
    expect(textOf(1201, { ...transfer, expiresAtMicros: 1772500000000000 })).toBe(
      `2|${first}|1772500000000000|`,
    );
    const linkId = '0197a1b2-0000-7000-8000-0000000000aa';
    expect(textOf(1201, { ...transfer, linkId })).toBe(`2|${first}||${linkId}`);
  });

  it('gives the same links whether rows come together or one by one', () => {
    const rows = [1, 2, 3].map((sequence) => ({ ...transfer, sequence }));
    const together = chain(genesisHash, 1201, rows);
    let head: Buffer = genesisHash;
    const oneByOne = rows.map((row) => (head = chain(head, 1201, [row])[0]!));
    expect(oneByOne).toEqual(together);
  });

  it.each(Object.keys(transfer) as (keyof typeof transfer)[])('notices another %s', (field) => {
    const value = transfer[field];
    const other = { ...transfer, [field]: typeof value === 'number' ? value + 1 : `${value}x` };
    expect(chain(genesisHash, 1201, [other])[0]).not.toEqual(chain(genesisHash, 1201, [transfer])[0]);
  });

  it('notices another city and another past', () => {
    const [link] = chain(genesisHash, 1201, [transfer]);
    expect(chain(genesisHash, 1101, [transfer])[0]).not.toEqual(link);
    expect(chain(Buffer.alloc(32, 1), 1201, [transfer])[0]).not.toEqual(link);
  });
});
