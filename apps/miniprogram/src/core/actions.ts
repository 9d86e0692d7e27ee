/** A step of the door, as it was taken. */
export interface Step {
  kind: 'checkIn' | 'checkOut';
  /** UUID made before anything is sent: the same step is never counted twice. */
  id: string;
  errandId: string;
  /** What the errand is about, to show while it waits. */
  title: string;
  /** RFC 3339, by the phone. */
  at: string;
  code?: string;
  doorCode?: string;
  place?: { point: { longitude: number; latitude: number }; accuracyMetres: number };
}

/** A step on its way. */
export interface Queued {
  step: Step;
  state: 'waiting' | 'refused';
  /** Sent at least once without an answer: whether it arrived is not known. */
  isTried: boolean;
  /** What the API said when it refused. */
  refusal?: string;
}

/** What came of sending. */
export type Sent = 'done' | 'unreachable' | { refusal: string };

/** What a queue needs of the world. */
export interface QueueWorld {
  load(): Queued[];
  save(items: Queued[]): void;
  send(item: Queued): Promise<Sent>;
}

/**
 * Keeps steps in the order they were taken until each is answered, over closings of the app. One is sent at a
 * time; no answer stops the line, a refusal is kept to be shown and lets the others pass.
 */
export class ActionQueue {
  private items: Queued[];
  private flushing: Promise<void> | undefined;

  constructor(
    private readonly world: QueueWorld,
    private readonly changed: (items: readonly Queued[]) => void,
  ) {
    this.items = world.load();
  }

  all(): readonly Queued[] {
    return this.items;
  }

  /** Keeps a step, then sends what waits. The same id again changes nothing. */
  async add(step: Step): Promise<void> {
    if (!this.items.some((item) => item.step.id === step.id)) {
      // A new try at the same step takes the place of one that was refused.
      const others = this.items.filter(
        (item) =>
          item.state === 'waiting' || item.step.errandId !== step.errandId || item.step.kind !== step.kind,
      );
      this.write([...others, { step, state: 'waiting', isTried: false }]);
    }
    await this.flush();
  }

  /** Sends what waits; calls at the same time are one. */
  flush(): Promise<void> {
    this.flushing ??= this.run().finally(() => (this.flushing = undefined));
    return this.flushing;
  }

  /** Takes away what was refused and seen. */
  dismiss(id: string): void {
    this.write(this.items.filter(({ step, state }) => step.id !== id || state === 'waiting'));
  }

  private async run(): Promise<void> {
    for (;;) {
      const next = this.items.find(({ state }) => state === 'waiting');
      if (!next) return;
      const sent = await this.world.send(next);
      if (sent === 'unreachable') {
        this.replace(next, { ...next, isTried: true });
        return;
      }
      this.replace(next, sent === 'done' ? undefined : { ...next, state: 'refused', refusal: sent.refusal });
    }
  }

  private replace(old: Queued, next: Queued | undefined): void {
    this.write(this.items.flatMap((item) => (item.step.id === old.step.id ? (next ?? []) : [item])));
  }

  private write(items: Queued[]): void {
    this.items = items;
    this.world.save(items);
    this.changed(items);
  }
}
