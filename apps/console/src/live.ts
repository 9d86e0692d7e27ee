import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { readSession, renew, useSession } from './session';

/** What a hint of each kind makes stale: the first part of query keys. */
const stale: Record<string, readonly string[]> = {
  need: ['needs', 'need', 'series'],
  errand: ['needs', 'need', 'errand', 'queue'],
  dispatch: ['queue', 'dispatch'],
  hazard: ['hazards'],
  serviceRecord: ['records', 'call-backs', 'needs'],
  record: ['records', 'call-backs', 'needs'],
  referral: ['referrals', 'needs', 'need'],
  noShow: ['no-shows'],
  suspension: ['suspensions'],
  volunteer: ['volunteers', 'volunteer', 'qualifications', 'guardians'],
  certificate: ['certificates'],
};
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
    const hear = (type: string) => {
      const kind = type.split('.')[0] ?? '';
      for (const key of stale[kind] ?? []) void queries.invalidateQueries({ queryKey: [key] });
    };
    return listen(hear, () => void queries.invalidateQueries());
  }, [queries, isSignedIn]);
}

/** @returns what ends it. `caughtUp` is called whenever hints may have been missed. */
function listen(hear: (type: string) => void, caughtUp: () => void): () => void {
  let socket: WebSocket | undefined;
  let timer: number | undefined;
  let pauseMs = 0;
  let isOver = false;
  const connect = () => {
    socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/ws`);
    socket.onopen = () => socket?.send(JSON.stringify({ token: readSession()?.accessToken }));
    socket.onmessage = ({ data }) => {
      const { type } = JSON.parse(String(data)) as { type: string };
      if (type !== 'ready') return hear(type);
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
