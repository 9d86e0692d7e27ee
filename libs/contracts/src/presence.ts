import { forms } from './forms.js';
import { Point } from './common.js';
import { Integer, Nested, Text } from './fields.js';

/** How somebody showed to be at the door, the strongest first. `fuzzyPlace` shows the neighbourhood only. */
export const presenceProofs = ['code', 'doorCode', 'place', 'fuzzyPlace', 'none'] as const;
export type PresenceProof = (typeof presenceProofs)[number];

/** Where the phone is. Judged at once and kept nowhere: neither stored, nor logged, nor in any event. */
export class PresencePlace {
  @Nested(() => Point) point!: Point;
  @Integer({
    min: 0,
    max: 50_000,
    description:
      'The phone’s own estimate; some thousands for a fuzzy location, which is accepted and marked.',
  })
  accuracyMetres!: number;
}

/** What a check-in or check-out may bring as proof; the strongest that holds counts. */
export class ProofInput {
  @Text({
    max: 4,
    min: 4,
    form: forms.digits,
    optional: true,
    description: 'What the resident said at the door.',
  })
  code?: string;
  @Text({
    max: 120,
    form: forms.token,
    optional: true,
    description: 'What the QR code at the door or on the slip says.',
  })
  doorCode?: string;
  @Nested(() => PresencePlace, { optional: true }) place?: PresencePlace;
}

/** Why a proof does not hold. */
export const proofErrors = [
  'errand.codeWrong',
  'errand.codeLocked',
  'errand.tooFar',
  'errand.doorCodeInvalid',
  'errand.doorCodeExpired',
  'consent.locationWithdrawn',
] as const;

/** Why an errand cannot be begun. */
export const beginErrors = ['errand.tooEarly', ...proofErrors] as const;
/** Why it cannot be ended. */
export const endErrors = ['errand.stopsOpen', ...proofErrors] as const;
