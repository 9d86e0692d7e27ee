import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useAddress, Views } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { DivisionPath, useDivision } from '../divisions/division.path';
import { Downloads } from '../downloads';
import { useText, type Wording } from '../language';
import { daysOf } from '../published/days';
import { hours } from '../time';
import { cityOf, useRegion } from '../volunteers/places';
import { AsOf } from './as.of';
import { CoverageView } from './coverage';
import { FigureBoxes } from './figure.boxes';
import { HazardCountsTable } from './hazard.counts';
import { DistrictMap } from './map';
import { Parts } from './parts';
import { SolvencyView } from './solvency';
import { WaitsTable } from './waits';

type Row = Schemas['RegionTotals'];
type Place = Schemas['RegionDetail'];

/** Counts with their map, or what they are in proportion to who lives there. */
const views = {
  counts: ['数量', 'Counts'],
  coverage: ['覆盖率与比率', 'Coverage and ratios'],
} satisfies Record<string, Wording>;
const kept = ['region', 'from', 'to', 'shade', 'wall', 'waits'];

/** Totals of a division and its parts, on the map and in a table; every part opens the same page one level down. */
export function DashboardPage() {
  const t = useText();
  const { read, choose } = useAddress();
  const { place, query } = useAsked();
  const linkTo = useLinks();
  const isWall = read('wall') === '1';
  const view = read('view') === 'coverage' ? 'coverage' : 'counts';
  return (
    <div className={isWall ? 'wall' : undefined}>
      <div className="title">
        <Heading place={place} />
        <span className="filter">
          <Span from={query.from} to={query.to} choose={(name, value) => choose({ [name]: value })} />
          <Button onClick={() => choose({ wall: isWall ? undefined : '1' })}>
            {isWall ? t('退出大屏', 'Leave the wall screen') : t('大屏', 'Wall screen')}
          </Button>
        </span>
      </div>
      {place && <DivisionPath place={place} isFromCity />}
      <Views views={views} shown={view} keep={kept} />
      {view === 'counts' && <TotalsView place={place} query={query} />}
      {query.region !== '' && (
        <>
          {view === 'coverage' && <CoverageView region={query.region} to={query.to} linkTo={linkTo} />}
          <WaitsTable query={query} />
          <HazardCountsTable query={query} />
          <SolvencyView region={query.region} />
        </>
      )}
    </div>
  );
}

/** Figures, map and table: of one reading. */
function TotalsView({ place, query }: { place: Place | undefined; query: Query }) {
  const { read, choose } = useAddress();
  const linkTo = useLinks();
  const report = useQuery({
    queryKey: ['breakdown', query],
    queryFn: () => api.get('/api/v1/reports/breakdown', { query }),
    enabled: query.region !== '',
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  return (
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
            shade={read('shade') ?? null}
            choose={(shade) => choose({ shade })}
            linkTo={linkTo}
          />
          <Parts rows={data.children} query={query} linkTo={linkTo} />
          <AsOf at={data.asOf} />
        </>
      )}
    </Answer>
  );
}

/** The address of this page, of another division. */
function useLinks(): (code: string) => string {
  const [search] = useSearchParams();
  return useCallback(
    (code) => {
      const next = new URLSearchParams(search);
      next.set('region', code);
      return `/dashboard?${next.toString()}`;
    },
    [search],
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
function useAsked(): { place: Place | undefined; query: Query } {
  const { read } = useAddress();
  const asked = useDivision().data;
  const region = (asked && (cityOf(asked) ?? asked.code)) ?? '';
  return { place: useRegion(region).data, query: { region, from: read('from'), to: read('to') } };
}

/** What the map can show: the districts of a city, or the one district we look into. */
function districtsOf({ children, metrics, region }: Schemas['Breakdown'], place: Place | undefined): Row[] {
  if (place?.code !== region) return [];
  if (place.level === 'county') return [{ region, name: place.name, metrics }];
  return place.level === 'city' ? children : [];
}

/** Where we are. */
function Heading({ place }: { place: Place | undefined }) {
  const t = useText();
  // The single city of a municipality has no name of its own.
  const name = place?.level === 'city' ? t('全市', 'the city') : (place?.name ?? '…');
  return <h1>{t(`${name} 数据总览`, `Totals of ${name}`)}</h1>;
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
      <p className="quiet screen">
        {t(
          '点数字看逐日，再往下是各区划与每一步；没有选起始日时，逐日只列最近 30 天。下表各区划相加等于上面的数。',
          'Figures lead to their days, then to divisions and single steps; without a first day, the last thirty are listed. The divisions in the table below add up to the figures.',
        )}
      </p>
    </>
  );
}
