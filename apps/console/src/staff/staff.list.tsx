import { Button, Table } from 'antd';
import { Choice, Find, useAddress } from '../address';
import { Answer } from '../answer';
import type { Schemas } from '../api';
import { useLanguage, useTerm, useText } from '../language';
import { roleNames } from '../terms';
import { moment } from '../time';
import { RequestStaff } from './request.staff';
import { useStaff } from './staff';
import { StaffDrawer } from './staff.drawer';
import { staffRoleNames } from './staff.terms';

type Staff = Schemas['StaffListItem'];

/** Everybody of the region, found by name, with what may be wrong: no second factor, a session too many. */
export function StaffList() {
  const t = useText();
  const { read, choose } = useAddress();
  const staff = useStaff();
  const role = read('role') as keyof typeof staffRoleNames | undefined;
  const wanted = (read('find') ?? '').toLowerCase();
  const fits = (one: Staff) =>
    (role === undefined || one.role === role) &&
    (one.userName.includes(wanted) || one.displayName.toLowerCase().includes(wanted));
  return (
    <>
      <div className="filter">
        <Find hint={t('姓名或用户名', 'Name or user name')} />
        <Choice
          label={t('岗位', 'Role')}
          terms={staffRoleNames}
          value={role}
          choose={(value) => choose({ role: value })}
        />
        <RequestStaff />
      </div>
      <Answer
        query={staff}
        empty={{
          when: (all) => !all.some(fits),
          teach: t(
            '没有符合条件的工作人员。新增要由一位管理员申请、另一位批准。',
            'Nobody fits. New staff are asked for by one administrator and approved by another.',
          ),
        }}
      >
        {(all) => <List items={all.filter(fits)} open={(id) => choose({ person: id })} />}
      </Answer>
      <StaffDrawer
        person={staff.data?.find(({ id }) => id === read('person'))}
        close={() => choose({ person: undefined })}
      />
    </>
  );
}

function List({ items, open }: { items: readonly Staff[]; open: (id: string) => void }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  return (
    <Table<Staff>
      rowKey="id"
      dataSource={items}
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('姓名', 'Name'),
          sorter: (one, other) => one.displayName.localeCompare(other.displayName, 'zh'),
          render: (_, { id, displayName }) => (
            <Button type="link" size="small" onClick={() => open(id)}>
              {displayName}
            </Button>
          ),
        },
        { title: t('用户名', 'User name'), dataIndex: 'userName' },
        {
          title: t('岗位', 'Role'),
          render: (_, { role, disabledAt }) => (
            <>
              {term(roleNames[role])}
              {disabledAt !== undefined && <span className="state">{t('已停用', 'Taken off')}</span>}
            </>
          ),
        },
        { title: t('辖区', 'Region'), dataIndex: 'region' },
        {
          title: t('动态验证码', 'Second factor'),
          render: (_, { hasSecondFactor }) =>
            hasSecondFactor ? t('已开通', 'Active') : <span className="quiet">{t('未开通', 'None')}</span>,
        },
        {
          title: t('登录中', 'Sessions'),
          align: 'right',
          dataIndex: 'openSessions',
          sorter: (one, other) => one.openSessions - other.openSessions,
        },
        {
          title: t('代理人', 'Deputy'),
          render: (_, { deputy }) =>
            deputy
              ? t(
                  `${deputy.userName}，至 ${moment(deputy.until, language)}`,
                  `${deputy.userName}, until ${moment(deputy.until, language)}`,
                )
              : '—',
        },
      ]}
    />
  );
}
