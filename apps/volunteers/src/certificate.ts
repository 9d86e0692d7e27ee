import { type CertificateState, type CertificateStep, DomainError } from '#contracts';

/** What people may do with a certificate, from which kept states, and where it leads. */
export const certificateMoves = {
  accept: { from: ['requested'], to: 'accepted' },
  issue: { from: ['accepted'], to: 'issued' },
  /** Before anything is printed; afterwards only staff revoke. */
  withdraw: { from: ['requested', 'accepted'], to: 'revoked' },
  revoke: { from: ['requested', 'accepted', 'issued'], to: 'revoked' },
} as const satisfies Record<string, { from: CertificateStep[]; to: CertificateStep }>;

export type CertificateMove = keyof typeof certificateMoves;

/** @throws DomainError `certificate.stateConflict` */
export function moveCertificate(state: CertificateStep, move: CertificateMove): CertificateStep {
  const { from, to } = certificateMoves[move];
  if (!(from as readonly CertificateStep[]).includes(state))
    throw new DomainError('certificate.stateConflict', { state });
  return to;
}

/** Public notice in whole days of Asia/Shanghai, from the day after a certificate is issued. */
export interface Notice {
  noticeFrom: Date;
  effectiveFrom: Date;
}

const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;

export function noticeAfter(issuedAt: Date, noticeDays: number): Notice {
  const day = Math.floor((issuedAt.getTime() + shanghaiOffsetMs) / dayMs);
  const startOf = (number: number) => new Date(number * dayMs - shanghaiOffsetMs);
  return { noticeFrom: startOf(day + 1), effectiveFrom: startOf(day + 1 + noticeDays) };
}

/** The state to be shown: what is issued passes through its notice by itself. */
export function stateAt(
  { state, noticeFrom, effectiveFrom }: { state: CertificateStep } & { [K in keyof Notice]: Date | null },
  now: Date,
): CertificateState {
  if (state !== 'issued' || !noticeFrom || !effectiveFrom || now < noticeFrom) return state;
  return now < effectiveFrom ? 'inNotice' : 'effective';
}

const earliestDay = '1990-01-01';

/** @throws DomainError `certificate.periodInvalid` */
export function assertPeriod(from: string, to: string, today: string): void {
  if (from < earliestDay || to < from || to > today) throw new DomainError('certificate.periodInvalid');
}

/** 32 signs that are not taken for one another (Crockford). */
const codeSigns = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 60 of the random bits as 12 signs: numbers are counted up, and nobody shall read all certificates by counting. */
export function checkCode(random: Uint8Array): string {
  return Array.from(random.subarray(0, 12), (byte) => codeSigns[byte % 32] ?? '').join('');
}
