import type { AccountKind, AuditFault, LedgerAudit } from '#contracts';
import { type ChainedTransfer, chainHash, genesisHash } from './chain.js';
import type { Account } from './posting.js';

interface Counters {
  debitedMinutes: number;
  creditedMinutes: number;
  lastSequence: number | null;
}

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
      const debit = this.countersOf(row.debitAccountId);
      const credit = this.countersOf(row.creditAccountId);
      const linksFit = row.debitPrev === debit.lastSequence && row.creditPrev === credit.lastSequence;
      debit.debitedMinutes += row.minutes;
      credit.creditedMinutes += row.minutes;
      debit.lastSequence = credit.lastSequence = sequence;
      const balancesFit =
        row.debitBalanceMinutes === debit.creditedMinutes - debit.debitedMinutes &&
        row.creditBalanceMinutes === credit.creditedMinutes - credit.debitedMinutes;
      if (!linksFit || !balancesFit) this.fault({ check: 'statement', sequence });
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
        account.pendingDebitMinutes === 0 &&
        account.pendingCreditMinutes === 0;
      if (!fits) this.fault({ check: 'counters', accountId: account.id });
      const balanceMinutes = account.creditedMinutes - account.debitedMinutes;
      this.balanceMinutes += balanceMinutes;
      if (account.kind === 'issuance') this.issuedMinutes -= balanceMinutes;
      if (account.kind === 'personal') this.personalMinutes += balanceMinutes;
    }
  }

  /** The result, after all accounts. */
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
      headHash: head.chainHash.toString('hex'),
      consistent: this.failed.size === 0,
      faults: this.faults,
    };
  }

  private countersOf(accountId: string): Counters {
    let counters = this.counters.get(accountId);
    if (!counters) {
      counters = { debitedMinutes: 0, creditedMinutes: 0, lastSequence: null };
      this.counters.set(accountId, counters);
    }
    return counters;
  }

  private fault(fault: AuditFault): void {
    this.failed.add(fault.check);
    if (this.faults.length < shownFaults) this.faults.push(fault);
  }
}
