import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useEffect, useMemo } from 'react';
import { Link } from 'react-router';
import { Choice, Find, useAddress } from '../address';
import { Failure } from '../answer';
import { api, type Schemas } from '../api';
import { useTerm, useText } from '../language';
import { mayOpen } from '../places';
import { useSession } from '../session';
import { hours } from '../time';
import { verificationNames } from '../volunteer.terms';
import { VolunteerDrawer } from './volunteer.drawer';

type Volunteer = Schemas['VolunteerView'];
type Verification = Volunteer['verification'];

const pageSize = 100;

/** Volunteers who live here. Names and numbers are masked, so that one finds by what the mask leaves. */
export function VolunteersPage() {
  const t = useText();
  const role = useSession()?.role;
  const { read, choose } = useAddress();
  const verification = read('verification') as Verification | undefined;
  const wanted = read('find') ?? '';
  const site = read('site');
  const volunteers = useVolunteers(verification, wanted !== '' || site !== undefined);
  const shown = useMemo(
    () =>
      (volunteers.data?.pages.flatMap(({ items }) => items) ?? []).filter(
        (one) => matches(one, wanted) && (site === undefined || one.courierSiteId === site),
      ),
    [volunteers.data, wanted, site],
  );
  return (
    <>
      <div className="title">
        <h1>{t('志愿者', 'Volunteers')}</h1>
        <Find hint={t('姓氏、尾号或编号', 'Surname, end of a number')} />
        <Choice
          label={t('实名', 'Real name')}
          terms={verificationNames}
          value={verification}
          choose={(value) => choose({ verification: value })}
        />
        {site !== undefined && (
          <Button onClick={() => choose({ site: undefined })}>{t('所有站点', 'All sites')}</Button>
        )}
        {role && mayOpen(role, '/volunteers/new') && (
          <Link className="button" to="/volunteers/new">
            {t('登记志愿者', 'Register')}
          </Link>
        )}
        {role && mayOpen(role, '/merges') && <Link to="/merges">{t('重复登记', 'Registered twice')}</Link>}
      </div>
      {volunteers.error !== null && (
        <Failure error={volunteers.error} retry={() => void volunteers.refetch()} />
      )}
      {volunteers.isPending && <p role="status">{t('正在读取…', 'Loading …')}</p>}
      {volunteers.data && <List items={shown} open={(id) => choose({ volunteer: id })} />}
      {volunteers.hasNextPage && (
        <p>
          <Button loading={volunteers.isFetchingNextPage} onClick={() => void volunteers.fetchNextPage()}>
            {t('更多', 'More')}
          </Button>
        </p>
      )}
      <VolunteerDrawer id={read('volunteer')} close={() => choose({ volunteer: undefined })} />
    </>
  );
}

/** Page by page; all of them where something is looked for, since the API does not search. */
function useVolunteers(verification: Verification | undefined, isLooking: boolean) {
  const volunteers = useInfiniteQuery({
    queryKey: ['volunteers', verification],
    queryFn: ({ pageParam }) =>
      api.get('/api/v1/volunteers', { query: { verification, limit: pageSize, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = volunteers;
  useEffect(() => {
    if (isLooking && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [isLooking, hasNextPage, isFetching, isError, fetchNextPage]);
  return volunteers;
}

function matches({ name, phone, idNumber, volunteerNumber }: Volunteer, wanted: string): boolean {
  const text = wanted.toUpperCase();
  return (
    text === '' ||
    name.startsWith(text) ||
    volunteerNumber.includes(text) ||
    phone.endsWith(text) ||
    idNumber.endsWith(text)
  );
}

function List({ items, open }: { items: readonly Volunteer[]; open: (id: string) => void }) {
  const t = useText();
  const term = useTerm();
  if (items.length === 0)
    return (
      <p className="teach">
        {t('没有符合条件的志愿者。', 'No volunteer fits. Change what is looked for, or register somebody.')}
      </p>
    );
  return (
    <Table<Volunteer>
      rowKey="id"
      dataSource={items}
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('姓名', 'Name'),
          render: (_, { id, name }) => (
            <Button type="link" size="small" onClick={() => open(id)}>
              {name}
            </Button>
          ),
        },
        { title: t('编号', 'Number'), dataIndex: 'volunteerNumber' },
        { title: t('手机', 'Telephone'), dataIndex: 'phone' },
        {
          title: t('实名', 'Real name'),
          render: (_, { verification }) => (
            <span className={`state ${verification}`}>{term(verificationNames[verification])}</span>
          ),
        },
        {
          title: t('累计小时', 'Hours'),
          align: 'right',
          render: (_, { lifetimeMinutes }) => hours(lifetimeMinutes),
          sorter: (one, other) => one.lifetimeMinutes - other.lifetimeMinutes,
        },
        {
          title: t('星级', 'Stars'),
          align: 'right',
          dataIndex: 'starLevel',
          sorter: (one, other) => one.starLevel - other.starLevel,
        },
      ]}
    />
  );
}
