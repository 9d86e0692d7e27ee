import { describe, expect, it } from '@jest/globals';
import { withNeed } from './board.columns';

const need = (id: string, summary = '') => ({ id, summary });
const data = (pages: string[][], nextCursor?: string) => ({
  pages: pages.map((ids, index) => ({
    items: ids.map((id) => need(id)),
    nextCursor: index === pages.length - 1 ? nextCursor : 'more',
  })),
  pageParams: pages.map(() => undefined),
});
const ids = ({ pages }: { pages: { items: { id: string }[] }[] }) =>
  pages.map(({ items }) => items.map(({ id }) => id).join(''));

describe('a need that moved', () => {
  it.each([
    ['the newest', [['e', 'd'], ['b']], undefined, 'f', ['fed', 'b']],
    ['between two', [['e', 'c'], ['b']], undefined, 'd', ['edc', 'b']],
    ['between two pages', [['e', 'd'], ['b']], 'more', 'c', ['ed', 'cb']],
    ['older than all, and all are there', [['e', 'd'], ['b']], undefined, 'a', ['ed', 'ba']],
    ['the only one', [[]], undefined, 'a', ['a']],
    ['on a page that was not fetched yet', [['e', 'd'], ['b']], 'more', 'a', ['ed', 'b']],
  ])('is put in its place: %s', (_, pages, cursor, id, expected) => {
    expect(ids(withNeed(data(pages, cursor), need(id), true))).toEqual(expected);
  });

  it('takes the place of what it was', () => {
    const changed = withNeed(data([['c', 'b'], ['a']]), need('b', 'new'), true);
    expect(changed.pages[0]?.items).toEqual([need('c'), need('b', 'new')]);
  });

  it('leaves the column it belongs to no more, and no other is touched', () => {
    const before = data([['c', 'b'], ['a']]);
    const after = withNeed(before, need('b'), false);
    expect(ids(after)).toEqual(['c', 'a']);
    expect(after.pages[1]).toBe(before.pages[1]);
    expect(ids(withNeed(before, need('x'), false))).toEqual(['cb', 'a']);
  });
});
