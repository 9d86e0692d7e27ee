import { describe, expect, it } from '@jest/globals';
import { ActionQueue, type Queued, type Sent, type Step } from './actions';

const step = (id: string, kind: Step['kind'] = 'checkIn', errandId = 'e'): Step => ({
  id,
  kind,
  errandId,
  title: 'rice',
  at: '2026-03-02T00:00:00.000Z',
});

/** A phone whose network gives the answers in turn, and then always the last. */
function phone(...answers: Sent[]) {
  const disk: Queued[][] = [[]];
  const sent: string[] = [];
  const world = {
    load: () => disk.at(-1) ?? [],
    save: (items: Queued[]) => void disk.push(structuredClone(items)),
    send: (item: Queued) => {
      sent.push(item.step.id);
      return Promise.resolve(answers.length > 1 ? (answers.shift() as Sent) : (answers[0] as Sent));
    },
    isRetry: (refused: Step, next: Step) => refused.errandId === next.errandId && refused.kind === next.kind,
  };
  return { sent, kept: () => disk.at(-1) ?? [], open: () => new ActionQueue(world, () => undefined) };
}

describe('the queue of a phone', () => {
  it('keeps a step before it is sent, and lets it go once it is answered', async () => {
    const { sent, kept, open } = phone('done');
    await open().add(step('a'));
    expect(sent).toEqual(['a']);
    expect(kept()).toEqual([]);
  });

  it('survives closing, in order, with the same ids', async () => {
    const world = phone('unreachable', 'unreachable', 'done');
    const before = world.open();
    await before.add(step('a'));
    await before.add(step('b', 'checkOut'));
    expect(world.kept().map(({ step: { id }, isTried }) => [id, isTried])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    await world.open().flush();
    expect(world.sent).toEqual(['a', 'a', 'a', 'b']);
    expect(world.kept()).toEqual([]);
  });

  it('sends once, however often it is asked to at the same time', async () => {
    const { sent, open } = phone('done');
    const queue = open();
    await Promise.all([queue.add(step('a')), queue.add(step('a')), queue.flush()]);
    expect(sent).toEqual(['a']);
  });

  it('keeps a refusal to be shown, lets others pass, and a new try takes its place', async () => {
    const { kept, open } = phone({ refusal: 'wrong code' }, 'done', 'done');
    const queue = open();
    await queue.add(step('a'));
    await queue.add(step('b', 'checkIn', 'other'));
    expect(kept()).toEqual([{ step: step('a'), state: 'refused', isTried: false, refusal: 'wrong code' }]);
    await queue.add(step('c'));
    expect(kept()).toEqual([]);
  });

  it('forgets a refusal that was seen, never a step that waits', async () => {
    const { kept, open } = phone({ refusal: 'too far' }, 'unreachable');
    const queue = open();
    await queue.add(step('a'));
    await queue.add(step('b', 'checkOut'));
    queue.dismiss('a');
    queue.dismiss('b');
    expect(kept().map(({ step: { id } }) => id)).toEqual(['b']);
  });
});
