import { forms } from './forms.js';
import { defineRpc } from './contract.js';
import { Choice, Flag, Instant, Text, Uuid } from './fields.js';
import { beginErrors, ProofInput } from './presence.js';

export class IssueErrandCodeInput {
  @Uuid() errandId!: string;
  @Choice(['minutes', 'slip'], {
    description:
      'minutes: shown on a screen, good for five; slip: printed, good until a day after the window.',
  })
  lifetime!: 'minutes' | 'slip';
}

export class IssueDoorCodeInput {
  @Uuid({ description: 'The resident whose door it is.' }) id!: string;
  @Flag({ optional: true, description: 'Lets every older code of this door expire.' }) renew?: boolean;
}

export class DoorCode {
  @Text({ max: 120, description: 'To be drawn as a QR code as it stands.' }) doorCode!: string;
  @Instant({ optional: true, description: 'Absent for a door: good until renewed.' }) expiresAt?: string;
}

export class RegisterDeviceInput {
  @Uuid() id!: string;
  @Text({
    min: 43,
    max: 43,
    form: forms.base64Url,
    description:
      'Ed25519 public key (RFC 8032), 32 bytes in base64url; the private key never leaves the phone.',
  })
  publicKey!: string;
}

export class RetireDeviceInput {
  @Uuid() id!: string;
}

export class DeviceView {
  @Uuid() id!: string;
  @Instant() registeredAt!: string;
  @Instant({ optional: true, description: 'Since when it signs nothing any more.' }) retiredAt?: string;
}

export const offlineSteps = ['checkIn', 'checkOut'] as const;
export type OfflineStep = (typeof offlineSteps)[number];

/**
 * A step that was taken without a network. `signature` is Ed25519 over the UTF-8 lines, joined by LF:
 * `shunlu.offline.v1`, id, deviceId, errandId, step, at, code, doorCode, and `longitude,latitude,accuracyMetres`;
 * what is absent is an empty line.
 */
export class OfflineInput extends ProofInput {
  @Uuid() id!: string;
  @Uuid() deviceId!: string;
  @Uuid() errandId!: string;
  @Choice(offlineSteps) step!: OfflineStep;
  @Instant({ description: 'When it was taken, by the phone’s clock; signed as it stands.' }) at!: string;
  @Text({ min: 86, max: 86, form: forms.base64Url, description: '64 bytes in base64url.' })
  signature!: string;
}

export class OfflineReceipt {
  @Uuid() id!: string;
  @Uuid() errandId!: string;
  @Choice(offlineSteps) step!: OfflineStep;
  @Instant() at!: string;
  @Instant() receivedAt!: string;
}

/** The text an {@link OfflineInput} is signed over. */
export function offlineText(record: Omit<OfflineInput, 'signature'>): string {
  const { id, deviceId, errandId, step, at, code = '', doorCode = '', place } = record;
  const where = place ? [place.point.longitude, place.point.latitude, place.accuracyMetres].join(',') : '';
  return ['shunlu.offline.v1', id, deviceId, errandId, step, at, code, doorCode, where].join('\n');
}

export const serving = {
  /** A signed code for one errand, for a screen or a printed slip. */
  issueErrandCode: defineRpc({
    subject: 'tasks.issueErrandCode',
    input: IssueErrandCodeInput,
    output: DoorCode,
    errors: ['resource.notFound'],
    callers: ['committee', 'station', 'resident'],
  }),
  /** A signed code for a door, good for all its errands until renewed. */
  issueDoorCode: defineRpc({
    subject: 'tasks.issueDoorCode',
    input: IssueDoorCodeInput,
    output: DoorCode,
    errors: ['resource.notFound'],
    callers: ['committee', 'station', 'resident'],
  }),
  /** The newest three devices of a volunteer sign; a further one retires the oldest. */
  registerDevice: defineRpc({
    subject: 'tasks.registerDevice',
    input: RegisterDeviceInput,
    output: DeviceView,
    errors: ['volunteer.notVerified', 'idempotency.conflict'],
    callers: ['volunteer'],
  }),
  retireDevice: defineRpc({
    subject: 'tasks.retireDevice',
    input: RetireDeviceInput,
    output: DeviceView,
    errors: ['resource.notFound'],
    callers: ['volunteer'],
  }),
  /** Takes a step that was signed on the phone without a network. Its minutes are attested, never device-verified. */
  sendOffline: defineRpc({
    subject: 'tasks.sendOffline',
    input: OfflineInput,
    output: OfflineReceipt,
    errors: [
      'resource.notFound',
      'errand.notYours',
      'errand.stateConflict',
      ...beginErrors,
      'offline.deviceUnknown',
      'offline.signatureInvalid',
      'offline.timeInvalid',
      'idempotency.conflict',
    ],
    callers: ['volunteer'],
  }),
};
