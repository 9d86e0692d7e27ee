import { Descriptions, Drawer } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useSession } from '../session';
import { useLanguage, useTerm, useText } from '../language';
import { roleNames } from '../terms';
import { moment } from '../time';
import { useRegion } from '../volunteers/places';
import { EmploymentFacts, SetEmployment } from './employment';
import { ResetPassword } from './reset.password';

type Staff = Schemas['StaffListItem'];

interface Props {
  person: Staff | undefined;
  close: () => void;
}

/** One member of staff, and what an administrator may take from them at once. */
export function StaffDrawer({ person, close }: Props) {
  const t = useText();
  return (
    <Drawer
      open={person !== undefined}
      onClose={close}
      title={t('工作人员', 'Member of staff')}
      size="min(520px, 100vw)"
      destroyOnHidden
    >
      {person && (
        <>
          <Facts person={person} />
          <h2>{t('聘用与证书', 'Employment and licences')}</h2>
          <EmploymentFacts employment={person.employment} />
          <Steps person={person} />
        </>
      )}
    </Drawer>
  );
}

function Facts({ person }: { person: Staff }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const place = useRegion(person.region).data?.name;
  const { deputy, disabledAt } = person;
  const items: [string, string][] = [
    [t('姓名', 'Name'), person.displayName],
    [t('用户名', 'User name'), person.userName],
    [t('岗位', 'Role'), term(roleNames[person.role])],
    [t('辖区', 'Region'), place ?? person.region],
    [t('岗位始于', 'In the role since'), moment(person.since, language)],
    ...(disabledAt === undefined
      ? []
      : [[t('停用于', 'Taken off'), moment(disabledAt, language)] satisfies [string, string]]),
    [t('动态验证码', 'Second factor'), person.hasSecondFactor ? t('已开通', 'Active') : t('未开通', 'None')],
    [t('登录中', 'Open sessions'), String(person.openSessions)],
    [
      t('代理人', 'Deputy'),
      deputy
        ? t(
            `${deputy.userName}，至 ${moment(deputy.until, language)}`,
            `${deputy.userName}, until ${moment(deputy.until, language)}`,
          )
        : '—',
    ],
  ];
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      items={items.map(([label, children]) => ({ key: label, label, children }))}
    />
  );
}

function Steps({ person }: { person: Staff }) {
  const { id, userName, role, openSessions, hasSecondFactor, disabledAt } = person;
  const t = useText();
  const isOwn = useSession()?.actorId === id;
  const isOpen = disabledAt === undefined;
  const path = { id };
  return (
    <>
      <div className="steps">
        {isOpen && <SetEmployment person={person} />}
        {openSessions > 0 && (
          <Decision
            name={t('结束全部登录', 'End all sessions')}
            title={t(
              '结束其全部登录？五秒内生效，本人可用密码重新登录。',
              'End all sessions? Within five seconds; the person can sign in again with the password.',
            )}
            isDanger
            changes={['staff']}
            decide={() => api.post('/api/v1/staff/{id}/sessions/closing', { path })}
          />
        )}
        {isOpen && !isOwn && role !== 'administrator' && <ResetPassword id={id} userName={userName} />}
        {isOpen && hasSecondFactor && (
          <Decision
            name={t('重置动态验证码', 'Reset the second factor')}
            title={t(
              '重置动态验证码？手机与恢复码都丢失时使用，同时结束其全部登录。',
              'Reset it? For who lost phone and recovery codes; all sessions end too.',
            )}
            isDanger
            changes={['staff']}
            decide={() => api.post('/api/v1/staff/{id}/second-factor/reset', { path })}
          />
        )}
        {isOpen && !isOwn && (
          <Decision
            name={t('停用账号', 'Take the account off')}
            title={t(
              `停用 ${userName}？全部登录与委托随即结束，不能恢复；回来工作须重新申请。`,
              `Take ${userName} off? Sessions and delegations end at once, for good; who comes back is asked for anew.`,
            )}
            isDanger
            changes={['staff', 'role-log']}
            decide={() => api.post('/api/v1/staff/{id}/disabling', { path })}
          />
        )}
      </div>
      <p>
        <Link to={`/audit?viewer=${id}`}>{t('此人看过谁的资料', 'Whose data this person looked at')}</Link>
      </p>
    </>
  );
}
