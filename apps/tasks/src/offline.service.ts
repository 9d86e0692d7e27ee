import { createHash, createPublicKey, verify } from 'node:crypto';
import { DomainError, type OfflineInput, type OfflineReceipt, offlineText } from '#contracts';
import {
  type Call,
  Clock,
  type Config,
  Database,
  failed,
  type Outcome,
  tokens,
  type Tx,
  unwrap,
} from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  type DeviceRow,
  findOfflineRecord,
  findVolunteerCity,
  insertOfflineRecord,
  lockDevices,
} from './offline.store.js';
import { offlineMoment } from './presence.js';
import { ServingService } from './serving.service.js';
import { lockHeldClaim } from './serving.store.js';

/**
 * Check-ins and check-outs that were taken without a network (docs/adr/0025): signed by a key of the phone,
 * sent later, each counted once. A phone's clock proves nothing, so their minutes are attested.
 */
@Injectable()
export class OfflineService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly serving: ServingService,
    @Inject(tokens.config) private readonly config: Config<'tasks'>,
  ) {}

  async send(input: OfflineInput, call: Call): Promise<OfflineReceipt> {
    const outcome = await this.database.transaction((tx) => this.take(tx, input, call));
    // Thrown only here: inside, it would roll a counted attempt at the code back.
    return unwrap(outcome);
  }

  private async take(tx: Tx, input: OfflineInput, call: Call): Promise<Outcome<OfflineReceipt>> {
    // Locks the volunteer, so that a record sent twice at once is taken once.
    const cityCode = await findVolunteerCity(tx, call.actor.id);
    const device = (await lockDevices(tx, call.actor.id)).find(({ id }) => id === input.deviceId);
    if (cityCode === undefined || !device) throw new DomainError('offline.deviceUnknown');
    if (!isSigned(input, device)) throw new DomainError('offline.signatureInvalid');
    const digest = createHash('sha256').update(input.signature).digest();
    const known = await findOfflineRecord(tx, device.cityCode, input.id);
    if (known) {
      if (known.volunteerId !== call.actor.id || !known.digest.equals(digest))
        throw new DomainError('idempotency.conflict');
      return { data: known.receipt };
    }
    // Signed before the device was given up, a record still counts; the phone's clock says when.
    if (device.retiredAt && new Date(input.at) >= device.retiredAt)
      throw new DomainError('offline.deviceUnknown');
    const now = this.clock.now();
    const { claim } = await lockHeldClaim(tx, input.errandId, call.actor.id);
    const earliest = input.step === 'checkOut' ? (claim.checked_in_at ?? claim.claimed_at) : claim.claimed_at;
    const at = offlineMoment(new Date(input.at), earliest, now, this.config.offlineHours);
    const { errandId, code, doorCode, place } = input;
    const proofs = { errandId, code, doorCode, place };
    const moment = { at, wasOffline: true };
    const done = await (input.step === 'checkIn'
      ? this.serving.begin(tx, proofs, call, moment)
      : this.serving.finish(tx, proofs, call, moment));
    if (done instanceof DomainError) return failed(done);
    const receipt = {
      id: input.id,
      errandId,
      step: input.step,
      at: at.toISOString(),
      receivedAt: now.toISOString(),
    };
    await insertOfflineRecord(tx, device, call.actor.id, receipt, digest);
    return { data: receipt };
  }
}

function isSigned(input: OfflineInput, { publicKey }: DeviceRow): boolean {
  const x = publicKey.toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(offlineText(input)), key, Buffer.from(input.signature, 'base64url'));
}
