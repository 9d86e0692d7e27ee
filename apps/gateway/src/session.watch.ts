import { personSessions, staffSessions } from '#contracts';
import { describeError, type Log, type RpcClient, systemCall } from '#platform';
import type { AccessTokens } from './access.tokens.js';
import type { HintServer } from './hint.server.js';

const everyMs = 2_000;
/** Beyond the last look: a revocation may be committed after one that was read. */
const overlapSeconds = 30;
const longestSeconds = 86_400;

/**
 * Ends tokens and connections of sessions that were closed, wherever that was: a token is believed without asking
 * anybody, so each gateway asks every two seconds which sessions it must no longer believe. While a service cannot
 * be asked, tokens live until they expire; the next look covers the time missed.
 */
export class SessionWatch {
  private readonly lookedAtMs = new Map<object, number>();
  private timer: NodeJS.Timeout | undefined;
  private isLooking = false;

  constructor(
    private readonly rpc: RpcClient,
    private readonly tokens: AccessTokens,
    private readonly hints: HintServer,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.look(), everyMs).unref();
    void this.look();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Here at once; other gateways learn it at their next look. */
  end(sessionId: string): void {
    this.tokens.end(sessionId);
    this.hints.end(sessionId);
  }

  /** Asks now; does nothing while it is asking. */
  async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    await Promise.all([staffSessions, personSessions].map(({ revoked }) => this.ask(revoked)));
    this.isLooking = false;
  }

  private async ask(revoked: typeof staffSessions.revoked): Promise<void> {
    const now = performance.now();
    const last = this.lookedAtMs.get(revoked);
    // At first as far back as a token may live.
    const passedSeconds = last === undefined ? this.tokens.lifeSeconds : Math.ceil((now - last) / 1000);
    const withinSeconds = Math.min(passedSeconds + overlapSeconds, longestSeconds);
    try {
      const { items } = await this.rpc.call(revoked, { withinSeconds }, systemCall('gateway'));
      for (const { id } of items) if (!this.tokens.hasEnded(id)) this.end(id);
      this.lookedAtMs.set(revoked, now);
    } catch (error) {
      this.log.debug(
        { err: describeError(error) },
        'sessions: could not ask what was closed, will ask again',
      );
    }
  }
}
