import {
  DomainError,
  heldModes,
  type PaymentWay,
  type PaymentWayList,
  type PaymentWaysInput,
  redemption,
  redemptionRefusals,
} from '#contracts';
import { type Call, Database, RpcClient, systemCall } from '#platform';
import { Injectable } from '@nestjs/common';
import { KinshipService } from './kinship.service.js';
import { ResidentEntity } from './need.entity.js';
import { paymentOf } from './payment.js';

const refusals: ReadonlySet<string> = new Set(redemptionRefusals);
const byTheCity: PaymentWay = { mode: 'publicBenefit', heldMinutes: 0 };

/** What somebody who posts a need may choose between, before it is posted. */
@Injectable()
export class PaymentWaysService {
  constructor(
    private readonly database: Database,
    private readonly rpc: RpcClient,
    private readonly kinship: KinshipService,
  ) {}

  /** @throws DomainError `resource.notFound` */
  async list(input: PaymentWaysInput, call: Call): Promise<PaymentWayList> {
    const resident = await this.database.orm
      .getRepository(ResidentEntity)
      .findOneBy({ id: input.residentId });
    if (!resident || !(await this.kinship.mayActFor(call, resident)))
      throw new DomainError('resource.notFound');
    const priced = await Promise.all(heldModes.map((mode) => this.priced(mode, input, resident, call)));
    return { items: [byTheCity, ...priced.filter((way) => way !== undefined)] };
  }

  /** Asks the ledger what posting would ask; undefined where it refuses. */
  private async priced(
    mode: (typeof heldModes)[number],
    { type, expectedMinutes, residentId }: PaymentWaysInput,
    { cityCode }: ResidentEntity,
    call: Call,
  ): Promise<PaymentWay | undefined> {
    const payerId = paymentOf({ payment: mode, residentId }, call.actor)?.payerId ?? undefined;
    const pair = { cityCode, giverId: payerId ?? residentId, takerId: residentId };
    const facts = await this.kinship.pairFacts(pair, call.traceId);
    const price = { cityCode, mode, payerId, servedId: residentId, slots: 1, expectedMinutes, type, facts };
    try {
      const system = systemCall('tasks', call.traceId);
      return { mode, heldMinutes: (await this.rpc.call(redemption.priceErrand, price, system)).heldMinutes };
    } catch (error) {
      if (error instanceof DomainError && refusals.has(error.code)) return undefined;
      throw error;
    }
  }
}
