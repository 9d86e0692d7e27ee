import type { Credit, Standing } from './credit.js';

/** Minutes credited and donated for the services of one volunteer on one day. */
export interface EarnedDay {
  volunteerId: string;
  /** `2026-03-02`, Asia/Shanghai */
  day: string;
  earnedMinutes: number;
}

/** Where volunteers stand, as credits are decided one upon the other. */
export class Standings {
  private readonly days: Map<string, number>;

  /**
   * @param balances minutes by volunteer; who is not there has none
   * @param held of these balances; what is taken back and spent never takes what is held
   */
  constructor(
    private readonly balances: Map<string, number>,
    days: readonly EarnedDay[],
    private readonly held: ReadonlyMap<string, number> = new Map(),
  ) {
    this.days = new Map(
      days.map(({ volunteerId, day, earnedMinutes }) => [keyOf(volunteerId, day), earnedMinutes]),
    );
  }

  of(volunteerId: string, day: string): Standing {
    return {
      earnedTodayMinutes: this.days.get(keyOf(volunteerId, day)) ?? 0,
      balanceMinutes: Math.max(0, this.balances.get(volunteerId) ?? 0),
    };
  }

  add(volunteerId: string, day: string, given: Pick<Credit, 'creditedMinutes' | 'donatedMinutes'>): void {
    this.move(volunteerId, day, given.creditedMinutes, given.donatedMinutes);
    // The city covers what was spent, once the new minutes are there.
    const least = this.held.get(volunteerId) ?? 0;
    this.balances.set(volunteerId, Math.max(least, this.balances.get(volunteerId) ?? 0));
  }

  /** What a record came to no longer counts: it is about to be decided anew, and added. */
  takeBack(
    volunteerId: string,
    day: string,
    given: Pick<Credit, 'creditedMinutes' | 'donatedMinutes'>,
  ): void {
    this.move(volunteerId, day, -given.creditedMinutes, -given.donatedMinutes);
  }

  /** Minutes that moved for another reason. What is taken back may have been spent: no balance is below nothing. */
  moved(volunteerId: string, minutes: number): void {
    this.balances.set(volunteerId, Math.max(0, (this.balances.get(volunteerId) ?? 0) + minutes));
  }

  private move(volunteerId: string, day: string, ownMinutes: number, donatedMinutes: number): void {
    this.balances.set(volunteerId, (this.balances.get(volunteerId) ?? 0) + ownMinutes);
    const key = keyOf(volunteerId, day);
    this.days.set(key, Math.max(0, (this.days.get(key) ?? 0) + ownMinutes + donatedMinutes));
  }
}

function keyOf(volunteerId: string, day: string): string {
  return `${volunteerId} ${day}`;
}
