import type { AccountKind, AuditFault, LedgerAudit } from '#contracts';
import { type ChainedTransfer, chainHash, genesisHash } from './chain.js';
import { type Account, isMovement, type Transfer } from './transfer.js';

type Counters = Pick<
  Account,
  'debitedMinutes' | 'creditedMinutes' | 'pendingDebitMinutes' | 'pendingCreditMinutes' | 'lastSequence'
>;
type Hold = Pick<Transfer, 'debitAccountId' | 'creditAccountId' | 'minutes'>;

const shownFaults = 20;

/**
 * Replays a city from its first transfer and compares what comes out with what is stored. Every row is
 * measured against the stored link before it, so one forged row is one fault and the rows after it are
 * still judged.
 */
export class Replay {
  private readonly counters = new Map<string, Counters>();
  private readonly failed = new Set<AuditFault['check']>();
  private readonly faults: AuditFault[] = [];
  private readonly openHolds = new Map<string, Hold>();
  private readonly reversed = new Set<string>();
  private sequence = 0;
  private count = 0;
  private hash: Buffer = genesisHash;
  private balanceMinutes = 0;
  private issuedMinutes = 0;
  private personalMinutes = 0;

  constructor(private readonly cityCode: number) {}

  /** The next rows, in order of their numbers. */
  takeTransfers(rows: readonly ChainedTransfer[]): void {
    for (const row of rows) {
      const { sequence } = row;
      if (sequence !== this.sequence + 1) this.fault({ check: 'gap', sequence: this.sequence + 1 });
      if (!chainHash(this.hash, this.cityCode, row).equals(row.chainHash))
        this.fault({ check: 'chain', sequence });
      this.post(row);
      this.sequence = sequence;
      this.hash = row.chainHash;
      this.count++;
    }
  }

  /** The next accounts, after all transfers. */
  takeAccounts(accounts: readonly (Account & { kind: AccountKind })[]): void {
    for (const account of accounts) {
      const replayed = this.countersOf(account.id);
      this.counters.delete(account.id);
      const fits =
        account.debitedMinutes === replayed.debitedMinutes &&
        account.creditedMinutes === replayed.creditedMinutes &&
        account.lastSequence === replayed.lastSequence &&
        account.pendingDebitMinutes === replayed.pendingDebitMinutes &&
        account.pendingCreditMinutes === replayed.pendingCreditMinutes;
      const balanceMinutes = account.creditedMinutes - account.debitedMinutes;
      const isEmpty = !balanceMinutes && !account.pendingDebitMinutes && !account.pendingCreditMinutes;
      if (!fits || (account.closed && !isEmpty)) this.fault({ check: 'counters', accountId: account.id });
      this.balanceMinutes += balanceMinutes;
      if (account.kind === 'issuance') this.issuedMinutes -= balanceMinutes;
      if (account.kind === 'personal') this.personalMinutes += balanceMinutes;
    }
  }

  /** The holds that the ledger takes for open, after all transfers. */
  takeOpenHolds(holdIds: readonly string[]): void {
    const stored = new Set(holdIds);
    for (const holdId of [...this.openHolds.keys(), ...stored])
      if (!stored.has(holdId) || !this.openHolds.has(holdId)) this.fault({ check: 'hold', holdId });
  }

  /** The result, after all accounts and holds. */
  close(head: { nextSequence: number; chainHash: Buffer }): LedgerAudit {
    for (const accountId of this.counters.keys()) this.fault({ check: 'counters', accountId });
    if (this.balanceMinutes !== 0) this.fault({ check: 'sum' });
    if (head.nextSequence !== this.sequence + 1) this.fault({ check: 'gap', sequence: this.sequence + 1 });
    if (!head.chainHash.equals(this.hash)) this.fault({ check: 'head' });
    return {
      cityCode: this.cityCode,
      transferCount: this.count,
      issuedMinutes: this.issuedMinutes,
      personalMinutes: this.personalMinutes,
      sumsToZero: !this.failed.has('sum'),
      countersMatch: !this.failed.has('counters'),
      gapless: !this.failed.has('gap'),
      chainVerifies: !this.failed.has('chain') && !this.failed.has('head'),
      statementsFit: !this.failed.has('statement'),
      holdsMatch: !this.failed.has('hold'),
      openHoldCount: this.openHolds.size,
      heldMinutes: [...this.openHolds.values()].reduce((sum, { minutes }) => sum + minutes, 0),
      headHash: head.chainHash.toString('hex'),
      consistent: this.failed.size === 0,
      faults: this.faults,
    };
  }

  /** Does again what posting did, and compares what the row says of it. */
  private post(row: Transfer): void {
    const { sequence } = row;
    const debit = this.countersOf(row.debitAccountId);
    const credit = this.countersOf(row.creditAccountId);
    const moves = isMovement(row);
    const pendingMinutes = this.pendingBy(row);
    debit.pendingDebitMinutes += pendingMinutes;
    credit.pendingCreditMinutes += pendingMinutes;
    const linksFit =
      row.debitPrev === (moves ? debit.lastSequence : null) &&
      row.creditPrev === (moves ? credit.lastSequence : null);
    if (moves) {
      debit.debitedMinutes += row.minutes;
      credit.creditedMinutes += row.minutes;
      debit.lastSequence = credit.lastSequence = sequence;
    }
    const balancesFit =
      row.debitBalanceMinutes === debit.creditedMinutes - debit.debitedMinutes &&
      row.creditBalanceMinutes === credit.creditedMinutes - credit.debitedMinutes;
    if (!linksFit || !balancesFit) this.fault({ check: 'statement', sequence });
    if (!row.reversesId) return;
    if (this.reversed.has(row.reversesId)) this.fault({ check: 'statement', sequence });
    this.reversed.add(row.reversesId);
  }

  /** What the row adds to the minutes pending. A resolution must fit a hold that is open. */
  private pendingBy(row: Transfer): number {
    if (row.phase === 'single') return 0;
    if (row.phase === 'hold') {
      this.openHolds.set(row.id, row);
      return row.minutes;
    }
    const hold = this.openHolds.get(row.holdId ?? '');
    const fits =
      hold?.debitAccountId === row.debitAccountId &&
      hold.creditAccountId === row.creditAccountId &&
      (row.phase === 'release' ? row.minutes === hold.minutes : row.minutes <= hold.minutes);
    if (!fits) this.fault({ check: 'hold', sequence: row.sequence });
    this.openHolds.delete(row.holdId ?? '');
    return hold ? -hold.minutes : 0;
  }

  private countersOf(accountId: string): Counters {
    let counters = this.counters.get(accountId);
    if (!counters) {
      counters = {
        debitedMinutes: 0,
        creditedMinutes: 0,
        pendingDebitMinutes: 0,
        pendingCreditMinutes: 0,
        lastSequence: null,
      };
      this.counters.set(accountId, counters);
    }
    return counters;
  }

  private fault(fault: AuditFault): void {
    this.failed.add(fault.check);
    if (this.faults.length < shownFaults) this.faults.push(fault);
  }
}
