/**
 * A set of digests by their first 64 bits, eight bytes each: two million lines take 32 MB. Two digests that
 * share those bits would pass for one; among a million that happens once in 37 million rolls.
 */
export class SeenDigests {
  private slots = new BigUint64Array(1 << 16);
  private size = 0;

  /** Whether it was new. */
  add(digest: Buffer): boolean {
    if (this.size * 2 > this.slots.length) this.grow();
    // Zero marks a free slot.
    const isNew = place(this.slots, digest.readBigUInt64LE() || 1n);
    if (isNew) this.size++;
    return isNew;
  }

  private grow(): void {
    const larger = new BigUint64Array(this.slots.length * 2);
    for (const key of this.slots) if (key !== 0n) place(larger, key);
    this.slots = larger;
  }
}

function place(slots: BigUint64Array, key: bigint): boolean {
  const mask = slots.length - 1;
  for (let slot = Number(key & BigInt(mask)); ; slot = (slot + 1) & mask) {
    if (slots[slot] === key) return false;
    if (slots[slot] === 0n) {
      slots[slot] = key;
      return true;
    }
  }
}
