import { Table } from 'antd';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { useLanguage, useTerm, useText } from '../language';
import { More, usePages } from '../pages';
import { useStaffName } from '../staff/staff';
import { moment } from '../time';
import { Wide } from '../wide';
import { serviceNames } from './service.names';

/** Who had letters delivered again. */
export function Replays() {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const nameOf = useStaffName();
  const replays = usePages(['replays'], (cursor) =>
    api.get('/api/v1/dead-letters/replays', { query: { cursor } }),
  );
  return (
    <Answer
      query={replays}
      empty={{
        when: (items) => items.length === 0,
        teach: t('还没有重新投递过。', 'None was delivered again yet.'),
      }}
    >
      {(items) => (
        <>
          <Wide label={t('重新投递日志', 'Log of replays')}>
            <Table<Schemas['ReplayView']>
              rowKey="id"
              dataSource={items}
              pagination={false}
              size="small"
              columns={[
                { title: t('时间', 'When'), render: (_, { at }) => moment(at, language) },
                { title: t('服务', 'Service'), render: (_, { consumer }) => term(serviceNames[consumer]) },
                {
                  title: t('哪些', 'Which'),
                  render: (_, { sequence }) =>
                    sequence === undefined ? t('全部', 'All') : t(`第 ${sequence} 号`, `Number ${sequence}`),
                },
                { title: t('经办', 'By whom'), render: (_, { byId }) => nameOf(byId) },
              ]}
            />
          </Wide>
          <More pages={replays} />
        </>
      )}
    </Answer>
  );
}
