import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useTerm, useText } from '../language';
import { useSession } from '../session';
import { needTypes } from '../terms';
import { AsOf } from './as.of';

type Group = Schemas['WaitGroup'];

const terms: Record<string, readonly [string, string]> = needTypes;

/** How long errands waited for a volunteer, per kind; not for committees, which may not ask. */
export function WaitsTable({ query }: { query: { region: string; from?: string; to?: string } }) {
  const t = useText();
  const term = useTerm();
  const isAllowed = useSession()?.role !== 'committee';
  const waits = useQuery({
    queryKey: ['waits', query],
    queryFn: () => api.get('/api/v1/reports/time-to-claim', { query }),
    enabled: isAllowed,
  });
  if (!isAllowed) return null;
  return (
    <section>
      <h2>{t('等待接单的时间', 'Time to claim')}</h2>
      <Answer
        query={waits}
        empty={{ when: ({ groups }) => groups.length === 0, teach: t('还没有接单。', 'No claims yet.') }}
      >
        {({ groups, errorPercent, asOf }) => (
          <>
            <Table<Group>
              rowKey="key"
              dataSource={groups}
              pagination={false}
              size="small"
              columns={[
                { title: t('类型', 'Kind'), render: (_, { key }) => term(terms[key]) || key },
                { title: t('接单', 'Claims'), dataIndex: 'claims', align: 'right' },
                { title: t('中位数', 'Median'), align: 'right', render: (_, one) => seconds(one.p50Seconds) },
                {
                  title: t('95% 以内', '95 % within'),
                  align: 'right',
                  render: (_, one) => seconds(one.p95Seconds),
                },
              ]}
            />
            <AsOf at={asOf} />
            <p className="quiet">{t(`误差不超过 ${errorPercent}%`, `At most ${errorPercent} % off`)}</p>
          </>
        )}
      </Answer>
    </section>
  );
}

function seconds(value: number | undefined): string {
  if (value === undefined) return '—';
  return value < 90 ? `${value} s` : `${Math.round(value / 60)} min`;
}
