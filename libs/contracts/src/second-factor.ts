import { forms } from './forms.js';
import { ById, Done } from './common.js';
import { defineRpc } from './contract.js';
import { ListOf, Text } from './fields.js';
import { StaffCredentials } from './stations.js';

/** What the authenticator is given; shown once, on paper or as a QR code, and to nobody else. */
export class SecondFactorSecret {
  @Text({ max: 64, form: forms.base32, description: 'Base32, RFC 4648, to be typed in.' })
  secret!: string;
  @Text({ max: 300, description: 'otpauth:// address, to be scanned.' }) uri!: string;
}

export class ConfirmSecondFactorInput extends StaffCredentials {
  @Text({ min: 6, max: 6, form: forms.digits, description: 'What the authenticator shows now.' })
  code!: string;
}

export class RecoveryCode {
  @Text({ max: 20 }) code!: string;
}

export class RecoveryCodes {
  @ListOf(() => RecoveryCode, {
    max: 10,
    description: 'Each signs in once in place of a code. Shown only now.',
  })
  items!: RecoveryCode[];
}

const errors = [
  'auth.failed',
  'auth.locked',
  'auth.disabled',
  'auth.oneTimeExpired',
  'secondFactor.active',
] as const;

/** The second factor of staff: codes of an authenticator by RFC 6238. Enrolling takes the password, no session. */
export const secondFactor = {
  /** Gives a new secret; it counts once a code of it has been confirmed. Asking again replaces it. */
  enrol: defineRpc({
    subject: 'stations.enrolSecondFactor',
    input: StaffCredentials,
    output: SecondFactorSecret,
    errors,
    callers: ['public'],
  }),
  /** From now on signing in takes a code. Sessions opened without one are closed. */
  confirm: defineRpc({
    subject: 'stations.confirmSecondFactor',
    input: ConfirmSecondFactorInput,
    output: RecoveryCodes,
    errors: [...errors, 'secondFactor.notBegun'],
    callers: ['public'],
  }),
  /** Takes the factor and all sessions of a member of staff away: phone and recovery codes are lost. */
  reset: defineRpc({
    subject: 'stations.resetSecondFactor',
    input: ById,
    output: Done,
    errors: ['resource.notFound'],
    callers: ['administrator', 'system'],
  }),
};
