import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Link } from 'react-router';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useTerm, useText } from '../language';
import { mayOpen } from '../places';
import { useSession } from '../session';
import { hazardCategories } from '../terms';
import { Wide } from '../wide';
import { AsOf } from './as.of';

type Counts = Schemas['HazardCounts'];

/** Hazards of the days asked for, by category, and how long it took to close them. */
export function HazardCountsTable({ query }: { query: { region: string; from?: string; to?: string } }) {
  const t = useText();
  const role = useSession()?.role;
  const hazards = useQuery({
    queryKey: ['hazard-counts', query],
    queryFn: () => api.get('/api/v1/reports/hazards', { query }),
    refetchInterval: false,
  });
  return (
    <section>
      <h2>{t('隐患', 'Hazards')}</h2>
      <Answer
        query={hazards}
        empty={{
          when: ({ categories }) => categories.length === 0,
          teach: t('这些日子没有隐患。', 'No hazards on these days.'),
        }}
      >
        {({ categories, asOf }) => (
          <>
            <Categories rows={categories} />
            <AsOf at={asOf} />
          </>
        )}
      </Answer>
      {role && mayOpen(role, '/hazards') && (
        <p>
          <Link to="/hazards">{t('逐条查看', 'One by one')}</Link>
        </p>
      )}
    </section>
  );
}

function Categories({ rows }: { rows: readonly Counts[] }) {
  const t = useText();
  const term = useTerm();
  const number = (title: string, of: (counts: Counts) => number) => ({
    title,
    align: 'right' as const,
    render: (_: unknown, counts: Counts) => of(counts).toLocaleString('en-US'),
    sorter: (one: Counts, other: Counts) => of(one) - of(other),
  });
  return (
    <Wide label={t('隐患', 'Hazards')}>
      <Table<Counts>
        rowKey="category"
        dataSource={rows}
        pagination={false}
        size="small"
        columns={[
          { title: t('类别', 'Category'), render: (_, { category }) => term(hazardCategories[category]) },
          number(t('上报', 'Reports'), ({ reports }) => reports),
          number(t('隐患', 'Hazards'), ({ hazards }) => hazards),
          number(t('已处理', 'Handled'), ({ handled }) => handled),
          number(t('已结案', 'Closed'), ({ closed }) => closed),
          number(t('复现', 'Still there'), ({ reopened }) => reopened),
          {
            title: t('结案用时中位数', 'Median to closure'),
            align: 'right',
            render: (_, { closureP50Minutes }) =>
              closureP50Minutes === undefined ? '—' : `${closureP50Minutes.toLocaleString('en-US')} min`,
          },
        ]}
      />
    </Wide>
  );
}
