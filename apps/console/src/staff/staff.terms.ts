import type { Schemas } from '../api';
import type { Terms } from '../terms';

export const staffRoleNames: Terms<'committee' | 'station' | 'official' | 'administrator'> = {
  committee: ['居委会', 'Residents’ committee'],
  station: ['社工站', 'Social work station'],
  official: ['主管部门', 'Official'],
  administrator: ['管理员', 'Administrator'],
};

export const approvalStates: Terms<Schemas['ApprovalView']['state']> = {
  requested: ['等另一位管理员', 'Waits for another administrator'],
  approved: ['已批准', 'Approved'],
  refused: ['未批准', 'Refused'],
  expired: ['已过期', 'Expired'],
};

export const roleActions: Terms<Schemas['AuditEntry']['action']> = {
  roleRequested: ['申请岗位', 'Role asked for'],
  roleGranted: ['授予岗位', 'Role granted'],
  roleRefused: ['不予授予', 'Role refused'],
  roleDelegated: ['委托', 'Delegated'],
  delegationEnded: ['结束委托', 'Delegation ended'],
  deputySignedIn: ['代理登录', 'Deputy signed in'],
  accountDisabled: ['停用账号', 'Account taken off'],
  passwordReset: ['重置密码', 'Password reset'],
  passwordChanged: ['修改密码', 'Password changed'],
};
