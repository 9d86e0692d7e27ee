import { device } from '../platform/this-device';
import { ActionQueue, type Queued, type Sent, type Step } from './actions';
import { ApiProblem } from './client';
import { forget, keep, recall, storageFull } from './keeping';
import { type ContentOf, isSameWish, type Letter, type LetterKind, post } from './letters';
import { newId } from './new-id';
import { ask, ownId, session } from './session';
import { createStore } from './store';

/** Whatever waits on this phone: steps at the door, and letters. */
export type Action = Step | Letter;
export type QueuedAction = Queued<Action>;

const keyOf = () => `shunlu.queue.${ownId()}`;
const imageKeyOf = (id: string) => `shunlu.photo.${id}`;
/** Older than this, a step is sent with its own moment, signed, so that the minutes are the true ones. */
const freshMs = 20_000;
const retryMs = 15_000;

/** What waits to be sent or was refused, for pages to show. */
export const queued = createStore<readonly QueuedAction[]>([]);
/** Whether the phone says it has a network. */
export const online = createStore(true);

export const isStep = (action: Action): action is Step =>
  action.kind === 'checkIn' || action.kind === 'checkOut';

let queue = new ActionQueue<Action>(world(), queued.set);

function world() {
  // Pictures are kept apart: each is written once, not with every change of the line.
  const images = new Set<string>();
  return {
    load: () => {
      const items = recall<QueuedAction[]>(keyOf()) ?? [];
      return items.map((item) => {
        if (imageOf(item.step) === undefined) return item;
        images.add(item.step.id);
        return withImage(item, recall<string>(imageKeyOf(item.step.id)) ?? '');
      });
    },
    save: (items: QueuedAction[]) => {
      for (const { step } of items) {
        const image = imageOf(step);
        if (image && !images.has(step.id) && keep(imageKeyOf(step.id), image)) images.add(step.id);
      }
      for (const id of images)
        if (!items.some(({ step }) => step.id === id)) {
          forget(imageKeyOf(id));
          images.delete(id);
        }
      keep(
        keyOf(),
        items.map((item) => withImage(item, '')),
      );
    },
    send,
    isRetry: (refused: Action, next: Action) => {
      if (isStep(refused) || isStep(next))
        return isStep(refused) && isStep(next) && refused.kind === next.kind && isOfOneErrand(refused, next);
      return isSameWish(refused, next);
    },
  };
}

const isOfOneErrand = (one: Step, other: Step) => one.errandId === other.errandId;

function imageOf(action: Action): string | undefined {
  return action.kind === 'photo' || action.kind === 'hazard' ? action.content.image : undefined;
}

function withImage(item: QueuedAction, image: string): QueuedAction {
  if (imageOf(item.step) === undefined) return item;
  return { ...item, step: { ...item.step, content: { ...(item.step as Letter).content, image } } as Letter };
}

async function send({ step, isTried }: QueuedAction): Promise<Sent> {
  try {
    if (isStep(step)) await sendStep(step, isTried);
    else await ask((api) => post(api, step));
    return 'done';
  } catch (error) {
    if (!(error instanceof ApiProblem)) return 'unreachable';
    const { status, code: refusal, title, detail } = error.problem;
    if (status === 401 || status === 429 || status >= 500) return 'unreachable';
    if (isStep(step) && refusal === 'errand.stateConflict' && (await isTaken(step))) return 'done';
    return { refusal: `${title} ${detail}` };
  }
}

async function sendStep(step: Step, isTried: boolean): Promise<void> {
  const { errandId, kind, code, doorCode, place, id } = step;
  const isFresh = !isTried && Date.now() - Date.parse(step.at) < freshMs;
  const { signedRecord } = await import('./signer');
  const record = isFresh ? undefined : signedRecord(step);
  const options = { path: { errandId }, body: { code, doorCode, place }, idempotencyKey: id };
  await ask<unknown>((api) => {
    if (record) return api.post('/api/v1/offline-records', { body: record });
    if (kind === 'checkIn') return api.post('/api/v1/errands/{errandId}/check-in', options);
    return api.post('/api/v1/errands/{errandId}/check-out', options);
  });
}

/** Whether the first sending arrived after all, and only its answer was lost. */
async function isTaken({ errandId, kind }: Step): Promise<boolean> {
  const errand = await ask((api) => api.get('/api/v1/errands/{id}', { path: { id: errandId } }));
  const own = errand.claims.find(({ volunteerId }) => volunteerId === ownId());
  return (
    !!own &&
    !['released', 'cancelled', 'claimed', ...(kind === 'checkOut' ? ['inProgress'] : [])].includes(own.state)
  );
}

/** After room was made; answers whether there is some now. */
export function keepQueueAgain(): boolean {
  queue.keepAgain();
  const probe = 'shunlu.probe';
  keep(probe, ' '.repeat(1_000));
  forget(probe);
  return !storageFull.get();
}

export const addStep = (step: Step) => queue.add(step);
export const flushQueue = () => (session.get().state === 'in' ? queue.flush() : Promise.resolve());
export const dismissStep = (id: string) => queue.dismiss(id);

/** A letter as it is written, before it is sent; `id` is made now unless given. */
export const letter = <K extends LetterKind>(
  kind: K,
  title: string,
  content: ContentOf<K>,
  id: string = newId(),
) => ({ id, kind, title, content, at: new Date().toISOString() }) as Letter;

/** What became of letters: all arrived, kept on this phone until there is a network, or why one was refused. */
export type Posted = { state: 'sent' } | { state: 'kept' } | { state: 'refused'; why: string };

/** Keeps letters, then sends them in this order. What could not be sent is sent later, by itself. */
export async function postLetters(...all: Letter[]): Promise<Posted> {
  await queue.add(...all);
  const left = queue.all().filter(({ step }) => all.some(({ id }) => id === step.id));
  const refused = left.find(({ state }) => state === 'refused');
  if (refused) {
    // Said where it was done: it need not be said again elsewhere.
    for (const { step } of left) queue.dismiss(step.id);
    return { state: 'refused', why: refused.refusal ?? '' };
  }
  return left.length > 0 ? { state: 'kept' } : { state: 'sent' };
}

/** Sends what waits: now, when the network returns, and again while it waits. Called once. */
export function startQueue(): void {
  const reload = () => {
    queue = new ActionQueue<Action>(world(), queued.set);
    queued.set(queue.all());
    void flushQueue();
  };
  let person = ownId();
  session.watch(() => {
    if (ownId() !== person) {
      person = ownId();
      reload();
    } else void flushQueue();
  });
  device.onNetwork((isOnline) => {
    online.set(isOnline);
    if (isOnline) void flushQueue();
  });
  void device.isOnline().then(online.set);
  setInterval(() => void (queued.get().some(({ state }) => state === 'waiting') && flushQueue()), retryMs);
  reload();
}
