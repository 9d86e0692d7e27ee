import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Link } from 'react-router';
import { useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Downloads } from '../downloads';
import { useTerm, useText } from '../language';
import { AsOf } from '../reports/as.of';
import { behindOf } from './behind';
import { addDays } from './day';
import { figure, type MetricName, metricNames } from './metric.terms';
import { Span } from './span';

type Day = Schemas['DayTotals'];

const shown: readonly MetricName[] = [
  'volunteersRegistered',
  'needsForwarded',
  'errandsOpened',
  'errandsClaimed',
  'errandsFinished',
  'servicesConfirmed',
  'deviceVerifiedMinutes',
  'attestedMinutes',
];

/** The address of the days behind totals; without a first day the last thirty. */
export function daysOf(asked: { region: string; from?: string; to?: string }): string {
  const said = Object.entries({ view: 'days', ...asked }).filter(([, value]) => value !== undefined);
  return `/reports?${new URLSearchParams(said).toString()}`;
}

/** Every day of a span; each opens the report published of it. */
export function DaysView({ region, today }: { region: string; today: string }) {
  const { read } = useAddress();
  const to = read('to') ?? today;
  const from = read('from') ?? addDays(to, -29);
  const days = useQuery({
    queryKey: ['days', region, from, to],
    queryFn: () => api.get('/api/v1/reports/days', { query: { region, from, to } }),
  });
  return (
    <>
      <Span from={from} to={to} today={today} />
      <Answer query={days}>
        {(data) => (
          <>
            <Downloads
              path="/api/v1/reports/file"
              query={{ region, kind: 'days', from, to }}
              formats={['csv', 'xlsx']}
            />
            <Days days={[...data.days].reverse()} region={region} />
            <AsOf at={data.asOf} />
          </>
        )}
      </Answer>
    </>
  );
}

function Days({ days, region }: { days: readonly Day[]; region: string }) {
  const t = useText();
  const term = useTerm();
  return (
    <Table<Day>
      rowKey="day"
      dataSource={days}
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('日期', 'Day'),
          render: (_, { day }) => (
            <Link to={`?${new URLSearchParams({ view: 'published', region, kind: 'day', day }).toString()}`}>
              {day}
            </Link>
          ),
        },
        ...shown.map((name) => ({
          title: term(metricNames[name]),
          align: 'right' as const,
          render: (_: unknown, { day, metrics }: Day) =>
            metrics[name] === 0 ? (
              0
            ) : (
              <Link to={behindOf({ region, day, metric: name })}>{figure(name, metrics[name])}</Link>
            ),
          sorter: (one: Day, other: Day) => one.metrics[name] - other.metrics[name],
        })),
      ]}
    />
  );
}
