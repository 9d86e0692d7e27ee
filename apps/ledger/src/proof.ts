import { createHash } from 'node:crypto';

/** SHA-256 of the parts one after the other. */
export function sha256(...parts: (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

/** Hash of a leaf as RFC 6962 (2.1) has it; the prefix keeps a node from passing for a leaf. */
export function leafHash(content: Buffer): Buffer {
  return sha256(leafPrefix, content);
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return sha256(nodePrefix, left, right);
}

/** Root over hashes of leaves or of complete subtrees of one size; SHA-256 of nothing where there are none. */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes;
  if (!only) return sha256();
  if (hashes.length === 1) return only;
  const split = splitOf(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
}

/** Hashes that lead from the leaf at `index` to the root, its neighbour first (RFC 6962, 2.1.1). */
export function pathOf(hashes: readonly Buffer[], index: number): Buffer[] {
  if (hashes.length <= 1) return [];
  const split = splitOf(hashes.length);
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)];
  return index < split
    ? [...pathOf(left, index), rootOf(right)]
    : [...pathOf(right, index - split), rootOf(left)];
}

/** Where a path leads (RFC 9162, 2.1.3.2); undefined when it is not that of leaf `index` among `count`. */
export function follow(
  leaf: Buffer,
  index: number,
  count: number,
  path: readonly Buffer[],
): Buffer | undefined {
  if (index >= count) return undefined;
  let place = BigInt(index);
  let last = BigInt(count) - 1n;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0n) return undefined;
    if (place % 2n === 1n || place === last) {
      hash = nodeHash(sibling, hash);
      while (place % 2n === 0n && place !== 0n) [place, last] = [place / 2n, last / 2n];
    } else hash = nodeHash(hash, sibling);
    [place, last] = [place / 2n, last / 2n];
  }
  return last === 0n ? hash : undefined;
}

/** The largest power of two below the count. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

/** Leaves of a bundle. Roots of bundles are kept, so that a proof need not read a whole day. */
export const bundleLeaves = 16;

/** A tree that grows leaf by leaf and remembers the roots of its bundles only. */
export class GrowingTree {
  readonly bundles: Buffer[] = [];
  private open: Buffer[] = [];
  count = 0;

  /** Answers the root of the bundle that the leaf completed, if it did. */
  add(leaf: Buffer): Buffer | undefined {
    this.count++;
    if (this.open.push(leaf) < bundleLeaves) return undefined;
    return this.closeBundle();
  }

  /** Ends the tree. Bundles are aligned, so the tree over their roots has the same form as one over all leaves. */
  close(): Buffer {
    if (this.open.length > 0) this.closeBundle();
    return rootOf(this.bundles);
  }

  private closeBundle(): Buffer {
    const root = rootOf(this.open);
    this.bundles.push(root);
    this.open = [];
    return root;
  }
}

/** The path of leaf `index`, from the leaves of its bundle and the roots of all bundles. */
export function pathThrough(bundle: readonly Buffer[], bundles: readonly Buffer[], index: number): Buffer[] {
  return [...pathOf(bundle, index % bundleLeaves), ...pathOf(bundles, Math.floor(index / bundleLeaves))];
}

/** Cuts hashes that stand one after the other. */
export function hashesIn(joined: Buffer): Buffer[] {
  return Array.from({ length: joined.length / 32 }, (_, index) =>
    joined.subarray(index * 32, index * 32 + 32),
  );
}
