import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useText } from './language';

interface Page<T> {
  items: T[];
  nextCursor?: string;
}

const itemsOf = <T,>({ pages }: InfiniteData<Page<T>>): T[] => pages.flatMap(({ items }) => items);

/** A list of the API, page after page as {@link More} is pressed. */
export function usePages<T>(
  queryKey: readonly unknown[],
  ask: (cursor: string | undefined) => Promise<Page<T>>,
) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: itemsOf<T>,
  });
}

interface MoreProps {
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

/** Fetches the next page, where there is one. */
export function More({ pages: { hasNextPage, isFetchingNextPage, fetchNextPage } }: MoreProps) {
  const t = useText();
  if (!hasNextPage) return null;
  return (
    <p>
      <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t('更多', 'More')}
      </Button>
    </p>
  );
}
