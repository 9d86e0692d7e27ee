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
  const mayList = role !== undefined && mayOpen(role, '/hazards');
  const listOf = (category?: string) =>
    `/hazards?${new URLSearchParams({ region: query.region, ...(category && { category }) }).toString()}`;
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
            <Categories rows={categories} listOf={mayList ? listOf : undefined} />
            <AsOf at={asOf} />
          </>
        )}
      </Answer>
      <p className="quiet">
        {mayList
          ? t(
              '每一步算在发生那天；换区划看其各级。点类别看现有的隐患，不限日期。',
              'Each step counts on its day; other divisions have this table of their own. A category leads to its hazards, of any day.',
            )
          : t(
              '每一步算在发生那天；换区划看其各级。逐条由居委会、社工站和官员查看。',
              'Each step counts on its day; other divisions have this table of their own. Single hazards are for committees, stations and officials.',
            )}{' '}
        {mayList && <Link to={listOf()}>{t('逐条查看', 'One by one')}</Link>}
      </p>
    </section>
  );
}

interface CategoriesProps {
  rows: readonly Counts[];
  /** Where the hazards of a category are; undefined for who may not see them. */
  listOf: ((category: string) => string) | undefined;
}

function Categories({ rows, listOf }: CategoriesProps) {
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
          {
            title: t('类别', 'Category'),
            render: (_, { category }) => {
              const name = term(hazardCategories[category]);
              return listOf ? <Link to={listOf(category)}>{name}</Link> : name;
            },
          },
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
