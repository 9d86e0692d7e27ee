/** Something done on this phone that the server must hear of. */
export interface Deed {
  /** UUID made before anything is sent: the same deed is never counted twice. */
  id: string;
  kind: string;
  /** What it is about, to show while it waits. */
  title: string;
  /** RFC 3339, by the phone. */
  at: string;
}

/** A step of the door, as it was taken. */
export interface Step extends Deed {
  kind: 'checkIn' | 'checkOut';
  errandId: string;
  code?: string;
  doorCode?: string;
  place?: { point: { longitude: number; latitude: number }; accuracyMetres: number };
}

/** A deed on its way. */
export interface Queued<D extends Deed = Step> {
  step: D;
  state: 'waiting' | 'refused';
  /** Sent at least once without an answer: whether it arrived is not known. */
  isTried: boolean;
  /** What the API said when it refused. */
  refusal?: string;
}

/** What came of sending. */
export type Sent = 'done' | 'unreachable' | { refusal: string };

/** What a queue needs of the world. */
export interface QueueWorld<D extends Deed> {
  load(): Queued<D>[];
  save(items: Queued<D>[]): void;
  send(item: Queued<D>): Promise<Sent>;
  /** Whether a new deed is another try at one that was refused, and takes its place. */
  isRetry(refused: D, next: D): boolean;
}

/**
 * Keeps deeds in the order they were done until each is answered, over closings of the app. One is sent at a
 * time; no answer stops the line, a refusal is kept to be shown and lets the others pass.
 */
export class ActionQueue<D extends Deed = Step> {
  private items: Queued<D>[];
  private flushing: Promise<void> | undefined;

  constructor(
    private readonly world: QueueWorld<D>,
    private readonly changed: (items: readonly Queued<D>[]) => void,
  ) {
    this.items = world.load();
  }

  all(): readonly Queued<D>[] {
    return this.items;
  }

  /**
   * Keeps deeds, then sends what waits. The same id again changes nothing; a new try takes the place of one that
   * was refused.
   */
  async add(...deeds: D[]): Promise<void> {
    for (const step of deeds) {
      if (this.items.some((item) => item.step.id === step.id)) continue;
      const others = this.items.filter(
        (item) => item.state === 'waiting' || !this.world.isRetry(item.step, step),
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

  /** Writes everything down again, as after room was made. */
  keepAgain(): void {
    this.write(this.items);
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

  private replace(old: Queued<D>, next: Queued<D> | undefined): void {
    this.write(this.items.flatMap((item) => (item.step.id === old.step.id ? (next ?? []) : [item])));
  }

  private write(items: Queued<D>[]): void {
    this.items = items;
    this.world.save(items);
    this.changed(items);
  }
}
