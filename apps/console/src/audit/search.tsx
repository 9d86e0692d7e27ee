import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useAddress } from '../address';
import { Failure } from '../answer';
import { api, newId, type Schemas } from '../api';
import { useText } from '../language';
import { addDays } from '../published/day';
import { Span } from '../published/span';
import { useStaff } from '../staff/staff';
import { toField } from '../time';
import { Found } from './found';

type Look = Schemas['FoundReveal'];

interface Asked {
  volunteerNumber?: string;
  personId?: string;
  viewerId?: string;
  from: string;
  to: string;
}

const pageSize = 50;

/**
 * Begins when the button is pressed and never by itself, since each search is entered in a log. What is looked for is
 * in the address, but for a volunteer's number.
 */
export function Search() {
  const t = useText();
  const { read, choose } = useAddress();
  const [today] = useState(() => toField(Date.now()).slice(0, 10));
  const [number, setNumber] = useState('');
  const personId = read('person');
  const to = read('to') ?? today;
  const asked: Asked = {
    ...{ volunteerNumber: number || undefined, personId, viewerId: read('viewer') },
    ...{ from: read('from') ?? addDays(to, -6), to },
  };
  const search = useSearch();
  return (
    <>
      <p className="quiet">
        {t(
          '每次查询都会记入审计查询日志，包括您的姓名与查询条件。',
          'Each search is entered in the log of searches, with your name and what you looked for.',
        )}
      </p>
      <div className="filter">
        {personId === undefined ? (
          <Input
            aria-label={t('志愿者编号', 'Volunteer number')}
            placeholder={t('志愿者编号（可不填）', 'Volunteer number, if any')}
            style={{ width: 220 }}
            maxLength={20}
            value={number}
            allowClear
            onChange={({ target }) => setNumber(target.value.replaceAll(/\D/g, ''))}
            onPressEnter={() => search.mutate(asked)}
          />
        ) : (
          <Button onClick={() => choose({ person: undefined })}>{t('所有人', 'Everybody')}</Button>
        )}
        <ViewerField value={asked.viewerId} choose={(viewer) => choose({ viewer })} />
        <Span from={asked.from} to={to} today={today} />
        <Button type="primary" loading={search.isPending} onClick={() => search.mutate(asked)}>
          {t('查询', 'Search')}
        </Button>
      </div>
      {search.error !== null && <Failure error={search.error} retry={() => search.mutate(asked)} />}
      <Result search={search} />
    </>
  );
}

/** Page after page; a further one is a search of its own. */
function useSearch() {
  return useMutation({
    mutationFn: async ({ more, ...asked }: Asked & { more?: { items: Look[]; cursor: string } }) => {
      const body = { id: newId(), ...asked, limit: pageSize, cursor: more?.cursor };
      const { items, nextCursor } = await api.post('/api/v1/audit-searches', { body });
      return { asked, items: [...(more?.items ?? []), ...items], nextCursor };
    },
  });
}

function Result({ search }: { search: ReturnType<typeof useSearch> }) {
  const t = useText();
  const { data, isPending, mutate } = search;
  if (!data)
    return (
      <p className="teach">
        {isPending
          ? t('正在查询…', 'Searching …')
          : t('选好条件后按“查询”。', 'Choose what to look for, then press “Search”.')}
      </p>
    );
  const { asked, items, nextCursor } = data;
  return (
    <>
      <Found items={items} />
      {nextCursor !== undefined && (
        <Button loading={isPending} onClick={() => mutate({ ...asked, more: { items, cursor: nextCursor } })}>
          {t('更多', 'More')}
        </Button>
      )}
    </>
  );
}

interface ViewerProps {
  value: string | undefined;
  choose: (id: string | undefined) => void;
}

/** Staff of the region by name; whoever else is in the address is shown as such. */
function ViewerField({ value, choose }: ViewerProps) {
  const t = useText();
  const staff = useStaff().data ?? [];
  const options = staff.map(({ id, displayName, userName }) => ({
    value: id,
    label: `${displayName}（${userName}）`,
  }));
  const isKnown = value === undefined || staff.some(({ id }) => id === value);
  return (
    <label className="filter">
      {t('查看人', 'Who looked')}
      <Select
        aria-label={t('查看人', 'Who looked')}
        style={{ minWidth: 200 }}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('任何人', 'Anybody')}
        value={value}
        onChange={(id?: string) => choose(id)}
        options={isKnown ? options : [...options, { value, label: t('所选的人', 'The one chosen') }]}
      />
    </label>
  );
}
