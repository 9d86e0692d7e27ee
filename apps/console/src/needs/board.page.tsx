import { type KeyboardEvent, useCallback } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Choice } from '../address';
import type { Schemas } from '../api';
import { useText } from '../language';
import { mayOpen } from '../places';
import { useSession } from '../session';
import { needTypes } from '../terms';
import { columns } from './board.columns';
import { useColumn, useCounts } from './board.data';
import { BoardColumn } from './column';
import { NeedDrawer } from './need.drawer';

type Kind = Schemas['NeedView']['type'];

/** Needs as a board that moves by itself. */
export function BoardPage() {
  const t = useText();
  const session = useSession();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('type') ?? '';
  const kind = asked in needTypes ? (asked as Kind) : undefined;
  const choose = useCallback(
    (name: string, value: string | undefined) =>
      setSearch((before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      }),
    [setSearch],
  );
  const open = useCallback((id: string) => choose('need', id), [choose]);
  const mayPost = session !== undefined && mayOpen(session.role, '/needs/new');
  return (
    <>
      <div className="title">
        <h1>{t('需求看板', 'Needs')}</h1>
        <Choice
          label={t('类型', 'Kind')}
          terms={needTypes}
          value={kind}
          choose={(value) => choose('type', value)}
        />
        {mayPost && (
          <Link className="button" to="/needs/new">
            {t('代发需求', 'Post a need')}
          </Link>
        )}
      </div>
      <Board kind={kind} open={open} mayPost={mayPost} />
      <NeedDrawer id={search.get('need') ?? undefined} close={() => choose('need', undefined)} />
    </>
  );
}

interface BoardProps {
  kind: Kind | undefined;
  open: (id: string) => void;
  mayPost: boolean;
}

function Board({ kind, open, mayPost }: BoardProps) {
  const lists = {
    waiting: useColumn('waiting', kind),
    underWay: useColumn('underWay', kind),
    fulfilled: useColumn('fulfilled', kind),
    ended: useColumn('ended', kind),
  };
  const counts = useCounts(kind).data;
  const isEmpty = columns.every((column) => lists[column].data?.pages[0]?.items.length === 0);
  return (
    <>
      <div className="board" onKeyDown={goAcross}>
        {columns.map((column) => (
          <BoardColumn
            key={column}
            column={column}
            list={lists[column]}
            total={counts?.get(column)}
            open={open}
          />
        ))}
      </div>
      {isEmpty && <Nothing mayPost={mayPost} />}
    </>
  );
}

/** Left and right lead to the card beside the one that has the focus. */
function goAcross(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const card = (event.target as HTMLElement).closest('.card');
  if (!step || !card) return;
  const sections = [...event.currentTarget.children];
  const { top } = card.getBoundingClientRect();
  const far = (one: Element) => Math.abs(one.getBoundingClientRect().top - top);
  const at = sections.findIndex((one) => one.contains(card));
  const further = step < 0 ? sections.slice(0, at).reverse() : sections.slice(at + 1);
  for (const section of further) {
    const [nearest] = [...section.querySelectorAll<HTMLElement>('.card')].sort(
      (one, other) => far(one) - far(other),
    );
    if (!nearest) continue;
    event.preventDefault();
    nearest.focus();
    return;
  }
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
