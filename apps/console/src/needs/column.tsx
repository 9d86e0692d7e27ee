import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Failure } from '../answer';
import type { Schemas } from '../api';
import { useTerm, useText } from '../language';
import { type Column, columnNames } from './board.columns';
import type { useColumn } from './board.data';
import { NeedCard } from './card';

type Need = Schemas['NeedView'];

/** What a card is high before it was measured, and the space below it, in pixels. */
const usualHeight = 106;
const gap = 8;
/** Cards kept above and below the window, and how far from the end the next page is asked for. */
const overscan = 4;
const cardsAhead = 60;

interface ColumnProps {
  column: Column;
  list: ReturnType<typeof useColumn>;
  /** Needs it holds in truth; undefined until that is known. */
  total: number | undefined;
  open: (id: string) => void;
}

/** A column of the board. However long it is, the page holds the cards around the window alone. */
export function BoardColumn({ column, list, total, open }: ColumnProps) {
  const t = useText();
  const term = useTerm();
  const needs = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  // All of them are here: then this is the truth, at the moment at which a card moves.
  const count = list.data && !list.hasNextPage ? needs.length : total;
  return (
    <section aria-label={term(columnNames[column])} aria-busy={list.isFetching}>
      <h2>
        {term(columnNames[column])} <span className="count">{count ?? '…'}</span>
      </h2>
      <Cards needs={needs} total={count} list={list} open={open} />
      {(list.isPending || list.isFetchingNextPage) && <p role="status">{t('正在读取…', 'Loading …')}</p>}
      {list.error !== null && (
        <Failure
          error={list.error}
          retry={() => void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch())}
        />
      )}
    </section>
  );
}

interface CardsProps extends Pick<ColumnProps, 'list' | 'total' | 'open'> {
  needs: readonly Need[];
}

function Cards({ needs, total, list, open }: CardsProps) {
  const place = useRef<HTMLUListElement>(null);
  const { kept, keep, press } = useKeptCard(place, needs);
  const scrollMargin = useOffset(place);
  const keptAt = useMemo(() => needs.findIndex(({ id }) => id === kept), [needs, kept]);
  const rows = useWindowVirtualizer({
    count: needs.length,
    estimateSize: () => usualHeight,
    gap,
    overscan,
    scrollMargin,
    getItemKey: useCallback((index: number) => needs[index]?.id ?? index, [needs]),
    rangeExtractor: useCallback((range: Range) => withCard(range, keptAt), [keptAt]),
    useFlushSync: false,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  const isNearEnd = hasNextPage && last >= needs.length - cardsAhead;
  useEffect(() => {
    if (isNearEnd && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [isNearEnd, isFetching, isFetchNextPageError, fetchNextPage]);
  return (
    <ul ref={place} style={{ height: rows.getTotalSize() }} onFocus={keep} onKeyDown={press}>
      {shown.map(({ key, index, start }) => {
        const need = needs[index];
        return (
          need && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              data-id={need.id}
              aria-setsize={total ?? -1}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - scrollMargin}px)` }}
            >
              <NeedCard need={need} open={open} />
            </li>
          )
        );
      })}
    </ul>
  );
}

/** Cards in range, and the one that has the focus, which must not vanish with it. */
function withCard(range: Range, kept: number): number[] {
  const shown = defaultRangeExtractor(range);
  return kept < 0 || shown.includes(kept) ? shown : [...shown, kept].sort((one, other) => one - other);
}

/** The card that has or had the focus stays on the page; arrows lead from card to card, wherever they are. */
function useKeptCard(place: { current: HTMLUListElement | null }, needs: readonly Need[]) {
  const [kept, set] = useState<string>();
  const isAsked = useRef(false);
  useEffect(() => {
    if (!isAsked.current) return;
    isAsked.current = false;
    place.current?.querySelector<HTMLElement>(`[data-id="${kept}"] .card`)?.focus();
  }, [kept, place]);
  const cardOf = (target: EventTarget) => (target as HTMLElement).closest<HTMLElement>('[data-id]');
  return {
    kept,
    keep: ({ target }: { target: EventTarget }) => set(cardOf(target)?.dataset['id']),
    press: (event: KeyboardEvent) => {
      const at = needs.findIndex(({ id }) => id === cardOf(event.target)?.dataset['id']);
      const steps: Record<string, number> = {
        ArrowUp: at - 1,
        ArrowDown: at + 1,
        Home: 0,
        End: needs.length - 1,
      };
      const next = at < 0 ? undefined : needs[steps[event.key] ?? -1];
      if (!next) return;
      event.preventDefault();
      isAsked.current = true;
      set(next.id);
    },
  };
}

/** How far below the top of the page something begins, in pixels, also after what is above it has grown. */
function useOffset(place: { current: HTMLElement | null }): number {
  const [offset, set] = useState(0);
  useEffect(() => {
    const look = () => {
      if (place.current) set(Math.round(place.current.getBoundingClientRect().top + window.scrollY));
    };
    const observer = new ResizeObserver(look);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [place]);
  return offset;
}
