import { useAddress, Views } from '../address';
import { useText, type Wording } from '../language';
import { Approvals } from './approvals';
import { RoleLog } from './role.log';
import { StaffList } from './staff.list';

const views = {
  staff: ['工作人员', 'Staff'],
  approvals: ['待双人审批', 'To be approved'],
  log: ['岗位日志', 'Log of roles'],
} satisfies Record<string, Wording>;
type View = keyof typeof views;

/** Who has which role; roles are asked for by one administrator and granted by another, and all of it is logged. */
export function StaffPage() {
  const t = useText();
  const { read } = useAddress();
  const asked = read('view') ?? '';
  const view: View = asked in views ? (asked as View) : 'staff';
  return (
    <>
      <h1>{t('工作人员与岗位', 'Staff and roles')}</h1>
      <Views views={views} shown={view} />
      {view === 'staff' && <StaffList />}
      {view === 'approvals' && <Approvals />}
      {view === 'log' && <RoleLog />}
    </>
  );
}
