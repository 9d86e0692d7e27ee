import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from './client.js';

/** How long an event may take until its effect is seen. */
export const patienceMs = 15_000;

/** A total that does not add up, or an answer the story does not allow. */
export class StoryError extends Error {}

/** The story's one assertion. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new StoryError(what);
}

/** The body of an answer that must not be a refusal. */
export function good<T>(answer: Answer<T>, what: string): T {
  must(
    answer.problem === undefined,
    `${what}: ${answer.problem?.status} ${answer.problem?.code} ${JSON.stringify(answer.problem?.data ?? {})}`,
  );
  return answer.body;
}

/** Waits until something holds. */
export async function eventually(
  what: string,
  holds: () => Promise<boolean>,
  why: () => string = () => '',
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await holds())) {
    must(performance.now() < deadline, `${what}, within ${patienceMs / 1000} s. ${why()}`);
    await delay(20);
  }
}
