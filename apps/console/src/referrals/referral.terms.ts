import type { Schemas } from '../api';
import type { Terms } from '../terms';

export type Referral = Schemas['ReferralView'];
export type Step = 'send' | 'receive' | 'accept' | 'decline' | 'resolve' | 'close';

export const referralBodies: Terms<Referral['body']> = {
  hospital: ['医院', 'Hospital'],
  police: ['公安', 'Police'],
  fireService: ['消防', 'Fire service'],
  civilAffairsBureau: ['民政部门', 'Civil affairs bureau'],
  disabledPersonsFederation: ['残联', 'Disabled persons’ federation'],
  psychologicalService: ['心理服务', 'Psychological service'],
  legalAid: ['法律援助', 'Legal aid'],
  propertyManagement: ['物业', 'Property management'],
  utilities: ['水电气热', 'Utilities'],
  socialWorkStation: ['社工站', 'Social work station'],
  other: ['其他', 'Other'],
};

export const referralStates: Terms<Referral['state']> = {
  created: ['待发出', 'To be sent'],
  sent: ['待对方收到', 'Sent'],
  received: ['待对方答复', 'Received'],
  accepted: ['办理中', 'Accepted'],
  declined: ['被谢绝', 'Declined'],
  resolved: ['已办结', 'Resolved'],
  closed: ['已结案', 'Closed'],
};

export const consents: Terms<Referral['consent']> = {
  spoken: ['口头同意', 'Spoken'],
  written: ['书面同意', 'In writing'],
  guardian: ['监护人同意', 'By the guardian'],
};

export const steps: Terms<Step> = {
  send: ['已发出', 'It is sent'],
  receive: ['对方已收到', 'It was received'],
  accept: ['对方接受', 'It is accepted'],
  decline: ['对方谢绝', 'It is declined'],
  resolve: ['已办结', 'It is resolved'],
  close: ['结案', 'Close'],
};
