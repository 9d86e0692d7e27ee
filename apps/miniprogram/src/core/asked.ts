import { onHint } from './hints';
import { ask, session } from './session';
import { createStore } from './store';

/** Alerts that wait for an answer: shown on every tab, so that nobody must look for them. */
export const asked = createStore(0);

/** Counts them anew; without an answer the number stays. */
export async function countAsked(): Promise<void> {
  const current = session.get();
  if (current.state !== 'in' || current.grant.role !== 'volunteer') return asked.set(0);
  const { items } = await ask((api) => api.get('/api/v1/volunteers/me/alerts', { query: { limit: 20 } }));
  asked.set(items.length);
}

const countQuietly = () => void countAsked().catch(() => undefined);

/** Counts when somebody is asked, and when somebody else signs in. Called once, after what the first page needs. */
export function startAsked(): void {
  onHint(/^volunteer\.alerted$/, countQuietly);
  session.watch(countQuietly);
  countQuietly();
}
