import { api } from '../api';
import { useLanguage, useTerm, useText } from '../language';
import { Log } from '../log';
import { usePages } from '../pages';
import type { Role } from '../session';
import { roleNames } from '../terms';
import { moment } from '../time';
import { useStaffName } from './staff';
import { roleActions } from './staff.terms';

/** What was done to roles; entries are only ever added. */
export function RoleLog() {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const nameOf = useStaffName();
  const log = usePages(['role-log'], (cursor) =>
    api.get('/api/v1/role-audit', { query: { limit: 50, cursor } }),
  );
  return (
    <Log
      pages={log}
      label={t('岗位日志', 'Log of roles')}
      teach={t('还没有岗位变动。', 'Nothing was done to a role yet.')}
      columns={[
        { title: t('时间', 'When'), render: (_, { at }) => moment(at, language) },
        { title: t('事项', 'What'), render: (_, { action }) => term(roleActions[action]) },
        {
          title: t('岗位', 'Role'),
          render: (_, { role, region }) => `${term(roleNames[role as Role])} · ${region}`,
        },
        { title: t('对象', 'Whose'), render: (_, { subjectId }) => nameOf(subjectId) },
        {
          title: t('经办', 'By whom'),
          render: (_, { byId, byRole, delegationId }) => (
            <>
              {byRole === 'system' ? t('运维命令', 'Command of the operator') : nameOf(byId)}
              {delegationId !== undefined && <span className="quiet">{t('（代理）', ' (as deputy)')}</span>}
            </>
          ),
        },
      ]}
    />
  );
}
