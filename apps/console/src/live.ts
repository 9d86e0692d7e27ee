import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { followNeed } from './needs/board.data';
import { readSession, renew, useSession } from './session';

interface Hint {
  /** `need.forwarded`, `errand.claimed` …; `ready` once hints will come. */
  type: string;
  id: string;
}

/** What a hint of each kind makes stale: the first part of query keys. */
const stale: Record<string, readonly string[]> = {
  need: ['series'],
  errand: ['need', 'queue', 'errand-map'],
  dispatch: ['queue', 'dispatch'],
  hazard: ['hazards'],
  serviceRecord: ['records', 'call-backs'],
  record: ['records', 'call-backs'],
  referral: ['referrals', 'need'],
  noShow: ['no-shows'],
  suspension: ['suspensions'],
  volunteer: ['volunteers', 'volunteer', 'qualifications', 'guardians'],
  certificate: ['certificates'],
};
const gatheringMs = 50;
/** No more than these are told at once; the gateway drops older ones. */
const mostAtOnce = 20;
const longestPauseMs = 30_000;
const expired = 4401;

let isLive = false;
const listeners = new Set<() => void>();
function tell(next: boolean): void {
  isLive = next;
  listeners.forEach((listener) => listener());
}

/** Whether hints arrive just now; without them pages ask by the clock. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isLive,
  );
}

/** For queries without hints: asks again every half minute until the connection is back. */
export function pollMs(): number | false {
  return isLive ? false : longestPauseMs;
}

/** Keeps the connection for hints open while somebody is signed in, and fetches again what they name. */
export function useHints(): void {
  const queries = useQueryClient();
  const isSignedIn = useSession() !== undefined;
  useEffect(() => {
    if (!isSignedIn) return;
    const hear = gathering((hints) => take(queries, hints));
    return listen(hear, () => void queries.invalidateQueries());
  }, [queries, isSignedIn]);
}

/** Hints come in handfuls: hands over those of a moment together. */
function gathering(take: (hints: readonly Hint[]) => void): (hint: Hint) => void {
  let gathered: Hint[] = [];
  return (hint) => {
    if (gathered.push(hint) > 1) return;
    window.setTimeout(() => {
      take(gathered);
      gathered = [];
    }, gatheringMs);
  };
}

function take(queries: QueryClient, hints: readonly Hint[]): void {
  const named = hints.map(({ type, id }) => ({ kind: type.split('.')[0] ?? '', id }));
  const keys = new Set(named.flatMap(({ kind }) => stale[kind] ?? []));
  for (const key of keys) void queries.invalidateQueries({ queryKey: [key] });
  const idsOf = (wanted: string) => new Set(named.filter(({ kind }) => kind === wanted).map(({ id }) => id));
  for (const id of idsOf('errand')) void queries.invalidateQueries({ queryKey: ['errand', id] });
  // So many at once may not be all there were.
  if (hints.length >= mostAtOnce) void queries.invalidateQueries({ predicate: isOfBoard });
  else for (const id of idsOf('need')) followNeed(queries, id);
}

function isOfBoard({ queryKey: [key] }: { queryKey: readonly unknown[] }): boolean {
  return key === 'needs' || key === 'need' || key === 'errand';
}

/** @returns what ends it. `caughtUp` is called whenever hints may have been missed. */
function listen(hear: (hint: Hint) => void, caughtUp: () => void): () => void {
  let socket: WebSocket | undefined;
  let timer: number | undefined;
  let pauseMs = 0;
  let isOver = false;
  const connect = () => {
    socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/ws`);
    socket.onopen = () => socket?.send(JSON.stringify({ token: readSession()?.accessToken }));
    socket.onmessage = ({ data }) => {
      const hint = JSON.parse(String(data)) as Hint;
      if (hint.type !== 'ready') return hear(hint);
      tell(true);
      // The first time too: what was fetched before may have moved before there was anybody to hint.
      caughtUp();
      pauseMs = 0;
    };
    socket.onclose = ({ code }) => {
      tell(false);
      if (isOver) return;
      pauseMs = Math.min(longestPauseMs, Math.max(500, pauseMs * 2));
      const renewed = code === expired ? renew() : Promise.resolve(undefined);
      void renewed.finally(() => (timer = window.setTimeout(connect, pauseMs)));
    };
  };
  connect();
  return () => {
    isOver = true;
    window.clearTimeout(timer);
    socket?.close();
  };
}

/** Whether the browser has a network at all. */
export function useIsOnline(): boolean {
  const [isOnline, set] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => set(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return isOnline;
}

/** The present, once a second: for clocks on the page. */
export function useNow(everyMs = 1000): number {
  const [now, set] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => set(Date.now()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return now;
}
