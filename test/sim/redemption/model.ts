/** A service as the model knows it. */
export interface Service {
  volunteer: number;
  state: 'claimed' | 'finished' | 'disputed' | 'confirmed' | 'gone';
  minutes: number;
  charged: number;
  /** Whether a hold of its own paid for it. */
  isPaid: boolean;
  version: number;
}

/** A need as the model knows it. */
export interface Errand {
  payer: number;
  slots: number;
  expectedMinutes: number;
  state: 'asked' | 'refused' | 'open' | 'cancelled';
  /** Minutes since the beginning at which its window ends. */
  windowEnd: number;
  openHolds: number;
  services: Service[];
}

/**
 * Paid needs as one would keep them on a napkin: two numbers for who pays, one for who serves, one for the
 * city. Shares no line with the real ones.
 */
export class NaiveBank {
  readonly balances: number[];
  readonly held: number[];
  readonly earned: number[];
  readonly errands: Errand[] = [];
  issuedMinutes = 0;

  constructor(payers: number, volunteers: number, startMinutes: number) {
    this.balances = Array.from({ length: payers }, () => startMinutes);
    this.held = this.balances.map(() => 0);
    this.earned = Array.from({ length: volunteers }, () => 0);
  }

  available(payer: number): number {
    return (this.balances[payer] ?? 0) - (this.held[payer] ?? 0);
  }

  canPost(payer: number, slots: number, expectedMinutes: number): boolean {
    return slots * expectedMinutes <= this.available(payer);
  }

  /** Answers whether it is open. */
  accept(errand: Errand): boolean {
    if (!this.canPost(errand.payer, errand.slots, errand.expectedMinutes)) {
      errand.state = 'refused';
      return false;
    }
    errand.state = 'open';
    errand.openHolds = errand.slots;
    this.hold(errand, errand.slots);
    return true;
  }

  /** A version of a service's record: the first, or a correction. */
  record(errand: Errand, service: Service, minutes: number): void {
    const { payer } = errand;
    const before = service.minutes * Number(service.state === 'confirmed');
    const refund = service.charged;
    this.balances[payer] = (this.balances[payer] ?? 0) + refund;
    let most = 0;
    if (service.isPaid) most = Math.min(errand.expectedMinutes, Math.max(0, this.available(payer)));
    else if (minutes > 0 && errand.openHolds > 0) {
      errand.openHolds--;
      this.hold(errand, -1);
      service.isPaid = true;
      most = errand.expectedMinutes;
    }
    service.charged = Math.min(minutes, most);
    this.balances[payer] = (this.balances[payer] ?? 0) - service.charged;
    this.earned[service.volunteer] = (this.earned[service.volunteer] ?? 0) + minutes - before;
    this.issuedMinutes += minutes - service.charged - (before - refund);
    service.minutes = minutes;
    service.state = 'confirmed';
    service.version++;
  }

  cancel(errand: Errand): void {
    errand.state = 'cancelled';
    for (const service of errand.services) if (service.state === 'claimed') service.state = 'gone';
    this.free(errand);
  }

  /** What nobody can need any more is free. */
  settle(now: number): void {
    for (const errand of this.errands)
      if (errand.state === 'cancelled' || errand.windowEnd <= now) this.free(errand);
  }

  private free(errand: Errand): void {
    const pending = errand.services.filter(({ state }) =>
      ['claimed', 'finished', 'disputed'].includes(state),
    );
    const surplus = Math.max(0, errand.openHolds - pending.length);
    errand.openHolds -= surplus;
    this.hold(errand, -surplus);
  }

  private hold({ payer, expectedMinutes }: Errand, slots: number): void {
    this.held[payer] = (this.held[payer] ?? 0) + slots * expectedMinutes;
  }
}
