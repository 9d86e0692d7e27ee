import { DomainError } from '#contracts';

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An opaque place in a list: what the last row of a page was sorted by. */
export function encodeCursor(...keys: (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

const isOfKind = {
  uuid: (key: unknown) => typeof key === 'string' && uuidForm.test(key),
  integer: (key: unknown) => Number.isSafeInteger(key),
};
type Kind = keyof typeof isOfKind;
type Keys<K extends Kind[]> = { [I in keyof K]: K[I] extends 'uuid' ? string : number };

/**
 * Reads a cursor of exactly the given kinds. Cursors come from outside: what PostgreSQL would refuse is
 * refused here.
 * @throws DomainError `cursor.invalid`
 */
export function decodeCursor<K extends Kind[]>(cursor: string, ...kinds: K): Keys<K> {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(keys) &&
      keys.length === kinds.length &&
      kinds.every((kind, i) => isOfKind[kind](keys[i]))
    )
      return keys as Keys<K>;
  } catch {
    // Falls through: whatever is not a cursor of ours is invalid.
  }
  throw new DomainError('cursor.invalid');
}
