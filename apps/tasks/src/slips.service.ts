import {
  type CancelledSlips,
  type CancelSlipsInput,
  DomainError,
  type ListSlipsInput,
  type PrintSlipsInput,
  type SlipList,
  type SlipSheet,
} from '#contracts';
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
  type Tx,
} from '#platform';
import { addDays } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { digitsOf } from './confirming.js';
import { ResidentEntity } from './need.entity.js';
import * as store from './slips.store.js';

const slipsShown = 100;
const mostASheet = 20;

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
  async print({ id, residentId, count }: PrintSlipsInput, call: Call): Promise<SlipSheet> {
    const resident = await this.residentOf(residentId, call);
    return this.database.transaction((tx) => this.printSheet(tx, resident, id, count, call));
  }

  /** What became of a resident's slips, without their codes. */
  async list({ residentId }: ListSlipsInput, call: Call): Promise<SlipList> {
    const resident = await this.residentOf(residentId, call);
    const rows = await store.readSlips(this.database, resident, this.today(), slipsShown);
    return {
      items: rows.map(({ id, state, printedAt, expiresOn, reason }) => ({
        ...{ id, state, printedAt: printedAt.toISOString(), expiresOn },
        ...(reason !== null && { reason }),
      })),
    };
  }

  /** Cancels, and where wished prints as many anew; not remembered by key, as {@link print}. */
  async cancel(input: CancelSlipsInput, call: Call): Promise<CancelledSlips> {
    const { id, residentId, reason, replace = false } = input;
    const slipIds = input.slips?.map((slip) => slip.id);
    const resident = await this.residentOf(residentId, call);
    const { cityCode } = resident;
    return this.database.transaction(async (tx) => {
      // Two cancel the same slips: whoever comes second finds them cancelled.
      await tx.query('select from resident where city_code = $1 and id = $2 for no key update', [
        cityCode,
        residentId,
      ]);
      const known = await store.readCancellation(tx, cityCode, id);
      const isSame =
        known?.residentId === residentId && known.reason === reason && known.replaced > 0 === replace;
      if (known && !(isSame && containsAll(known.slipIds, slipIds)))
        throw new DomainError('idempotency.conflict');
      const cancelled = known?.slipIds ?? (await this.cancelOpen(tx, resident, input, slipIds, call));
      const count = known?.replaced ?? (replace ? Math.min(mostASheet, cancelled.length) : 0);
      const done = { id, cancelled: cancelled.map((slipId) => ({ id: slipId })) };
      if (count === 0) return done;
      const sheetId = deterministicId('slip.replacement', id);
      return { ...done, sheet: await this.printSheet(tx, resident, sheetId, count, call) };
    });
  }

  private async cancelOpen(
    tx: Tx,
    { cityCode, id: residentId }: ResidentEntity,
    { id, reason, replace = false }: CancelSlipsInput,
    slipIds: readonly string[] | undefined,
    call: Call,
  ): Promise<string[]> {
    const open = await store.lockOpenSlips(tx, { cityCode, id: residentId }, slipIds, this.today());
    if (open.length === 0 || !containsAll(open, slipIds)) throw new DomainError('slip.notOpen');
    const replaced = replace ? Math.min(mostASheet, open.length) : 0;
    const by = { id: call.actor.id, at: this.clock.now() };
    await store.cancelSlips(tx, { cityCode, id, residentId, reason, replaced }, open, by);
    return open;
  }

  private async printSheet(
    tx: Tx,
    { cityCode, id: residentId }: ResidentEntity,
    id: string,
    count: number,
    call: Call,
  ): Promise<SlipSheet> {
    const slips = Array.from({ length: count }, (_, i) =>
      this.slip(deterministicId('slip', id, i), residentId),
    );
    const printedAt = this.clock.now();
    const expiresOn = addDays(this.today(), this.config.slipDays);
    const known = await store.readSlip(tx, cityCode, slips[0]?.id ?? '');
    if (known && known.residentId !== residentId) throw new DomainError('idempotency.conflict');
    const sheet = { cityCode, residentId, printedBy: call.actor.id, printedAt, expiresOn };
    await store.addSlips(tx, sheet, slips);
    return {
      ...{ id, residentId, expiresOn: known?.expiresOn ?? expiresOn },
      slips: slips.map((slip) => ({ id: slip.id, code: slip.code })),
    };
  }

  private async residentOf(id: string, { actor }: Call): Promise<ResidentEntity> {
    const resident = await this.database.orm.getRepository(ResidentEntity).findOneBy({ id });
    if (!resident || !sees(actor, resident.communityCode)) throw new DomainError('resource.notFound');
    return resident;
  }

  private slip(id: string, residentId: string): { id: string; code: string; codeIndex: Buffer } {
    const code = digitsOf(this.seal.blindIndex(id, 'slip'), 8);
    return { id, code, codeIndex: slipIndex(this.seal, residentId, code) };
  }

  private today(): string {
    return shanghaiDay(this.clock.now());
  }
}

/** What a slip is found by: nobody else's slip bears it. */
export function slipIndex(seal: Seal, residentId: string, code: string): Buffer {
  return seal.blindIndex(`${residentId}\n${code}`, 'slip.code');
}

function containsAll(all: readonly string[], some: readonly string[] = []): boolean {
  return some.every((each) => all.includes(each));
}
