import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Assumptions, Scenario } from './assumptions.js';
import type { Figures } from './figures.js';
import { simulate } from './simulate.js';
import { strategies } from './strategies.js';

interface Task {
  scenario: Scenario;
  strategy: string;
  assumptions: Assumptions;
  seeds: readonly number[];
}

/** What one strategy made of a scenario, by seed, and how long that took. */
export interface Played {
  made: Figures[];
  seconds: number;
}

/** Plays one strategy in a thread of its own, so that strategies do not wait for each other. */
export function playApart(task: Task): Promise<Played> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    worker.once('message', done).once('error', fail);
  });
}

if (!isMainThread) {
  const { scenario, strategy: name, assumptions, seeds } = workerData as Task;
  const strategy = strategies.find((each) => each.name === name);
  if (!strategy) throw new Error(`no strategy ${name}`);
  const since = performance.now();
  const made = seeds.map((seed) => simulate(scenario, strategy, assumptions, seed));
  const played: Played = { made, seconds: (performance.now() - since) / 1000 };
  parentPort?.postMessage(played);
}
