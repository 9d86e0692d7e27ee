import { type Caller, type ConfirmationMethod, DomainError } from '#contracts';

/** Who may confirm in which way, and whose word it is: one's own, or the resident's, proven by a code. */
export const waysToConfirm: Record<ConfirmationMethod, { callers: readonly Caller[]; codeDigits?: 4 | 8 }> = {
  app: { callers: ['resident'] },
  callBack: { callers: ['committee', 'station'] },
  review: { callers: ['committee', 'station'] },
  spokenCode: { callers: ['volunteer', 'committee', 'station'], codeDigits: 4 },
  paperSlip: { callers: ['volunteer', 'committee', 'station'], codeDigits: 8 },
};

/**
 * The way somebody confirms.
 * @throws DomainError `record.selfConfirmation` a volunteer without the resident's word, `record.methodInvalid`
 */
export function wayOf(role: Caller, method: ConfirmationMethod, code: string | undefined) {
  const way = waysToConfirm[method];
  if (role === 'volunteer' && !way.callers.includes(role)) throw new DomainError('record.selfConfirmation');
  if (!way.callers.includes(role) || code?.length !== way.codeDigits)
    throw new DomainError('record.methodInvalid');
  return way;
}

/** Wrong codes a record may be shown before nobody's code is taken any more. */
export const codeAttemptsAllowed = 5;

/** So many decimal digits out of a digest. */
export function digitsOf(digest: Buffer, digits: 4 | 8): string {
  return String(digest.readUInt32BE(0) % 10 ** digits).padStart(digits, '0');
}

/**
 * The four digits a resident says when the service is over. Never those said at the beginning: the volunteer
 * knows them.
 */
export function closingCodeOf(digest: Buffer, serviceCode: string): string {
  const code = digitsOf(digest, 4);
  return code === serviceCode ? String((Number(code) + 1) % 10_000).padStart(4, '0') : code;
}

/** When two confirm each other so often that the station should look. */
export interface PairRule {
  spanDays: number;
  /** Fewer confirmations between two are never striking. */
  leastConfirmations: number;
  /** Of all that a volunteer was given, so many of a hundred from one person. */
  leastPercent: number;
}

/** @param between confirmations of either by the other, @param ofAll all that the volunteer was given */
export function isStriking(between: number, ofAll: number, rule: PairRule): boolean {
  return between >= rule.leastConfirmations && between * 100 >= ofAll * rule.leastPercent;
}
