const windowMs = 60_000;
/** Beyond this many callers in a minute, newcomers share one count, so that a flood cannot fill the memory. */
const mostCallers = 100_000;
const everybodyElse = '*';

/** Counts requests a minute for each caller, in fixed windows: one look-up a request and no timers. */
export class RateLimit {
  private counts = new Map<string, number>();
  private windowEnd = 0;

  constructor(private readonly perMinute: number) {}

  /** Counts one request. @returns 0, or the seconds until the caller may come again */
  take(caller: string, nowMs: number): number {
    if (nowMs >= this.windowEnd) {
      this.counts = new Map();
      this.windowEnd = nowMs + windowMs;
    }
    const known = this.counts.get(caller);
    const key = known === undefined && this.counts.size >= mostCallers ? everybodyElse : caller;
    const count = (known ?? this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count > this.perMinute ? Math.ceil((this.windowEnd - nowMs) / 1000) : 0;
  }
}

/** An address as a caller: of IPv6 the first 64 bits, since that is what one household or server holds. */
export function addressKey(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const front = head === '' ? [] : head.split(':');
  const back = !tail ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array<string>(zeros).fill('0'), ...back].slice(0, 4).join(':');
}
