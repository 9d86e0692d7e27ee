import { decodeCursor, encodeCursor } from '#platform';
import {
  type FindOptionsOrder,
  type FindOptionsWhere,
  LessThan,
  type ObjectLiteral,
  type Repository,
} from 'typeorm';

const pageSize = 20;

/**
 * One page of a list, the newest first.
 * @throws DomainError `cursor.invalid`
 */
export async function newestFirst<T extends ObjectLiteral & { id: string }>(
  rows: Repository<T>,
  where: FindOptionsWhere<T>,
  { limit = pageSize, cursor }: { limit?: number; cursor?: string },
): Promise<{ items: T[]; nextCursor?: string }> {
  const before = cursor ? decodeCursor(cursor, 'uuid')[0] : undefined;
  const found = await rows.find({
    where: { ...where, ...(before ? { id: LessThan(before) } : {}) },
    order: { id: 'desc' } as FindOptionsOrder<T>,
    take: limit + 1,
  });
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? encodeCursor(items.at(-1)?.id ?? '') : undefined };
}
