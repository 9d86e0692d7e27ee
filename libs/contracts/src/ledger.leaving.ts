import { defineRpc } from './contract.js';
import { Choice, Flag, Instant, Integer, Uuid } from './fields.js';
import { maxTransferMinutes } from './ledger.js';

/** Why somebody's account is settled. */
export const leavingCauses = ['death', 'leftRegion'] as const;
export type LeavingCause = (typeof leavingCauses)[number];
/** What a policy makes of the balance: `keep` of who leaves only, `inherit` of who dies only. */
export const leavingOutcomes = ['keep', 'donate', 'expire', 'inherit'] as const;
export type LeavingOutcome = (typeof leavingOutcomes)[number];

const city = { min: 1000, max: 9999, description: 'First four digits of the region.' };

export class SettleLeavingInput {
  @Uuid() ownerId!: string;
  @Integer(city) cityCode!: number;
  @Choice(leavingCauses) cause!: LeavingCause;
  @Uuid({ optional: true, description: 'Who inherits, where the policy says so: a confirmed relative.' })
  heirId?: string;
}

export class LeavingView {
  @Uuid() ownerId!: string;
  @Integer(city) cityCode!: number;
  @Choice(leavingCauses) cause!: LeavingCause;
  @Choice(leavingOutcomes) outcome!: LeavingOutcome;
  @Integer({ min: 0, max: maxTransferMinutes, description: 'That were moved.' }) minutes!: number;
  @Integer({ min: 1, max: 1000, description: 'Of the policy that says so.' }) policyVersion!: number;
  @Flag({ description: 'Not where the balance is kept.' }) closed!: boolean;
  @Instant() settledAt!: string;
}

/** What becomes of credits when their owner dies or leaves the region. */
export const leaving = {
  /**
   * Moves the whole balance as the policy in force today says (`death`, `leaveRegion`) and closes the account for
   * ever; a balance that is kept stays where it is. By who is responsible for the whole city, who did it is kept.
   * The same again is answered alike. Reasons are tried in the order below.
   */
  settle: defineRpc({
    subject: 'ledger.settleLeaving',
    input: SettleLeavingInput,
    output: LeavingView,
    errors: [
      'access.foreignRegion',
      'ledger.sameAccount',
      'ledger.accountUnknown',
      'idempotency.conflict',
      'ledger.accountClosed',
      'leaving.undecided',
      'leaving.heirMissing',
      'leaving.heirUnwanted',
      'resource.notFound',
      'redemption.notRelated',
      'ledger.accountPending',
      'ledger.accountNotEmpty',
      'ledger.minutesInvalid',
    ],
    callers: ['administrator', 'system'],
  }),
};
