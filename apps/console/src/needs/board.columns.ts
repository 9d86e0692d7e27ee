import type { Schemas } from '../api';
import type { Terms } from '../terms';

type Need = Schemas['NeedView'];

/** A column of the board, as the API counts and lists them. */
export type Column = Schemas['NeedColumnCount']['column'];

/** Columns in their order: what a glance must tell apart. */
export const columnNames: Terms<Column> = {
  waiting: ['待核实受理', 'To be taken on'],
  underWay: ['进行中', 'Under way'],
  fulfilled: ['已完成', 'Fulfilled'],
  ended: ['退回与取消', 'Returned or cancelled'],
};
export const columns = Object.keys(columnNames) as Column[];

/** Where a need stands on the board; the API’s `statesOfColumn` says the same. */
export const columnOf: Record<Need['state'], Column> = {
  draft: 'waiting',
  submitted: 'waiting',
  verified: 'waiting',
  forwarded: 'waiting',
  accepted: 'waiting',
  posted: 'underWay',
  dispatched: 'underWay',
  referred: 'underWay',
  fulfilled: 'fulfilled',
  closed: 'fulfilled',
  rejected: 'ended',
  cancelled: 'ended',
};

interface Page<T> {
  items: T[];
  nextCursor?: string;
}
/** Pages of a column as they were fetched: the newest first, by id. */
export interface Pages<T> {
  pages: Page<T>[];
  pageParams: unknown[];
}

/** The pages with this need in its place, as it is now; without it, where it does not belong to them. */
export function withNeed<T extends { id: string }>(data: Pages<T>, need: T, belongs: boolean): Pages<T> {
  const home = belongs ? homeOf(data, need) : -1;
  const pages = data.pages.map((page, index) => {
    const at = page.items.findIndex(({ id }) => id === need.id);
    if (at < 0 && index !== home) return page;
    const items = page.items.filter(({ id }) => id !== need.id);
    if (index !== home) return { ...page, items };
    const before = items.findIndex(({ id }) => id < need.id);
    items.splice(before < 0 ? items.length : before, 0, need);
    return { ...page, items };
  });
  return { ...data, pages };
}

/** The page that holds the id or would hold it; -1 where that one was not fetched yet. */
function homeOf<T extends { id: string }>({ pages }: Pages<T>, { id }: T): number {
  const known = pages.findIndex(({ items }) => items.some((one) => one.id === id));
  if (known >= 0) return known;
  const home = pages.findIndex(({ items }) => (items.at(-1)?.id ?? '') < id && items.length > 0);
  if (home >= 0) return home;
  return pages.at(-1)?.nextCursor === undefined ? pages.length - 1 : -1;
}
