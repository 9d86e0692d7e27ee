import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Place } from '../divisions/division.path';
import { useLanguage, useTerm, useText } from '../language';
import { Log } from '../log';
import { usePages } from '../pages';
import { mayOpen } from '../places';
import { RecordDrawer } from '../records/record.drawer';
import { useSession } from '../session';
import { AsOf } from '../reports/as.of';
import { moment } from '../time';
import { useRegion } from '../volunteers/places';
import { figure, type MetricName, metricNames } from './metric.terms';

type Part = Schemas['RegionTotals'];
type Step = Schemas['CountedStep'] & { id: string };
type Service = Schemas['CountedService'] & { id: string };
type SteppedName = Extract<MetricName, `needs${string}` | `errands${string}` | `purchases${string}`>;

const ofServices: readonly string[] = ['servicesConfirmed', 'deviceVerifiedMinutes', 'attestedMinutes'];
const isStepped = (name: MetricName): name is SteppedName => /^(?:needs|errands|purchases)/.test(name);

interface Behind {
  region: string;
  day: string;
  metric: MetricName;
}

/** The address of what one figure of one day is made of. */
export function behindOf({ region, day, metric }: Behind): string {
  return `/reports?${new URLSearchParams({ view: 'behind', region, day, metric }).toString()}`;
}

/**
 * What a figure of a day is made of: its parts, level by level, and from the subdistrict on the steps or services
 * themselves. Each level adds up to the one above.
 */
export function BehindView({ region, today }: { region: string; today: string }) {
  const t = useText();
  const term = useTerm();
  const { read } = useAddress();
  const day = read('day') ?? today;
  const asked = read('metric') ?? '';
  const metric: MetricName = asked in metricNames ? (asked as MetricName) : 'servicesConfirmed';
  const place = useRegion(region).data;
  const isSmall = place?.level === 'township' || place?.level === 'community';
  const behind = { region, day, metric };
  return (
    <>
      <h2>{t(`${day} · ${term(metricNames[metric])}`, `${term(metricNames[metric])} · ${day}`)}</h2>
      {place && place.level !== 'community' && <Parts {...behind} />}
      {isSmall && isStepped(metric) && <Steps {...behind} metric={metric} />}
      {isSmall && ofServices.includes(metric) && <Services {...behind} />}
      {place?.level === 'community' && !isStepped(metric) && !ofServices.includes(metric) && (
        <p className="quiet">
          {t(
            '这项数字按社区计，再往下是登记册或账本中的个人，须在那里按权限查看。',
            'This figure is counted by community; below it are people in the register or the ledger, to be seen there by who may.',
          )}
        </p>
      )}
    </>
  );
}

function Parts({ region, day, metric }: Behind) {
  const t = useText();
  const parts = useQuery({
    queryKey: ['breakdown', { region, from: day, to: day }],
    queryFn: () => api.get('/api/v1/reports/breakdown', { query: { region, from: day, to: day } }),
  });
  return (
    <Answer query={parts}>
      {({ children, metrics, asOf }) => (
        <>
          <Table<Part>
            rowKey="region"
            dataSource={children}
            pagination={false}
            size="small"
            columns={[
              {
                title: t('区划', 'Division'),
                render: (_, part) => (
                  <Link to={behindOf({ region: part.region, day, metric })}>{part.name}</Link>
                ),
              },
              {
                title: t('当日', 'That day'),
                align: 'right',
                render: (_, part) => figure(metric, part.metrics[metric]),
                sorter: (one, other) => one.metrics[metric] - other.metrics[metric],
              },
            ]}
            footer={() =>
              t(`合计 ${figure(metric, metrics[metric])}`, `Together ${figure(metric, metrics[metric])}`)
            }
          />
          <AsOf at={asOf} />
        </>
      )}
    </Answer>
  );
}

function Steps({ region, day, metric }: Behind & { metric: SteppedName }) {
  const t = useText();
  const language = useLanguage();
  const role = useSession()?.role;
  const pages = usePages<Step>(['steps', region, day, metric], async (cursor) => {
    const page = await api.get('/api/v1/reports/steps', { query: { region, day, metric, cursor } });
    return { ...page, items: page.items.map((step, at) => ({ ...step, id: `${cursor ?? ''} ${at}` })) };
  });
  const columns: TableColumnsType<Step> = [
    { title: t('时刻', 'When'), render: (_, { at }) => moment(at, language) },
    { title: t('社区', 'Community'), render: (_, { communityCode }) => <Place code={communityCode} /> },
    {
      title: t('需求或任务', 'Need or errand'),
      render: (_, { needId, errandId }) =>
        needId && role && mayOpen(role, '/needs') ? (
          <Link to={`/needs?need=${needId}`}>{t('看需求', 'The need')}</Link>
        ) : (
          <code>{(needId ?? errandId)?.slice(-8)}</code>
        ),
    },
    { title: t('计', 'Counts'), align: 'right', render: (_, { amount }) => figure(metric, amount) },
  ];
  return (
    <Log
      pages={pages}
      label={t('由此组成', 'Made of')}
      teach={t('当日没有。', 'None on that day.')}
      columns={columns}
    />
  );
}

function Services({ region, day }: Behind) {
  const t = useText();
  const { read, choose } = useAddress();
  const pages = usePages<Service>(['services', region, day], async (cursor) => {
    const page = await api.get('/api/v1/reports/services', { query: { region, day, cursor } });
    return { ...page, items: page.items.map((service) => ({ ...service, id: service.recordId })) };
  });
  const columns: TableColumnsType<Service> = [
    {
      title: t('服务记录', 'Record'),
      render: (_, { recordId }) => (
        <Button type="link" size="small" onClick={() => choose({ record: recordId })}>
          {recordId.slice(-8)}
        </Button>
      ),
    },
    { title: t('社区', 'Community'), render: (_, { communityCode }) => <Place code={communityCode} /> },
    {
      title: t('核实', 'Proof'),
      render: (_, { verification }) =>
        verification === 'deviceVerified' ? t('设备核实', 'By device') : t('人工证明', 'Attested'),
    },
    { title: t('分钟', 'Minutes'), dataIndex: 'serviceMinutes', align: 'right' },
  ];
  return (
    <>
      <Log
        pages={pages}
        label={t('由此组成', 'Made of')}
        teach={t('当日没有服务计入。', 'No service counts on that day.')}
        columns={columns}
      />
      <RecordDrawer id={read('record')} close={() => choose({ record: undefined })} />
    </>
  );
}
