import { useSyncExternalStore } from 'react';
import type { Schemas } from '../../../libs/api-client/src/index.js';

/** Who is signed in on this page. */
export type Session = Schemas['SignedIn'];
export type Role = Session['role'];

const key = 'shunlu.session';
const listeners = new Set<() => void>();
let known = load();

// Kept for the life of the tab: desks are shared, and who closes the page has left.
function load(): Session | undefined {
  const text = sessionStorage.getItem(key);
  return text ? (JSON.parse(text) as Session) : undefined;
}

export function readSession(): Session | undefined {
  return known;
}

export function keepSession(session: Session | undefined): void {
  known = session;
  if (session) sessionStorage.setItem(key, JSON.stringify(session));
  else sessionStorage.removeItem(key);
  listeners.forEach((listener) => listener());
}

/** Whoever is signed in; the page is drawn anew when that changes. */
export function useSession(): Session | undefined {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, readSession);
}

let renewal: Promise<Session | undefined> | undefined;

/** Exchanges the refresh token, once however many ask; without success nobody is signed in any more. */
export function renew(): Promise<Session | undefined> {
  renewal ??= exchange().finally(() => (renewal = undefined));
  return renewal;
}

async function exchange(): Promise<Session | undefined> {
  const refreshToken = known?.refreshToken;
  if (!refreshToken) return undefined;
  const answer = await fetch('/api/v1/auth/refresh', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'staff', refreshToken }),
  });
  keepSession(answer.ok ? ((await answer.json()) as Session) : undefined);
  return known;
}
