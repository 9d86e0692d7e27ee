import { useQuery } from '@tanstack/react-query';
import { Input, Table } from 'antd';
import { Link } from 'react-router';
import { useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Downloads } from '../downloads';
import { useLanguage, useText, type Wording } from '../language';
import { metricNames } from '../published/metric.terms';
import { Switches } from '../shell';
import { hours, moment } from '../time';
import { useRegion } from '../volunteers/places';

type Row = Schemas['OpenRow'];
type Name = keyof Row['figures'];

/** Where an address names no division: the city this suite began in. */
const firstCity = '1201';

const names: Record<Name, Wording> = {
  volunteersRegistered: metricNames.volunteersRegistered,
  volunteersVerified: metricNames.volunteersVerified,
  volunteersActive30: metricNames.volunteersActive30,
  needsSubmitted: metricNames.needsSubmitted,
  needsFulfilled: metricNames.needsFulfilled,
  errandsOpened: metricNames.errandsOpened,
  errandsFinished: metricNames.errandsFinished,
  servicesConfirmed: metricNames.servicesConfirmed,
  serviceMinutes: ['服务小时', 'Hours of service'],
};

/** A month of a division for everybody: no sign-in, nothing small. */
export function OpenPage() {
  const t = useText();
  const { read, choose } = useAddress();
  const region = read('region') ?? firstCity;
  const month = read('month');
  const place = useRegion(region).data;
  const figures = useQuery({
    queryKey: ['open', region, month],
    queryFn: () => api.get('/api/v1/open/totals', { query: { region, month } }),
    refetchInterval: false,
  });
  // The single city of a municipality has no name of its own.
  const above = useRegion((place?.level === 'city' && place.parentCode) || '').data;
  const name = (above?.children.length === 1 ? above : place)?.name ?? '…';
  const shownMonth = month ?? figures.data?.month;
  return (
    <>
      <header className="bar">
        <span className="brand">{t('顺路', 'Shunlu')}</span>
        <span className="tools">
          <Switches />
          <Link to="/">{t('工作人员登录', 'Staff sign in')}</Link>
        </span>
      </header>
      <main id="content">
        <div className="title">
          <h1>{t(`公开数据：${name}`, `Open data: ${name}`)}</h1>
          {place?.parentCode && place.level !== 'city' && (
            <Link to={`/open?region=${place.parentCode}`}>{t('上一级', 'One level up')}</Link>
          )}
          <label className="filter">
            {t('月份', 'Month')}
            <Input
              type="month"
              style={{ width: 160 }}
              value={shownMonth ?? ''}
              onChange={({ target }) => choose({ month: target.value })}
            />
          </label>
        </div>
        <Answer query={figures} nothingYet="openData.notPublished">
          {(data) => (
            <>
              <Downloads
                path="/api/v1/open/totals/file"
                query={{ region, month: data.month }}
                formats={['csv', 'json']}
              />
              <Figures month={data} name={name} />
            </>
          )}
        </Answer>
      </main>
    </>
  );
}

function Figures({ month, name: whole }: { month: Schemas['OpenMonth']; name: string }) {
  const t = useText();
  const language = useLanguage();
  const chosen = language === 'zh' ? 0 : 1;
  const all = Object.entries(names) as [Name, Wording][];
  return (
    <>
      <Table<Row>
        rowKey="region"
        dataSource={month.rows}
        pagination={false}
        size="small"
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: t('区划', 'Division'),
            render: (_, { region, name, level }) =>
              region === month.region ? (
                <strong>{whole}</strong>
              ) : level === 'community' ? (
                name
              ) : (
                <Link to={`/open?region=${region}&month=${month.month}`}>{name}</Link>
              ),
          },
          ...all.map(([name, wording]) => ({
            title: wording[chosen],
            align: 'right' as const,
            render: (_: unknown, { figures }: Row) => printed(name, figures[name]),
          })),
        ]}
      />
      <p className="quiet">
        {t(
          `“—”：大于 0 且小于 ${month.threshold} 的数不公布，也不公布可据以推算它的数。`,
          `“—”: figures above 0 and below ${month.threshold} are kept back, and so is whatever they could be worked out from.`,
        )}{' '}
        {t(
          `发布于 ${moment(month.publishedAt, language)}`,
          `Published ${moment(month.publishedAt, language)}`,
        )}
      </p>
    </>
  );
}

function printed(name: Name, value: number | undefined): string {
  if (value === undefined) return '—';
  return name === 'serviceMinutes' ? hours(value) : value.toLocaleString('en-US');
}
