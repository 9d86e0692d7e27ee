import { chargeMinutes } from './redeeming.js';

/** How the credits of a paid service record are funded now. */
export interface Funding {
  /** The slot whose hold paid for it; null as long as none did. */
  slot: number | null;
  /** What the volunteer is credited for it. */
  creditedMinutes: number;
  /** What who pays was charged. */
  chargedMinutes: number;
}

export const unfunded: Funding = { slot: null, creditedMinutes: 0, chargedMinutes: 0 };

/** What is under way for an errand when a version of a record is funded. */
export interface FundingState {
  slotMinutes: number;
  wholeMinutes: number;
  /** Slots whose hold is open and in time. */
  openSlots: readonly number[];
  /** Of who pays; a closed account is neither charged nor given back. */
  payer: { closed: boolean; availableMinutes: number };
}

/** What the city adds (or, below zero, takes out of circulation), so that charge and addition are the credits. */
export function cityMinutes({ creditedMinutes, chargedMinutes }: Funding): number {
  return creditedMinutes - chargedMinutes;
}

/**
 * Who funds what a record credits in a new version. The first service that credits anything takes the lowest
 * open hold and captures at most what it holds. A correction charges what the new version costs, again at most
 * what was held; what went back may be spent since, so no more than is there. Whatever is not charged the city
 * issues: the volunteer's credits never depend on who pays.
 */
export function fund(before: Funding, creditedMinutes: number, state: FundingState): Funding {
  const wanted = chargeMinutes(creditedMinutes, state.slotMinutes, state.wholeMinutes);
  if (before.slot === null) {
    const slot = wanted > 0 ? [...state.openSlots].sort((a, b) => a - b)[0] : undefined;
    return slot === undefined
      ? { slot: null, creditedMinutes, chargedMinutes: 0 }
      : { slot, creditedMinutes, chargedMinutes: wanted };
  }
  if (state.payer.closed) return { ...before, creditedMinutes };
  const most = Math.min(wanted, Math.max(0, state.payer.availableMinutes) + before.chargedMinutes);
  return { ...before, creditedMinutes, chargedMinutes: most - (most % state.wholeMinutes) };
}
