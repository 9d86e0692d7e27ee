import { expect, it } from '@jest/globals';
import { Keeper } from './keeper.js';

function part(name: string, log: string[], fails = false) {
  const stop = () => {
    log.push(name);
    return fails ? Promise.reject(new Error('does not stop')) : Promise.resolve();
  };
  return { stop };
}

it('stops what was started last first, and the rest where one does not stop', async () => {
  const [keeper, log] = [new Keeper(), [] as string[]];
  await keeper.start(Promise.resolve(part('postgres', log)));
  await keeper.start(Promise.resolve(part('nats', log, true)));
  await keeper.start(Promise.resolve(part('suite', log)));
  await keeper.stopAll();
  await keeper.stopAll();
  expect(log).toEqual(['suite', 'nats', 'postgres']);
});

it('waits for what is just being started, and lets nothing start after', async () => {
  const [keeper, log] = [new Keeper(), [] as string[]];
  let arrive: (started: ReturnType<typeof part>) => void = () => undefined;
  const starting = keeper.start(new Promise<ReturnType<typeof part>>((done) => (arrive = done)));
  const failed = keeper.start(Promise.reject<ReturnType<typeof part>>(new Error('no port')));
  await expect(failed).rejects.toThrow('no port');
  const stopping = keeper.stopAll();
  arrive(part('late', log));
  await Promise.all([starting, stopping]);
  expect(log).toEqual(['late']);
  await expect(keeper.start(Promise.resolve(part('after', log)))).rejects.toThrow('being stopped');
  expect(log).toEqual(['late', 'after']);
});

it('answers what the work answers, and a fault only once all has been stopped', async () => {
  const log: string[] = [];
  expect(await new Keeper().run(() => Promise.resolve(3))).toBe(3);
  const keeper = new Keeper();
  const faulty = keeper.run(async () => {
    await keeper.start(Promise.resolve(part('postgres', log)));
    throw new Error('measured nothing');
  });
  await expect(faulty).rejects.toThrow('measured nothing');
  expect(log).toEqual(['postgres']);
});

it('ends by a signal with all stopped, whatever the work says to that', async () => {
  const [keeper, log] = [new Keeper(), [] as string[]];
  let fail: (error: Error) => void = () => undefined;
  const code = keeper.run(async () => {
    await keeper.start(Promise.resolve(part('postgres', log)));
    return new Promise<number>((_, reject) => (fail = reject));
  });
  await new Promise((done) => setImmediate(done));
  process.emit('SIGTERM');
  fail(new Error('the connection is gone'));
  expect(await code).toBe(143);
  expect(log).toEqual(['postgres']);
});
