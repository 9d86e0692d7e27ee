import { DomainError } from '#contracts';

/** An opaque place in a list: what the last row of a page was sorted by. */
export function encodeCursor(...keys: (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * Reads a cursor of exactly the given kinds.
 * @throws DomainError `cursor.invalid`
 */
export function decodeCursor<K extends ('string' | 'number')[]>(
  cursor: string,
  ...kinds: K
): { [I in keyof K]: K[I] extends 'string' ? string : number } {
  try {
    const keys = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (keys.length === kinds.length && keys.every((key, index) => typeof key === kinds[index]))
      return keys as { [I in keyof K]: K[I] extends 'string' ? string : number };
  } catch {
    // Falls through: whatever is not a cursor of ours is invalid.
  }
  throw new DomainError('cursor.invalid');
}
