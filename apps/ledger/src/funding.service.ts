import { type EventEnvelope, type ServiceRecordConfirmed, systemActor } from '#contracts';
import { Clock, deterministicId, type Tx } from '#platform';
import { parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { clearingAccount, coverOf, issuanceAccount, writeoffAccount } from './city.accounts.js';
import { cityMinutes, fund, type FundingState, unfunded } from './funding.js';
import type { Posting } from './posting.js';
import { linkedSet, PostingService } from './posting.service.js';
import { openAccounts } from './posting.store.js';
import { RedemptionService } from './redemption.service.js';
import * as store from './redemption.store.js';
import { availableMinutes, type Transfer, type TransferRequest } from './transfer.js';

type Told = Pick<EventEnvelope<ServiceRecordConfirmed>, 'data' | 'traceId'>;

/** A version of a paid record, with what posting its credits moved. */
export interface PaidRecord {
  told: Told;
  posting: Posting | undefined;
}

/**
 * Who funds the credits of services that credits pay for. The volunteer's minutes come out of the city's
 * clearing account, whatever the policy makes of them; here the clearing account gets them back, from who pays
 * as far as that was held, from the city otherwise. Both in one transaction: the database refuses to commit a
 * clearing account that is not empty.
 */
@Injectable()
export class FundingService {
  constructor(
    private readonly posting: PostingService,
    private readonly redemption: RedemptionService,
    private readonly clock: Clock,
  ) {}

  /** Which of these errands credits pay for. Needs the city's lock. */
  async paidErrands(
    tx: Tx,
    cityCode: number,
    errandIds: string[],
  ): Promise<ReadonlyMap<string, store.Redemption>> {
    const known = await store.readRedemptions(tx, cityCode, [...new Set(errandIds)]);
    return new Map(
      [...known.values()].flatMap(({ errandId, redemption }) =>
        redemption ? [[errandId, redemption] as const] : [],
      ),
    );
  }

  /** Funds what was just posted for these records, one after the other. Needs the city's lock. */
  async fund(
    tx: Tx,
    cityCode: number,
    paid: ReadonlyMap<string, store.Redemption>,
    records: readonly PaidRecord[],
  ): Promise<void> {
    if (records.length === 0) return;
    const now = this.clock.now();
    const accounts = [clearingAccount(cityCode), issuanceAccount(cityCode), writeoffAccount(cityCode)];
    await openAccounts(tx, cityCode, accounts, now);
    for (const record of records) {
      const redemption = paid.get(record.told.data.errandId);
      if (redemption) await this.fundOne(tx, cityCode, redemption, record, now);
    }
    await this.redemption.releaseSurplus(
      tx,
      cityCode,
      records.map(({ told }) => told.data.errandId),
    );
  }

  private async fundOne(
    tx: Tx,
    cityCode: number,
    redemption: store.Redemption,
    { told, posting }: PaidRecord,
    now: Date,
  ): Promise<void> {
    const { recordId, errandId } = told.data;
    const known = (await store.readRecords(tx, cityCode, [errandId])).find(
      (each) => each.recordId === recordId,
    );
    const before = known ?? { ...unfunded, recordId, errandId, chargeId: null, cityId: null };
    const creditedMinutes = before.creditedMinutes + outOfClearing(cityCode, posting);
    const open = await store.readOpenSlots(tx, cityCode, [redemption], now);
    const state = await this.stateOf(tx, cityCode, redemption, open);
    const after = fund(before, creditedMinutes, state);
    const standing = await store.readTransfers(
      tx,
      cityCode,
      [before.chargeId, before.cityId].flatMap((id) => id ?? []),
    );
    const movements = new Movements(cityCode, told);
    const changes = { ...before, ...after };
    if (after.chargedMinutes !== before.chargedMinutes) {
      movements.reverse(standing.get(before.chargeId ?? ''));
      const hold = before.slot === null ? open.find(({ slot }) => slot === after.slot)?.hold : undefined;
      changes.chargeId = movements.charge(redemption, after.chargedMinutes, hold);
    }
    if (cityMinutes(after) !== cityMinutes(before)) {
      movements.reverse(standing.get(before.cityId ?? ''));
      changes.cityId = movements.byCity(
        cityMinutes(after),
        await this.issuingAccount(tx, cityCode, cityMinutes(after)),
      );
    }
    await this.post(tx, cityCode, movements.requests, told.traceId);
    await store.writeRecord(tx, cityCode, changes);
  }

  private async stateOf(
    tx: Tx,
    cityCode: number,
    { payerAccountId, slotMinutes, wholeMinutes }: store.Redemption,
    open: readonly store.OpenSlot[],
  ): Promise<FundingState> {
    const payer = (await store.readAccounts(tx, cityCode, [payerAccountId])).get(payerAccountId);
    if (!payer) throw new Error(`ledger ${cityCode}: account ${payerAccountId} is gone`);
    return {
      ...{ slotMinutes, wholeMinutes },
      openSlots: open.filter(({ inTime }) => inTime).map(({ slot }) => slot),
      payer: { closed: payer.closed, availableMinutes: availableMinutes(payer) },
    };
  }

  /** The issuing account; where its budget is used up, what it lacks is a loss of the city. */
  private async issuingAccount(tx: Tx, cityCode: number, minutes: number): Promise<string> {
    const { id } = issuanceAccount(cityCode);
    const issuance = (await store.readAccounts(tx, cityCode, [id])).get(id);
    const canIssue = issuance && !issuance.closed && availableMinutes(issuance) >= minutes;
    return canIssue ? id : writeoffAccount(cityCode).id;
  }

  private async post(
    tx: Tx,
    cityCode: number,
    requests: readonly TransferRequest[],
    traceId: string,
  ): Promise<void> {
    const request = linkedSet(requests);
    if (!request) return;
    const [posting] = await this.posting.postInCity(tx, cityCode, [{ request, traceId }]);
    if (!posting || 'rejection' in posting)
      throw new Error(`ledger ${cityCode}: not funded: ${posting?.rejection.code}`);
  }
}

/** What the posting took out of the clearing account, less what it put back. */
function outOfClearing(cityCode: number, posting: Posting | undefined): number {
  if (!posting || 'rejection' in posting || !posting.isNew) return 0;
  const { id } = clearingAccount(cityCode);
  return [posting.transfer, ...posting.linked].reduce(
    (sum, { debitAccountId, creditAccountId, minutes }) =>
      sum + (debitAccountId === id ? minutes : 0) - (creditAccountId === id ? minutes : 0),
    0,
  );
}

/** Gathers the transfers that fund one version of a record. Their ids follow from record and version. */
class Movements {
  readonly requests: TransferRequest[] = [];

  constructor(
    private readonly cityCode: number,
    private readonly told: Told,
  ) {}

  /** The exact opposite; a side that is spent below its floor is covered by the city. */
  reverse(transfer: Transfer | undefined): void {
    if (!transfer) return;
    this.add('unfund', {
      debitAccountId: transfer.creditAccountId,
      creditAccountId: transfer.debitAccountId,
      minutes: transfer.minutes,
      code: 'reverse',
      reference: transfer.reference,
      reversesId: transfer.id,
    });
  }

  /** Captures the hold, or charges anew what a correction costs. */
  charge(redemption: store.Redemption, minutes: number, hold: Transfer | undefined): string | null {
    if (minutes === 0) return null;
    return this.add('charge', {
      ...(hold && { phase: 'capture' as const, holdId: hold.id }),
      debitAccountId: redemption.payerAccountId,
      creditAccountId: clearingAccount(this.cityCode).id,
      minutes,
      code: 'redeem',
      reference: `need:${redemption.needId}`,
    });
  }

  /** What the city adds; below zero, what it takes out of circulation. */
  byCity(minutes: number, issuingAccountId: string): string | null {
    if (minutes === 0) return null;
    const clearing = clearingAccount(this.cityCode).id;
    const isAdded = minutes > 0;
    return this.add('byCity', {
      debitAccountId: isAdded ? issuingAccountId : clearing,
      creditAccountId: isAdded ? clearing : issuanceAccount(this.cityCode).id,
      minutes: Math.abs(minutes),
      code: isAdded ? 'earn' : 'correct',
      reference: `serviceRecord:${this.told.data.recordId}`,
    });
  }

  private add(
    kind: string,
    request: Pick<
      TransferRequest,
      | 'debitAccountId'
      | 'creditAccountId'
      | 'minutes'
      | 'code'
      | 'reference'
      | 'reversesId'
      | 'phase'
      | 'holdId'
    >,
  ): string {
    const { recordId, version, communityCode, endedAt } = this.told.data;
    const { id: actorId, role: actorRole } = systemActor('ledger');
    const id = deterministicId(kind, recordId, version, request.reversesId ?? '');
    this.requests.push({
      ...request,
      ...(request.reversesId && { cover: coverOf(this.cityCode, id) }),
      ...{ id, actorRole, actorId },
      communityCode: parseRegion(communityCode).code,
      effectiveAtMicros: Date.parse(endedAt) * 1000,
    });
    return id;
  }
}
