import { Empty, Table } from 'antd';
import { useLanguage, useTerm, useText } from '../language';
import { useStaffName } from '../staff/staff';
import { moment } from '../time';
import { Wide } from '../wide';
import type { Sealing, SealingRun, SealingService } from './sealing';
import { kinds, outcomes } from './sealing.terms';
import { serviceNames } from './service.names';

type Entry = SealingRun & { service: SealingService };

/** Who had values counted or sealed anew, the newest first. */
export function SealingRuns({ answers }: { answers: readonly Sealing[] }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const nameOf = useStaffName();
  const label = t('轮换日志', 'Log of rotations');
  const entries: Entry[] = answers
    .flatMap(({ service, runs }) => runs.map((run) => ({ ...run, service })))
    .sort((one, other) => other.askedAt.localeCompare(one.askedAt));
  return (
    <section aria-label={label}>
      <h2>{label}</h2>
      {entries.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t('还没有清点或重新密封过。', 'Nothing was counted or sealed anew yet.')}
        />
      ) : (
        <Wide label={label}>
          <Table<Entry>
            rowKey={({ service, id }) => `${service} ${id}`}
            dataSource={entries}
            pagination={false}
            size="small"
            columns={[
              { title: t('时间', 'When'), render: (_, { askedAt }) => moment(askedAt, language) },
              { title: t('服务', 'Service'), render: (_, { service }) => term(serviceNames[service]) },
              { title: t('做什么', 'What'), render: (_, { kind }) => term(kinds[kind]) },
              { title: t('到哪个密钥', 'Under the key'), dataIndex: 'keyId', className: 'key-id' },
              {
                title: t('结果', 'Result'),
                render: (_, { outcome }) => (outcome ? term(outcomes[outcome]) : t('进行中', 'under way')),
              },
              {
                title: t('经办', 'By whom'),
                render: (_, { byId }) => (byId ? nameOf(byId) : t('运维命令', 'the operator’s command')),
              },
            ]}
          />
        </Wide>
      )}
    </section>
  );
}
