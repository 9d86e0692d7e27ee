import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { Choice, useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useLanguage, useTerm, useText, type Wording } from '../language';
import { moment } from '../time';
import { Wide } from '../wide';
import { addDays } from './day';
import { figure, type MetricName, metricNames } from './metric.terms';
import { Span } from './span';
import { type Grain, type Step, stepsOf } from './trend';

const TrendChart = lazy(async () => ({ default: (await import('./trend.chart')).TrendChart }));

const grains: Record<Grain, Wording> = {
  day: ['日', 'Day'],
  week: ['周', 'Week'],
  month: ['月', 'Month'],
};

/** What adds up over days; who is active does not. */
const shown = [
  'servicesConfirmed',
  'deviceVerifiedMinutes',
  'attestedMinutes',
  'needsForwarded',
  'errandsOpened',
  'errandsClaimed',
  'errandsFinished',
  'errandsExpired',
  'volunteersRegistered',
  'volunteersVerified',
  'creditsIssuedMinutes',
  'creditsSpentMinutes',
] as const satisfies readonly MetricName[];
type Shown = (typeof shown)[number];
const names = Object.fromEntries(shown.map((name) => [name, metricNames[name]])) as Record<Shown, Wording>;

/** One figure over time, as a chart and as the table it is drawn from. */
export function TrendsView({ region, today }: { region: string; today: string }) {
  const t = useText();
  const { read, choose } = useAddress();
  const to = read('to') ?? today;
  const from = read('from') ?? addDays(to, -83);
  const asked = read('figure') ?? '';
  const name: Shown = asked in names ? (asked as Shown) : 'servicesConfirmed';
  const by = read('by') ?? '';
  const grain: Grain = by in grains ? (by as Grain) : 'week';
  const days = useQuery({
    queryKey: ['days', region, from, to],
    queryFn: () => api.get('/api/v1/reports/days', { query: { region, from, to } }),
  });
  return (
    <>
      <div className="filter screen">
        <Choice
          label={t('指标', 'Figure')}
          terms={names}
          value={name}
          isRequired
          choose={(value) => choose({ figure: value })}
        />
        <Choice
          label={t('按', 'By')}
          terms={grains}
          value={grain}
          isRequired
          choose={(value) => choose({ by: value })}
        />
        <Span from={from} to={to} today={today} />
      </div>
      <Answer query={days}>{(data) => <Trend data={data} name={name} grain={grain} />}</Answer>
    </>
  );
}

interface TrendProps {
  data: Schemas['DailyTotals'];
  name: Shown;
  grain: Grain;
}

function Trend({ data, name, grain }: TrendProps) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const steps = useMemo(() => stepsOf(data.days, grain, ({ metrics }) => metrics[name]), [data, grain, name]);
  const label = term(metricNames[name]);
  return (
    <>
      <figure className="map">
        <Suspense fallback={<p role="status">{t('正在画图…', 'Drawing …')}</p>}>
          <TrendChart steps={steps} label={label} />
        </Suspense>
        <figcaption className="quiet">
          {t('浅色：该期的日子没有取全。', 'Pale: not all days of that period were asked for.')}{' '}
          {data.asOf && t(`数据截至 ${moment(data.asOf, language)}`, `As of ${moment(data.asOf, language)}`)}
        </figcaption>
      </figure>
      <Wide label={label}>
        <Table<Step>
          rowKey="from"
          dataSource={[...steps].reverse()}
          pagination={false}
          size="small"
          columns={[
            {
              title: t('期间', 'Period'),
              render: (_, { from, to, isWhole }) => (
                <>
                  {from === to ? from : `${from} – ${to}`}
                  {!isWhole && <span className="quiet">{t('（不足一期）', ' (in part)')}</span>}
                </>
              ),
            },
            { title: label, align: 'right', render: (_, { value }) => figure(name, value) },
          ]}
        />
      </Wide>
    </>
  );
}
