import { DomainError, type PrintSlipsInput, type SlipSheet } from '#contracts';
import {
  type Call,
  Clock,
  type Config,
  Database,
  deterministicId,
  Seal,
  sees,
  shanghaiDay,
  tokens,
} from '#platform';
import { addDays } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { digitsOf } from './confirming.js';
import { addSlips, readSlip } from './confirming.store.js';
import { ResidentEntity } from './need.entity.js';

/**
 * Paper slips for residents without a telephone. A code follows from the key of the index and the id of its
 * slip, so that it is stored nowhere and the same sheet can be printed again.
 */
@Injectable()
export class SlipsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    @Inject(tokens.config) private readonly config: Config<'confirming'>,
  ) {}

  /** Not remembered by key: an answer that holds codes is not to be kept. The sheet's id does the same. */
  async print(input: PrintSlipsInput, call: Call): Promise<SlipSheet> {
    const { id, residentId, count } = input;
    const resident = await this.database.orm.getRepository(ResidentEntity).findOneBy({ id: residentId });
    if (!resident || !sees(call.actor, resident.communityCode)) throw new DomainError('resource.notFound');
    const slips = Array.from({ length: count }, (_, i) =>
      this.slip(deterministicId('slip', id, i), residentId),
    );
    const printedAt = this.clock.now();
    const { cityCode } = resident;
    const expiresOn = addDays(shanghaiDay(printedAt), this.config.slipDays);
    return this.database.transaction(async (tx) => {
      const known = await readSlip(tx, cityCode, slips[0]?.id ?? '');
      if (known && known.residentId !== residentId) throw new DomainError('idempotency.conflict');
      const sheet = { cityCode, residentId, printedBy: call.actor.id, printedAt, expiresOn };
      await addSlips(tx, sheet, slips);
      return {
        ...{ id, residentId, expiresOn: known?.expiresOn ?? expiresOn },
        slips: slips.map((slip) => ({ id: slip.id, code: slip.code })),
      };
    });
  }

  private slip(id: string, residentId: string): { id: string; code: string; codeIndex: Buffer } {
    const code = digitsOf(this.seal.blindIndex(id, 'slip'), 8);
    return { id, code, codeIndex: slipIndex(this.seal, residentId, code) };
  }
}

/** What a slip is found by: nobody else's slip bears it. */
export function slipIndex(seal: Seal, residentId: string, code: string): Buffer {
  return seal.blindIndex(`${residentId}\n${code}`, 'slip.code');
}
