import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DailyHead, Receipt } from '#contracts';
import { projectRoot } from '#platform';

// The page's own check, as browsers load it, against a tree that is made here by the words of RFC 6962 and
// docs/guides/auditor.md, not by the ledger's code.
const folder = join(projectRoot, 'apps/gateway/assets/verify');
const { contentOf, faultOf } = (await import(join(folder, 'receipt.js'))) as {
  faultOf(receipt: unknown, head: unknown): Promise<string | undefined>;
  contentOf(receipt: Receipt): Record<string, unknown>;
};

const hashOf = (...parts: (string | Buffer)[]) =>
  createHash('sha256')
    .update(Buffer.concat(parts.map(bytes)))
    .digest();
const bytes = (part: string | Buffer) => (typeof part === 'string' ? Buffer.from(part) : part);
const salt = 'ab'.repeat(32);
const tag = (number: number) => Buffer.from([number]);

function partOf(text: string) {
  return { salt, text, hash: hashOf(tag(2), Buffer.from(salt, 'hex'), text).toString('hex') };
}

function root(leaves: Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!;
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return hashOf(tag(1), root(leaves.slice(0, split)), root(leaves.slice(split)));
}

function path(leaves: Buffer[], index: number): Buffer[] {
  if (leaves.length === 1) return [];
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split ? [...path(left, index), root(right)] : [...path(right, index - split), root(left)];
}

/** The receipts and the head of a day of so many transfers. */
function dayOf(count: number): { head: DailyHead; receipts: Receipt[] } {
  const all = Array.from({ length: count }, (_, index) => [
    partOf(
      `1|1201|${index + 1}|id|single|a|b|95|||earn|serviceRecord:1|120116014003|1|system|ledger|1772411400000000|1772413200000000`,
    ),
    { hash: partOf('-95|').hash },
    partOf(`${index}|`),
  ]);
  const leaves = all.map((parts) => hashOf(tag(0), ...parts.map(({ hash }) => Buffer.from(hash, 'hex'))));
  const content = {
    ...{ cityCode: 1201, day: '2026-03-02', firstSequence: 1, lastSequence: count },
    ...{
      merkleRoot: root(leaves).toString('hex'),
      chainSeal: 'cd'.repeat(32),
      previousHash: '00'.repeat(32),
    },
  };
  const headHash = hashOf(`head|1|${Object.values(content).join('|')}`).toString('hex');
  return {
    head: { ...content, headHash, transferCount: count, publishedAt: '2026-03-02T16:10:00.000Z' },
    receipts: all.map((parts, leafIndex) => ({
      ...{ form: 1, cityCode: 1201, day: '2026-03-02', transferId: 'id', parts, leafIndex, headHash },
      leafHash: leaves[leafIndex]!.toString('hex'),
      path: Buffer.concat(path(leaves, leafIndex)).toString('hex'),
    })),
  };
}

describe('the check of the page /verify', () => {
  it('finds every receipt of days of 1 to 20 transfers in the head', async () => {
    for (let count = 1; count <= 20; count++) {
      const { head, receipts } = dayOf(count);
      for (const receipt of receipts) expect(await faultOf(receipt, head)).toBeUndefined();
    }
  });

  it('says what was changed', async () => {
    const { head, receipts } = dayOf(5);
    const receipt = receipts[2]!;
    const [shared, ...own] = receipt.parts;
    const more = { ...shared!, text: shared!.text!.replace('|95|', '|950|') };
    const rehashed = partOf(more.text);
    const cases: [string, unknown, unknown][] = [
      ['malformed', undefined, head],
      ['malformed', { ...receipt, parts: own }, head],
      ['malformed', { ...receipt, path: 'x' }, head],
      ['textForged', { ...receipt, parts: [more, ...own] }, head],
      ['textForged', { ...receipt, parts: [rehashed, ...own] }, head],
      ['notIncluded', { ...receipt, leafIndex: 3 }, head],
      ['notIncluded', { ...receipt, path: receipts[3]!.path }, head],
      ['otherHead', receipt, { ...head, day: '2026-03-03' }],
      ['otherHead', receipt, dayOf(6).head],
      ['headForged', receipt, { ...head, merkleRoot: receipt.leafHash }],
    ];
    for (const [fault, changed, against] of cases) expect(await faultOf(changed, against)).toBe(fault);
  });

  it('reads what the receipt is about', () => {
    const content = contentOf(dayOf(3).receipts[1]!);
    expect(content).toMatchObject({ sequence: '2', minutes: 95, code: 'earn', reference: 'serviceRecord:1' });
    expect(content['recordedAt']).toEqual(new Date('2026-03-02T01:00:00Z'));
  });

  it('loads nothing from elsewhere and has both languages for every word', () => {
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(html).not.toMatch(/https?:|<style|<script>|style=|\son\w+=/);
    expect(html.match(/class="zh"/g)).toHaveLength(html.match(/class="en"/g)?.length ?? 0);
  });
});
