import { device } from '../platform/this-device';
import { ActionQueue, type Queued, type Sent } from './actions';
import { ApiProblem } from './client';
import { keep, recall } from './keeping';
import { ask, ownId, session } from './session';
import { createStore } from './store';

const keyOf = () => `shunlu.queue.${ownId()}`;
/** Older than this, a step is sent with its own moment, signed, so that the minutes are the true ones. */
const freshMs = 20_000;
const retryMs = 15_000;

/** What waits to be sent or was refused, for pages to show. */
export const queued = createStore<readonly Queued[]>([]);
/** Whether the phone says it has a network. */
export const online = createStore(true);

let queue = new ActionQueue(world(), queued.set);

function world() {
  return {
    load: () => recall<Queued[]>(keyOf()) ?? [],
    save: (items: Queued[]) => void keep(keyOf(), items),
    send,
  };
}

async function send({ step, isTried }: Queued): Promise<Sent> {
  const { errandId, kind, code, doorCode, place, id } = step;
  try {
    const isFresh = !isTried && Date.now() - Date.parse(step.at) < freshMs;
    const { signedRecord } = await import('./signer');
    const record = isFresh ? undefined : signedRecord(step);
    const path = { errandId };
    const options = { path, body: { code, doorCode, place }, idempotencyKey: id };
    await ask<unknown>((api) => {
      if (record) return api.post('/api/v1/offline-records', { body: record });
      if (kind === 'checkIn') return api.post('/api/v1/errands/{errandId}/check-in', options);
      return api.post('/api/v1/errands/{errandId}/check-out', options);
    });
    return 'done';
  } catch (error) {
    if (!(error instanceof ApiProblem)) return 'unreachable';
    const { status, code: refusal, title, detail } = error.problem;
    if (status === 401 || status === 429 || status >= 500) return 'unreachable';
    if (refusal === 'errand.stateConflict' && (await isTaken(step))) return 'done';
    return { refusal: `${title} ${detail}` };
  }
}

/** Whether the first sending arrived after all, and only its answer was lost. */
async function isTaken({ errandId, kind }: Queued['step']): Promise<boolean> {
  const errand = await ask((api) => api.get('/api/v1/errands/{id}', { path: { id: errandId } }));
  const own = errand.claims.find(({ volunteerId }) => volunteerId === ownId());
  return (
    !!own &&
    !['released', 'cancelled', 'claimed', ...(kind === 'checkOut' ? ['inProgress'] : [])].includes(own.state)
  );
}

export const addStep = (step: Queued['step']) => queue.add(step);
export const flushQueue = () => (session.get().state === 'in' ? queue.flush() : Promise.resolve());
export const dismissStep = (id: string) => queue.dismiss(id);

/** Sends what waits: now, when the network returns, and again while it waits. Called once. */
export function startQueue(): void {
  const reload = () => {
    queue = new ActionQueue(world(), queued.set);
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
