import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Table } from 'antd';
import { lazy, Suspense } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useLanguage, useText } from '../language';
import { useSession } from '../session';
import { hours, moment } from '../time';
import { WaitsTable } from './waits';

type Row = Schemas['RegionTotals'];

const DistrictMap = lazy(async () => ({ default: (await import('./map')).DistrictMap }));

/** Totals of a division and its parts, on the map and in a table; every part opens the same page one level down. */
export function DashboardPage() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const own = useSession()?.region ?? '';
  const region = search.get('region') ?? own;
  const from = search.get('from') ?? undefined;
  const to = search.get('to') ?? undefined;
  const query = { region, from, to };
  const report = useQuery({
    queryKey: ['breakdown', query],
    queryFn: () => api.get('/api/v1/reports/breakdown', { query }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  const choose = (name: string, value: string) =>
    setSearch((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  const linkTo = (code: string) => {
    const next = new URLSearchParams(search);
    next.set('region', code);
    return `/dashboard?${next.toString()}`;
  };
  const isWall = search.get('wall') === '1';
  return (
    <div className={isWall ? 'wall' : undefined}>
      <div className="title">
        <Place region={region} own={own} linkTo={linkTo} />
        <span className="filter">
          <label>
            {t('自', 'From')}
            <Input type="date" value={from ?? ''} onChange={({ target }) => choose('from', target.value)} />
          </label>
          <label>
            {t('至', 'To')}
            <Input type="date" value={to ?? ''} onChange={({ target }) => choose('to', target.value)} />
          </label>
          <Button onClick={() => choose('wall', isWall ? '' : '1')}>
            {isWall ? t('退出大屏', 'Leave the wall screen') : t('大屏', 'Wall screen')}
          </Button>
          <Button onClick={() => window.print()}>{t('打印', 'Print')}</Button>
        </span>
      </div>
      <Answer query={report}>
        {(data) => (
          <>
            <Figures data={data} />
            <Suspense fallback={<p role="status">{t('正在打开地图…', 'Opening the map …')}</p>}>
              <DistrictMap rows={data.children} linkTo={linkTo} />
            </Suspense>
            <Parts rows={data.children} linkTo={linkTo} />
          </>
        )}
      </Answer>
      <WaitsTable query={query} />
    </div>
  );
}

/** Where we are, and the way up, as far as this person may go. */
function Place({ region, own, linkTo }: { region: string; own: string; linkTo: (code: string) => string }) {
  const t = useText();
  const place = useQuery({
    queryKey: ['region', region],
    queryFn: () => api.get('/api/v1/regions/{code}', { path: { code: region } }),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  const above = place.data?.parentCode;
  return (
    <>
      <h1>{t(`${place.data?.name ?? ''} 数据总览`, `Totals of ${place.data?.name ?? '…'}`)}</h1>
      {region !== own && above && <Link to={linkTo(above)}>{t('上一级', 'One level up')}</Link>}
    </>
  );
}

function Figures({ data }: { data: Schemas['Breakdown'] }) {
  const t = useText();
  const language = useLanguage();
  const { metrics, asOf } = data;
  const figures: [string, string][] = [
    [t('注册志愿者', 'Registered volunteers'), String(metrics.volunteersRegistered)],
    [t('其中已实名', 'With a verified name'), String(metrics.volunteersVerified)],
    [t('服务小时', 'Hours served'), hours(metrics.deviceVerifiedMinutes + metrics.attestedMinutes)],
    [t('服务人次', 'Services (person-times)'), String(metrics.servicesConfirmed)],
    [t('转社工站需求', 'Needs with stations'), String(metrics.needsForwarded)],
    [t('接单 / 发布', 'Claimed / opened'), `${metrics.errandsClaimed} / ${metrics.errandsOpened}`],
  ];
  return (
    <>
      <dl className="figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        {asOf
          ? t(`数据截至 ${moment(asOf, language)}`, `As of ${moment(asOf, language)}`)
          : t('还没有任何记录', 'Nothing has been counted yet')}
      </p>
    </>
  );
}

function Parts({ rows, linkTo }: { rows: readonly Row[]; linkTo: (code: string) => string }) {
  const t = useText();
  const number = (title: string, of: (row: Row) => number, print: (value: number) => string = String) => ({
    title,
    align: 'right' as const,
    render: (_: unknown, row: Row) => print(of(row)),
    sorter: (one: Row, other: Row) => of(one) - of(other),
  });
  return (
    <Table<Row>
      rowKey="region"
      dataSource={rows}
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('区划', 'Division'),
          render: (_, { region, name }) => <Link to={linkTo(region)}>{name}</Link>,
          sorter: (one, other) => one.region.localeCompare(other.region),
        },
        number(t('注册志愿者', 'Registered'), ({ metrics }) => metrics.volunteersRegistered),
        number(t('已实名', 'Verified'), ({ metrics }) => metrics.volunteersVerified),
        number(
          t('服务小时', 'Hours'),
          ({ metrics }) => metrics.deviceVerifiedMinutes + metrics.attestedMinutes,
          hours,
        ),
        number(t('人次', 'Services'), ({ metrics }) => metrics.servicesConfirmed),
        number(t('需求', 'Needs'), ({ metrics }) => metrics.needsForwarded),
        number(t('发布', 'Opened'), ({ metrics }) => metrics.errandsOpened),
        number(t('接单', 'Claimed'), ({ metrics }) => metrics.errandsClaimed),
      ]}
    />
  );
}
