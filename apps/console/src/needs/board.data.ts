import { CancelledError, type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../api';
import { type Column, columnOf, type Pages, withNeed } from './board.columns';

type Need = Schemas['NeedView'];
type Kind = Need['type'];

const pageSize = 100;

/** One column, page after page as it is scrolled; `kind` leaves needs of one type. */
export function useColumn(column: Column, kind: Kind | undefined) {
  return useInfiniteQuery({
    queryKey: ['needs', column, kind],
    queryFn: ({ pageParam }) =>
      api.get('/api/v1/needs', { query: { column, type: kind, limit: pageSize, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** How many needs each column holds in truth, however few were fetched. */
export function useCounts(kind: Kind | undefined) {
  return useQuery({
    queryKey: ['needs', 'counts', kind],
    queryFn: () => api.get('/api/v1/needs/counts', { query: { type: kind } }),
    select: ({ columns }) => new Map(columns.map(({ column, needs }) => [column, needs])),
  });
}

/**
 * A hint named this need: it is fetched and put in its place, in every column there is, so that a long board is not
 * fetched anew for each of its needs.
 */
export function followNeed(queries: QueryClient, id: string): void {
  fetchNeed(queries, id).catch((error: unknown) => {
    // A later hint of the same need asks anew.
    if (!(error instanceof CancelledError)) void queries.invalidateQueries({ queryKey: ['needs'] });
  });
}

async function fetchNeed(queries: QueryClient, id: string): Promise<void> {
  if (listsOf(queries).length === 0) return queries.invalidateQueries({ queryKey: ['need', id] });
  // What was asked for before the hint may be what was true before it.
  await queries.cancelQueries({ queryKey: ['need', id] });
  const need = await queries.query({
    queryKey: ['need', id],
    queryFn: () => api.get('/api/v1/needs/{id}', { path: { id } }),
    staleTime: 0,
    retry: false,
  });
  for (const [key, data] of listsOf(queries)) {
    const [, column, kind] = key as ['needs', Column, Kind | undefined];
    const belongs = columnOf[need.state] === column && (kind === undefined || kind === need.type);
    if (data) queries.setQueryData(key, withNeed(data, need, belongs));
  }
  await queries.invalidateQueries({
    queryKey: ['needs'],
    // Pages on their way may bring what was true before.
    predicate: (query) => !isList(query) || query.state.fetchStatus === 'fetching',
  });
}

const listsOf = (queries: QueryClient) =>
  queries.getQueriesData<Pages<Need>>({ queryKey: ['needs'], predicate: isList });

function isList({ queryKey }: { queryKey: readonly unknown[] }): boolean {
  return queryKey[1] !== 'counts';
}
