import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Table } from 'antd';
import { useCallback } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Downloads } from '../downloads';
import { useText } from '../language';
import { useSession } from '../session';
import { hours } from '../time';
import { AsOf } from './as.of';
import { FigureBoxes } from './figure.boxes';
import { HazardCountsTable } from './hazard.counts';
import { DistrictMap } from './map';
import { SolvencyView } from './solvency';
import { WaitsTable } from './waits';

type Row = Schemas['RegionTotals'];
type Place = Schemas['RegionDetail'];

/** Totals of a division and its parts, on the map and in a table; every part opens the same page one level down. */
export function DashboardPage() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const { place, query, report, isTop } = useTotals(search);
  const choose = (name: string, value: string) =>
    setSearch((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  const linkTo = useCallback(
    (code: string) => {
      const next = new URLSearchParams(search);
      next.set('region', code);
      return `/dashboard?${next.toString()}`;
    },
    [search],
  );
  const isWall = search.get('wall') === '1';
  return (
    <div className={isWall ? 'wall' : undefined}>
      <div className="title">
        <Heading place={place} isTop={isTop} linkTo={linkTo} />
        <span className="filter">
          <Span from={query.from} to={query.to} choose={choose} />
          <Button onClick={() => choose('wall', isWall ? '' : '1')}>
            {isWall ? t('退出大屏', 'Leave the wall screen') : t('大屏', 'Wall screen')}
          </Button>
        </span>
      </div>
      <Answer query={report}>
        {(data) => (
          <>
            <Figures data={data} query={query} />
            <Downloads
              path="/api/v1/reports/file"
              query={{ ...query, kind: 'breakdown' }}
              formats={['csv', 'xlsx', 'pdf']}
            />
            <DistrictMap
              rows={districtsOf(data, place)}
              shade={search.get('shade')}
              choose={(shade) => choose('shade', shade)}
              linkTo={linkTo}
            />
            <Parts rows={data.children} linkTo={linkTo} />
          </>
        )}
      </Answer>
      {query.region !== '' && (
        <>
          <WaitsTable query={query} />
          <HazardCountsTable query={query} />
          <SolvencyView region={query.region} />
        </>
      )}
    </div>
  );
}

interface Query {
  region: string;
  from: string | undefined;
  to: string | undefined;
}

interface SpanProps {
  from: string | undefined;
  to: string | undefined;
  choose: (name: string, value: string) => void;
}

/** The days behind the totals; without a first day the last thirty. */
function daysOf(query: Query): string {
  const asked = Object.entries({ view: 'days', ...query }).filter(([, value]) => value !== undefined);
  return `/reports?${new URLSearchParams(asked as [string, string][]).toString()}`;
}

/** The first and the last day that count. */
function Span({ from, to, choose }: SpanProps) {
  const t = useText();
  return (
    <>
      <label>
        {t('自', 'From')}
        <Input type="date" value={from ?? ''} onChange={({ target }) => choose('from', target.value)} />
      </label>
      <label>
        {t('至', 'To')}
        <Input type="date" value={to ?? ''} onChange={({ target }) => choose('to', target.value)} />
      </label>
    </>
  );
}

/** What the address asks for, or else the own division. */
function useTotals(search: URLSearchParams) {
  const own = useSession()?.region ?? '';
  const asked = useRegion(search.get('region') ?? own).data;
  const region = cityOf(asked) ?? '';
  const place = useRegion(region).data;
  const query = { region, from: search.get('from') ?? undefined, to: search.get('to') ?? undefined };
  const report = useQuery({
    queryKey: ['breakdown', query],
    queryFn: () => api.get('/api/v1/reports/breakdown', { query }),
    enabled: region !== '',
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  return { place, query, report, isTop: asked?.code === own || place?.level === 'city' };
}

function useRegion(code: string) {
  return useQuery({
    queryKey: ['region', code],
    queryFn: () => api.get('/api/v1/regions/{code}', { path: { code } }),
    enabled: code !== '',
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}

/** A municipality is a province of a single city, and that city is what one wants to see. */
function cityOf(place: Place | undefined): string | undefined {
  const [only, ...others] = place?.children ?? [];
  return place?.level === 'province' && only && others.length === 0 ? only.code : place?.code;
}

/** What the map can show: the districts of a city, or the one district we look into. */
function districtsOf({ children, metrics, region }: Schemas['Breakdown'], place: Place | undefined): Row[] {
  if (place?.code !== region) return [];
  if (place.level === 'county') return [{ region, name: place.name, metrics }];
  return place.level === 'city' ? children : [];
}

interface HeadingProps {
  place: Place | undefined;
  /** Nothing above it is this person's business. */
  isTop: boolean;
  linkTo: (code: string) => string;
}

/** Where we are, and the way up, as far as this person may go. */
function Heading({ place, isTop, linkTo }: HeadingProps) {
  const t = useText();
  // The single city of a municipality has no name of its own.
  const name = place?.level === 'city' ? t('全市', 'the city') : (place?.name ?? '…');
  return (
    <>
      <h1>{t(`${name} 数据总览`, `Totals of ${name}`)}</h1>
      {!isTop && place?.parentCode && (
        <Link to={linkTo(place.parentCode)}>{t('上一级', 'One level up')}</Link>
      )}
    </>
  );
}

/** Each leads to the days it is made of. */
function Figures({ data, query }: { data: Schemas['Breakdown']; query: Query }) {
  const t = useText();
  const { metrics, asOf } = data;
  const to = daysOf(query);
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
      <FigureBoxes figures={figures.map(([name, value]) => ({ name, value, to }))} />
      <AsOf at={asOf} />
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
