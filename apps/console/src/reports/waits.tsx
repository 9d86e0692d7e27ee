import { useQuery } from '@tanstack/react-query';
import { Table, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useTerm, useText } from '../language';
import { daysOf } from '../published/days';
import { useSession } from '../session';
import { needTypes } from '../terms';
import { AsOf } from './as.of';

type Group = Schemas['WaitGroup'];
type Kind = keyof typeof needTypes;
type Waits = Schemas['TimeToClaim'];
interface Query {
  region: string;
  from?: string;
  to?: string;
}

const terms: Record<string, readonly [string, string]> = needTypes;

/** How long errands waited for a volunteer, per kind; not for committees, which may not ask. */
export function WaitsTable({ query }: { query: Query }) {
  const t = useText();
  const { read } = useAddress();
  const [search] = useSearchParams();
  const isAllowed = useSession()?.role !== 'committee';
  const waits = useQuery({
    queryKey: ['waits', query],
    queryFn: () => api.get('/api/v1/reports/time-to-claim', { query }),
    enabled: isAllowed,
  });
  if (!isAllowed) return null;
  const kinds = Object.keys(needTypes) as Kind[];
  const kind = kinds.find((one) => one === read('waits'));
  const linkTo = (key: string) => {
    const next = new URLSearchParams(search);
    next.set('waits', key);
    return `?${next.toString()}`;
  };
  return (
    <section>
      <h2>{t('等待接单的时间', 'Time to claim')}</h2>
      <Answer
        query={waits}
        nothingYet="report.placeTooSmall"
        empty={{ when: ({ groups }) => groups.length === 0, teach: t('还没有接单。', 'No claims yet.') }}
      >
        {(data) => (
          <>
            <Kinds data={data} linkTo={linkTo} />
            <AsOf at={data.asOf} />
            {kind && <WaitsOfParts query={query} kind={kind} />}
          </>
        )}
      </Answer>
    </section>
  );
}

function Kinds({ data: { groups, errorPercent }, linkTo }: { data: Waits; linkTo: (key: string) => string }) {
  const t = useText();
  const term = useTerm();
  return (
    <>
      <Table<Group>
        rowKey="key"
        dataSource={groups}
        pagination={false}
        size="small"
        columns={[
          {
            title: t('类型', 'Kind'),
            render: (_, { key }) => <Link to={linkTo(key)}>{term(terms[key]) || key}</Link>,
          },
          ...figuresOf(t),
        ]}
      />
      <p className="quiet">
        {t(
          `每次接单从任务发布起算，误差不超过 ${errorPercent}%；点类型看各区划。`,
          `Each claim counts from when its errand opened; at most ${errorPercent}% off. A kind leads to the divisions.`,
        )}
      </p>
    </>
  );
}

/** One kind, by the divisions one level below; where there are none, the days and steps themselves. */
function WaitsOfParts({ query, kind }: { query: Query; kind: Kind }) {
  const t = useText();
  const term = useTerm();
  const [search] = useSearchParams();
  const parts = useQuery({
    queryKey: ['waits', query, kind],
    queryFn: () => api.get('/api/v1/reports/time-to-claim', { query: { ...query, by: 'part', type: kind } }),
  });
  const linkTo = (region: string) => {
    if (region === query.region) return daysOf(query);
    const next = new URLSearchParams(search);
    next.set('region', region);
    return `?${next.toString()}`;
  };
  return (
    <>
      <h3>{t(`${term(needTypes[kind])}：各区划`, `${term(needTypes[kind])}, by division`)}</h3>
      <Answer
        query={parts}
        empty={{ when: ({ groups }) => groups.length === 0, teach: t('还没有接单。', 'No claims yet.') }}
      >
        {({ groups, asOf }) => (
          <>
            <Table<Group>
              rowKey="key"
              dataSource={groups}
              pagination={false}
              size="small"
              columns={[
                {
                  title: t('区划', 'Division'),
                  render: (_, { key, name }) => (
                    <Link to={linkTo(key)}>
                      {key === query.region
                        ? t(`${name ?? key}：逐日`, `${name ?? key}: its days`)
                        : (name ?? key)}
                    </Link>
                  ),
                },
                ...figuresOf(t),
              ]}
            />
            <AsOf at={asOf} />
          </>
        )}
      </Answer>
    </>
  );
}

function figuresOf(t: (zh: string, en: string) => string): TableColumnsType<Group> {
  return [
    {
      title: t('接单', 'Claims'),
      align: 'right',
      render: (_, { claims }) => claims.toLocaleString('en-US'),
      sorter: (one, other) => one.claims - other.claims,
    },
    { title: t('中位数', 'Median'), align: 'right', render: (_, one) => seconds(one.p50Seconds) },
    { title: t('95% 以内', '95 % within'), align: 'right', render: (_, one) => seconds(one.p95Seconds) },
  ];
}

function seconds(value: number | undefined): string {
  if (value === undefined) return '—';
  return value < 90 ? `${value} s` : `${Math.round(value / 60)} min`;
}
