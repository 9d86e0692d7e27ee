import { createHash } from 'node:crypto';
import { DomainError } from '#contracts';
import type { Call } from './call.js';
import type { Tx } from './database.js';

/**
 * Makes a write idempotent by the client's `Idempotency-Key`: the first answer is remembered in the
 * write's own transaction and given again; the same key with other content is a conflict. Without a key
 * the work simply runs. Call it first in the transaction.
 */
export async function once<T extends object>(
  tx: Tx,
  call: Call,
  subject: string,
  input: object,
  work: () => Promise<T>,
): Promise<T> {
  if (!call.key) return work();
  const hash = createHash('sha256').update(JSON.stringify(input, inOrder)).digest();
  const who = [call.actor.id, call.key];
  const claimed = await tx.query(
    `insert into remembered_answer (actor_id, key, subject, input_hash) values ($1, $2, $3, $4)
     on conflict do nothing returning key`,
    [...who, subject, hash],
  );
  if (claimed.length === 0) return recall<T>(tx, who, subject, hash);
  const answer = await work();
  await tx.query('update remembered_answer set answer = $3 where actor_id = $1 and key = $2', [
    ...who,
    JSON.stringify(answer),
  ]);
  return answer;
}

/** Fields in another order are the same content. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function recall<T>(tx: Tx, who: string[], subject: string, hash: Buffer): Promise<T> {
  const [row] = await tx.query<{ subject: string; input_hash: Buffer; answer: T }>(
    'select subject, input_hash, answer from remembered_answer where actor_id = $1 and key = $2',
    who,
  );
  if (row?.subject !== subject || !row.input_hash.equals(hash)) throw new DomainError('idempotency.conflict');
  return row.answer;
}
