/** Something told in versions, of which the highest counts. */
export interface Versioned {
  cityCode: number;
  /** 0 before anything was heard. */
  version: number;
}

/** What a batch says last of each thing, in the order of the rows' keys (city, id). */
export function newestOf<T extends Versioned>(told: readonly T[], idOf: (item: T) => string): T[] {
  const newest = new Map<string, T>();
  for (const item of told) {
    const key = `${item.cityCode} ${idOf(item)}`;
    const known = newest.get(key);
    if (!known || item.version > known.version) newest.set(key, item);
  }
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

/**
 * Replaces what counted by what was told, where that is of a higher version: in whatever order versions
 * come, and however often, in the end the highest counts and nothing else. Answers the items that changed.
 * @param count adds an item where and when it counts, or takes it back
 * @param isAgain what is told counts in place of the same version too
 */
export function follow<T extends Versioned>(
  known: readonly T[],
  told: readonly T[],
  idOf: (item: T) => string,
  count: (item: T, sign: 1 | -1) => void,
  isAgain = false,
): T[] {
  const knownByKey = new Map(known.map((item) => [`${item.cityCode} ${idOf(item)}`, item]));
  return told.filter((item) => {
    const before = knownByKey.get(`${item.cityCode} ${idOf(item)}`);
    if (before && before.version >= item.version + (isAgain ? 1 : 0)) return false;
    if (before && before.version > 0) count(before, -1);
    count(item, 1);
    return true;
  });
}
