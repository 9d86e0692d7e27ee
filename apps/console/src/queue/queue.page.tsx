import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useSearchParams } from 'react-router';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useLanguage, useTerm, useText } from '../language';
import { useNow } from '../live';
import { useSession } from '../session';
import { needTypes, stages } from '../terms';
import { clock, elapsed, moment } from '../time';
import { DispatchDrawer } from './dispatch.drawer';

type Item = Schemas['QueueItem'];

/** Errands nobody took in time, the longest waiting first, each with its clock. */
export function QueuePage() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const errandId = search.get('errand') ?? undefined;
  const queue = useQuery({
    queryKey: ['queue'],
    queryFn: () => api.get('/api/v1/unclaimed-errands', { query: { limit: 100 } }),
  });
  return (
    <>
      <h1>{t('无人接单', 'Unclaimed errands')}</h1>
      <Answer
        query={queue}
        empty={{
          when: ({ items }) => items.length === 0,
          teach: t(
            '没有超时的任务。发布后一段时间无人接单的任务会自动出现在这里，可逐一征询志愿者。',
            'Nothing waits too long. Errands that nobody takes in time appear here by themselves; then ask volunteers one by one.',
          ),
        }}
      >
        {({ items }) => <Queue items={items} open={(id) => setSearch({ errand: id })} />}
      </Answer>
      <DispatchDrawer
        item={queue.data?.items.find(({ errand }) => errand.id === errandId)}
        close={() => setSearch({})}
      />
    </>
  );
}

function Queue({ items, open }: { items: readonly Item[]; open: (errandId: string) => void }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const isStation = useSession()?.role === 'station';
  return (
    <Table<Item>
      rowKey={({ errand }) => errand.id}
      dataSource={items}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('等待', 'Waiting'),
          render: (_, { since }) => <Waiting since={since} />,
          sorter: (one, other) => Date.parse(one.since) - Date.parse(other.since),
        },
        {
          title: t('任务', 'Errand'),
          render: (_, { errand }) => (
            <>
              <strong>{term(needTypes[errand.type])}</strong>
              <div className="summary">{errand.summary}</div>
            </>
          ),
        },
        {
          title: t('时间', 'When'),
          render: (_, { errand }) => `${moment(errand.windowStart, language)} – ${clock(errand.windowEnd)}`,
        },
        { title: t('进展', 'Stage'), render: (_, { stage }) => term(stages[stage]) },
        {
          title: t('提醒 / 谢绝 / 未答', 'Alerted / refused / silent'),
          render: (_, item) => `${item.alertsSent} / ${item.alertsRefused} / ${item.alertsSilent}`,
        },
        ...(isStation
          ? [
              {
                title: t('派单', 'Dispatch'),
                render: (_: unknown, { errand, stage, dispatchId }: Item) =>
                  stage !== 'expired' && (
                    <Button type={dispatchId ? 'default' : 'primary'} onClick={() => open(errand.id)}>
                      {dispatchId ? t('征询中', 'Asking') : t('选人', 'Choose')}
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Waiting({ since }: { since: string }) {
  const now = useNow();
  const isLong = now - Date.parse(since) > 3_600_000;
  return <span className={isLong ? 'clock long' : 'clock'}>{elapsed(since, now)}</span>;
}
