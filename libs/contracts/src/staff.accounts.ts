import { ById, Done } from './common.js';
import { defineRpc } from './contract.js';
import { Instant, Text } from './fields.js';
import { Session } from './sessions.js';
import { StaffSignInInput } from './stations.js';

/** How long a one-time password waits to be used. */
export const oneTimePasswordHours = 72;

const passwordDescription = 'At least ten characters; a sentence is easy to keep in mind.';

export class ChangePasswordInput {
  @Text({ max: 200 }) currentPassword!: string;
  @Text({ min: 10, max: 200, description: passwordDescription }) newPassword!: string;
}

/** What an administrator tells somebody who forgot theirs. */
export class OneTimePassword {
  @Text({ max: 40, description: 'Shown only now; signs nobody in, but lets a new password be chosen once.' })
  password!: string;
  @Instant({ description: 'From this instant it is good for nothing.' }) expiresAt!: string;
}

export class ReplacePasswordInput extends StaffSignInInput {
  @Text({ min: 10, max: 200, description: passwordDescription }) newPassword!: string;
}

/** Accounts of staff: taken off for good, and the passwords to them. */
export const staffAccounts = {
  /**
   * Takes a member of staff off: nobody signs in with the account any more, its sessions end at once, and so do
   * delegations it gave. Never one's own, never the last administrator who answers for a region. Again is the same.
   */
  disable: defineRpc({
    subject: 'stations.disableStaff',
    input: ById,
    output: Done,
    errors: ['resource.notFound', 'staff.ownAccount', 'staff.lastAdministrator'],
    callers: ['administrator', 'system'],
  }),
  /** One's own, with the one it replaces; every other session of one's own ends. */
  changePassword: defineRpc({
    subject: 'stations.changePassword',
    input: ChangePasswordInput,
    output: Done,
    errors: [
      'resource.notFound',
      'password.wrong',
      'password.same',
      'auth.locked',
      'auth.disabled',
      'auth.oneTimeExpired',
    ],
    callers: ['committee', 'station', 'official', 'administrator'],
    reach: 'own',
  }),
  /**
   * Puts a one-time password in the place of a forgotten one and ends all sessions. An administrator's is for the
   * operator alone: who could sign in as a second administrator could approve what he asked for himself.
   */
  resetPassword: defineRpc({
    subject: 'stations.resetPassword',
    input: ById,
    output: OneTimePassword,
    errors: ['resource.notFound', 'staff.ownAccount', 'staff.administratorPassword', 'auth.disabled'],
    callers: ['administrator', 'system'],
  }),
  /** Signs in with a one-time password by putting one's own in its place. */
  replacePassword: defineRpc({
    subject: 'stations.replacePassword',
    input: ReplacePasswordInput,
    output: Session,
    errors: [
      'auth.failed',
      'auth.locked',
      'auth.disabled',
      'auth.codeRequired',
      'auth.enrolmentRequired',
      'auth.oneTimeExpired',
      'password.notOneTime',
      'password.same',
    ],
    callers: ['public'],
  }),
};
