import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Failure } from '../answer';
import { api, type Schemas } from '../api';
import { useTerm, useText, type Wording } from '../language';
import { mayOpen } from '../places';
import { useSession } from '../session';
import { needTypes } from '../terms';
import { NeedCard } from './card';
import { NeedDrawer } from './need.drawer';

type Need = Schemas['NeedView'];

/** What a glance must tell apart; together they hold every state. */
const columns: readonly { name: Wording; states: readonly Need['state'][] }[] = [
  {
    name: ['待核实受理', 'To be taken on'],
    states: ['draft', 'submitted', 'verified', 'forwarded', 'accepted'],
  },
  { name: ['进行中', 'Under way'], states: ['posted', 'dispatched', 'referred'] },
  { name: ['已完成', 'Fulfilled'], states: ['fulfilled', 'closed'] },
  { name: ['退回与取消', 'Returned or cancelled'], states: ['rejected', 'cancelled'] },
];
const pageSize = 100;

/** Needs as a board that moves by itself. */
export function BoardPage() {
  const t = useText();
  const session = useSession();
  const [search, setSearch] = useSearchParams();
  const type = search.get('type');
  const needs = useInfiniteQuery({
    queryKey: ['needs'],
    queryFn: ({ pageParam }) => api.get('/api/v1/needs', { query: { limit: pageSize, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const shown = useMemo(() => {
    const all = needs.data?.pages.flatMap(({ items }) => items) ?? [];
    return type ? all.filter((need) => need.type === type) : all;
  }, [needs.data, type]);
  const choose = (name: string, value: string | undefined) =>
    setSearch((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  const mayPost = session !== undefined && mayOpen(session.role, '/needs/new');
  return (
    <>
      <div className="title">
        <h1>{t('需求看板', 'Needs')}</h1>
        <Kind type={type ?? ''} choose={(value) => choose('type', value || undefined)} />
        {mayPost && (
          <Link className="button" to="/needs/new">
            {t('代发需求', 'Post a need')}
          </Link>
        )}
      </div>
      {needs.error !== null && <Failure error={needs.error} retry={() => void needs.refetch()} />}
      {needs.isPending && <p role="status">{t('正在读取…', 'Loading …')}</p>}
      {needs.data && <Columns needs={shown} open={(id) => choose('need', id)} />}
      {needs.data && shown.length === 0 && <Nothing mayPost={mayPost} />}
      {needs.hasNextPage && (
        <Button loading={needs.isFetchingNextPage} onClick={() => void needs.fetchNextPage()}>
          {t('更早的需求', 'Earlier needs')}
        </Button>
      )}
      <NeedDrawer id={search.get('need') ?? undefined} close={() => choose('need', undefined)} />
    </>
  );
}

function Nothing({ mayPost }: { mayPost: boolean }) {
  const t = useText();
  return (
    <p className="teach">
      {mayPost
        ? t(
            '还没有需求。居民来电时按 n 代发，社工站会同时收到。',
            'No needs yet. When a resident calls press n to post one; the station has it at the same moment.',
          )
        : t('还没有需求。', 'No needs yet.')}
    </p>
  );
}

function Kind({ type, choose }: { type: string; choose: (type: string) => void }) {
  const t = useText();
  const term = useTerm();
  return (
    <label className="filter">
      {t('类型', 'Kind')}
      <Select
        aria-label={t('类型', 'Kind')}
        value={type}
        popupMatchSelectWidth={false}
        onChange={choose}
        options={[
          { value: '', label: t('全部', 'All') },
          ...Object.entries(needTypes).map(([value, wording]) => ({ value, label: term(wording) })),
        ]}
      />
    </label>
  );
}

function Columns({ needs, open }: { needs: readonly Need[]; open: (id: string) => void }) {
  const term = useTerm();
  return (
    <div className="board">
      {columns.map(({ name, states }) => {
        const inColumn = needs.filter(({ state }) => states.includes(state));
        return (
          <section key={name[1]} aria-label={term(name)}>
            <h2>
              {term(name)} <span className="count">{inColumn.length}</span>
            </h2>
            <ul>
              {inColumn.map((need) => (
                <li key={need.id}>
                  <NeedCard need={need} open={open} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
