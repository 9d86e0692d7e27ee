import type { Schemas } from '../api';
import type { Terms } from '../terms';

type Certificate = Schemas['CertificateView'];

export const certificateSteps: Terms<'requested' | 'accepted' | 'issued' | 'revoked'> = {
  requested: ['待受理', 'To be accepted'],
  accepted: ['待出具', 'To be issued'],
  issued: ['已出具', 'Issued'],
  revoked: ['已撤销', 'Revoked'],
};

export const certificateStates: Terms<Certificate['state']> = {
  requested: ['待受理', 'To be accepted'],
  accepted: ['待出具', 'To be issued'],
  issued: ['已出具，次日公示', 'Issued, notice from tomorrow'],
  inNotice: ['公示中', 'On public notice'],
  effective: ['生效', 'Effective'],
  revoked: ['已撤销', 'Revoked'],
};

type Reason = NonNullable<Certificate['revocationReason']>;

/** Why staff revoke; the volunteer has a reason of their own. */
export const staffReasons: Terms<Exclude<Reason, 'withdrawnByVolunteer'>> = {
  recordsChanged: ['记录已更正', 'Records changed'],
  objectionUpheld: ['异议成立', 'An objection was upheld'],
  wrongPerson: ['人员有误', 'The wrong person'],
  issuedInError: ['出具有误', 'Issued in error'],
};

export const revocationReasons: Terms<Reason> = {
  withdrawnByVolunteer: ['本人撤回', 'Withdrawn by the volunteer'],
  ...staffReasons,
};

/** Why a batch leaves a certificate, by the code of the error. */
export const batchRefusals: Partial<Record<string, readonly [string, string]>> = {
  'certificate.samePerson': ['您已受理，须由同事出具', 'You accepted it: a colleague has to issue it'],
  'certificate.nothingServed': ['期间内没有已确认的服务', 'No confirmed service in its period'],
  'certificate.stateConflict': ['别人先办了', 'Somebody was faster'],
};
