import { api } from '../api';
import { useLanguage, useTerm, useText } from '../language';
import { Log } from '../log';
import { usePages } from '../pages';
import { useStaffName } from '../staff/staff';
import { moment } from '../time';
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
    <Log
      pages={replays}
      label={t('重新投递日志', 'Log of replays')}
      teach={t('还没有重新投递过。', 'None was delivered again yet.')}
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
  );
}
