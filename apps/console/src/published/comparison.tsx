import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Downloads } from '../downloads';
import { useLanguage, useTerm, useText } from '../language';
import { moment } from '../time';
import { addDays } from './day';
import { figure, metricNames } from './metric.terms';
import { Span } from './span';
import { Wide } from '../wide';

type Comparison = Schemas['Comparison'];
type Change = Schemas['Change'];

/** The days asked for beside the same days a year before. */
export function ComparisonView({ region, today }: { region: string; today: string }) {
  const { read } = useAddress();
  const to = read('to') ?? today;
  const from = read('from') ?? addDays(to, -29);
  const comparison = useQuery({
    queryKey: ['comparison', region, from, to],
    queryFn: () => api.get('/api/v1/reports/comparison', { query: { region, from, to } }),
  });
  return (
    <>
      <Span from={from} to={to} today={today} />
      <Answer query={comparison}>
        {(data) => (
          <>
            <Downloads
              path="/api/v1/reports/file"
              query={{ region, kind: 'comparison', from, to }}
              formats={['csv', 'xlsx']}
            />
            <Changes comparison={data} />
          </>
        )}
      </Answer>
    </>
  );
}

function Changes({ comparison: { current, previous, changes, asOf } }: { comparison: Comparison }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  return (
    <>
      <Wide label={t('同比', 'Year on year')}>
        <Table<Change>
          rowKey="name"
          dataSource={changes}
          pagination={false}
          size="small"
          columns={[
            { title: t('指标', 'Figure'), render: (_, { name }) => term(metricNames[name]) },
            {
              title: `${current.from} – ${current.to}`,
              align: 'right',
              render: (_, one) => figure(one.name, one.current),
            },
            {
              title: `${previous.from} – ${previous.to}`,
              align: 'right',
              render: (_, one) => figure(one.name, one.previous),
            },
            {
              title: t('同比', 'Change'),
              align: 'right',
              render: (_, { percent }) =>
                percent === undefined ? '—' : `${percent > 0 ? '+' : ''}${percent}%`,
            },
          ]}
        />
      </Wide>
      <p className="quiet">
        {t('上年同期为零时不算同比。', 'No change is told where there was nothing a year before.')}{' '}
        {asOf && t(`数据截至 ${moment(asOf, language)}`, `As of ${moment(asOf, language)}`)}
      </p>
    </>
  );
}
