/** Prints one line in both languages. */
export function say(chinese: string, english: string): void {
  process.stdout.write(`${chinese}  ${english}\n`);
}

/** Seconds since `start` (of performance.now), one decimal. */
export function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}

/** Runs a step of the start: says what begins, every few seconds that it goes on, and how long it took. */
export async function step<T>(chinese: string, english: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  say(`· ${chinese}…`, `${english} …`);
  const heartbeat = setInterval(() => say(`  …${secondsSince(start)} 秒`, `${secondsSince(start)} s`), 5000);
  try {
    const result = await work();
    say(`  完成（${secondsSince(start)} 秒）`, `done (${secondsSince(start)} s)`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

/** Prints a fault: a problem as it is written for people, anything unexpected with its stack. */
export function report(error: unknown): void {
  const text =
    error instanceof Error ? (error.name === 'Problem' ? error.message : error.stack) : String(error);
  process.stderr.write(`\n${text}\n`);
}
