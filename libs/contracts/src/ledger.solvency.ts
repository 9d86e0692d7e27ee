import { roles } from './actor.js';
import { defineRpc } from './contract.js';
import { Choice, Day, Flag, Instant, Integer, ListOf, Nested, Region, Text } from './fields.js';
import { accountKinds, type AccountKind, type TransferCode, transferCodes } from './ledger.js';

/** People of whom nothing is told apart are at least so many. */
export const smallestBand = 5;

const minutes = { min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };
const count = { min: 0, max: Number.MAX_SAFE_INTEGER };
const days = { min: 1, max: 3_660, optional: true };

export class SolvencyInput {
  @Region({ description: 'A city, or any division inside it.' }) region!: string;
  @Integer({ ...days, description: 'Days looked back upon, today the last of them; 365 unless told.' })
  windowDays?: number;
  @Integer({ ...days, description: 'Days looked ahead; 365 unless told.' }) horizonDays?: number;
}

/** A quotient with what it is made of. */
export class Ratio {
  @Integer(minutes) numerator!: number;
  @Integer(minutes) denominator!: number;
  @Text({
    max: 40,
    optional: true,
    description: 'Two decimals, half up; absent where the denominator is not above 0.',
  })
  value?: string;
}

/**
 * Credits of people born in the same decades. Bands of fewer than five people are laid together with their
 * neighbours until nobody can be told apart.
 */
export class CreditBand {
  @Integer({ min: 1880, max: 2100, optional: true, description: 'First birth year of the band.' })
  bornFrom?: number;
  @Integer({ min: 1880, max: 2109, optional: true, description: 'Last birth year of the band.' })
  bornTo?: number;
  @Flag({ description: 'Holds people whose decade the ledger was not told.' }) includesUnknown!: boolean;
  @Integer(count) holderCount!: number;
  @Integer(minutes) balanceMinutes!: number;
  @Integer(count) heldMinutes!: number;
}

/** Accounts of one kind in the whole city. */
export class KindBalance {
  @Choice(accountKinds) kind!: AccountKind;
  @Integer(count) accountCount!: number;
  @Integer(minutes) balanceMinutes!: number;
  @Integer(count) heldMinutes!: number;
}

/** Minutes that moved in the window, less what reversals took back of the same code. */
export class CreditFlow {
  @Choice(transferCodes) code!: TransferCode;
  @Integer(minutes) minutes!: number;
}

export class SolvencyNote {
  @Text({ max: 400 }) zh!: string;
  @Text({ max: 400 }) en!: string;
}

/** What may be asked of volunteers, against what they give; simple sums whose assumptions stand in `notes`. */
export class DemandProjection {
  @Integer({ ...days, optional: false }) horizonDays!: number;
  @Integer({ ...minutes, description: 'Redeemed in the window × horizonDays ÷ windowDays.' })
  demandAtPaceMinutes!: number;
  @Integer({
    ...minutes,
    description:
      'Credits of people who are 60 or older by the end of the horizon: what they may ask for at most.',
  })
  demandOfElderMinutes!: number;
  @Integer({ ...minutes, description: 'Earned by service in the window × horizonDays ÷ windowDays.' })
  serviceAtPaceMinutes!: number;
}

export class Solvency {
  @Region() region!: string;
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Instant({ description: 'All figures are of one snapshot at this time.' }) asOf!: string;
  @Integer({
    ...count,
    optional: true,
    description: 'People with an account; absent where they are fewer than five.',
  })
  holderCount?: number;
  @Integer({ ...minutes, optional: true, description: 'Outstanding: credits of people; absent as above.' })
  outstandingMinutes?: number;
  @ListOf(() => CreditBand, { max: 30, description: 'The oldest first; they add up to outstandingMinutes.' })
  bands!: CreditBand[];
  @ListOf(() => KindBalance, {
    max: accountKinds.length,
    description: 'Of the whole city; they add up to zero.',
  })
  kinds!: KindBalance[];
  @Integer({ ...minutes, description: 'What the city’s public pool holds and has not set aside.' })
  poolMinutes!: number;
  @Day({ description: 'First day of the window, or of the ledger where that is later.' }) windowFrom!: string;
  @Day() windowTo!: string;
  @Integer({ ...days, optional: false }) windowDays!: number;
  @ListOf(() => CreditFlow, { max: transferCodes.length }) flows!: CreditFlow[];
  @Nested(() => Ratio, { description: 'Redeemed over earned in the window.' }) redemptionRate!: Ratio;
  @Nested(() => Ratio, {
    optional: true,
    description:
      'Outstanding over earned in the window: how many such windows of service all credits are worth.',
  })
  windowsOutstanding?: Ratio;
  @Nested(() => DemandProjection) projection!: DemandProjection;
  @ListOf(() => SolvencyNote, { max: 10, description: 'What the projection takes for granted.' })
  notes!: SolvencyNote[];
}

export const solvency = {
  /** Whether what people have saved can be redeemed. For whoever works with totals of the region. */
  getSolvency: defineRpc({
    subject: 'ledger.getSolvency',
    input: SolvencyInput,
    output: Solvency,
    errors: ['access.foreignRegion', 'request.invalid'],
    callers: [...roles.filter((role) => role !== 'volunteer' && role !== 'resident'), 'system'],
    deadlineMs: 30_000,
  }),
};
