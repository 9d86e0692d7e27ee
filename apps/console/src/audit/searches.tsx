import { api } from '../api';
import { useLanguage, useText } from '../language';
import { Log } from '../log';
import { usePages } from '../pages';
import { useStaffName } from '../staff/staff';
import { moment } from '../time';

/** Who searched the log of looks, and for what. */
export function Searches() {
  const t = useText();
  const language = useLanguage();
  const nameOf = useStaffName();
  const anybody = t('任何人', 'anybody');
  const searches = usePages(['audit-searches'], (cursor) =>
    api.get('/api/v1/audit-searches', { query: { limit: 50, cursor } }),
  );
  return (
    <Log
      pages={searches}
      label={t('审计查询日志', 'Log of searches')}
      teach={t('还没有人做过审计查询。', 'Nobody has searched yet.')}
      columns={[
        { title: t('时间', 'When'), render: (_, { at }) => moment(at, language) },
        { title: t('查询人', 'Who searched'), render: (_, { byId }) => nameOf(byId) },
        {
          title: t('查看人', 'Who looked'),
          render: (_, { viewerId }) => (viewerId ? nameOf(viewerId) : anybody),
        },
        {
          title: t('谁的资料', 'Whose data'),
          render: (_, { personId }) => personId?.slice(-8) ?? anybody,
        },
        {
          title: t('日期', 'Days'),
          render: (_, { from, to, isFurtherPage }) => (
            <>
              {`${from} – ${to}`}
              {isFurtherPage && <span className="quiet">{t('（翻页）', ' (further page)')}</span>}
            </>
          ),
        },
      ]}
    />
  );
}
