interface Stoppable {
  /** Does nothing where it has stopped. */
  stop(): Promise<unknown>;
}

/** Keeps what a bench started, so that none of it outlives the bench, however far a start had come. */
export class Keeper {
  private readonly kept: (() => Promise<unknown>)[] = [];
  private isStopping = false;

  /** Answers what was started; throws where it comes too late: then it is stopped at once. */
  async start<T extends Stoppable>(starting: Promise<T>): Promise<T> {
    const stop = () =>
      starting.then(
        (started) => started.stop(),
        () => undefined,
      );
    this.kept.push(stop);
    if (this.isStopping) {
      await stop();
      throw new Error('the bench is being stopped');
    }
    return starting;
  }

  /** Stops all, what was started last first; goes on where one of them does not stop. */
  async stopAll(): Promise<void> {
    this.isStopping = true;
    for (let stop = this.kept.pop(); stop; stop = this.kept.pop()) await stop().catch(() => undefined);
  }

  /**
   * Runs some work; the first SIGINT, SIGTERM or SIGHUP ends it by stopping all that was started. Answers the exit code:
   * the work's own, or 128 and the signal's number as shells do.
   */
  async run(work: () => Promise<number>): Promise<number> {
    const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
    let isKilled = false;
    const stopped = new Promise<number>((done) => {
      for (const [signal, number] of Object.entries(numbers))
        process.on(signal, () => {
          if (isKilled) return;
          isKilled = true;
          void this.stopAll().then(() => done(128 + number));
        });
    });
    const worked = work().catch(async (error: unknown) => {
      // Work whose servers were taken away fails, and says nothing of itself by that.
      if (isKilled) return stopped;
      await this.stopAll();
      throw error;
    });
    return Promise.race([worked, stopped]);
  }
}
