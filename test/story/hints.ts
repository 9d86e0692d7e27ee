import { WebSocket } from 'ws';
import type { Hint } from '../../apps/gateway/src/hint.js';

export interface Hints {
  /** Resolves with the first hint, heard already or yet to come, that fits. */
  until(fits: (hint: Hint) => boolean, patienceMs: number): Promise<Hint>;
  close(): void;
}

/** Listens at `/ws`; resolves when the server has accepted the token. */
export async function listen(url: string, token: string): Promise<Hints> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws`, ['shunlu', token]);
  const heard: Hint[] = [];
  const waiting = new Set<() => void>();
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`/ws closed with ${code}`)));
    // The first message says that the client is signed in; hints follow.
    socket.once('message', () => resolve());
  });
  socket.on('message', (data: Buffer) => {
    heard.push(JSON.parse(data.toString('utf8')) as Hint);
    for (const look of waiting) look();
  });
  return {
    until: (fits, patienceMs) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => finish(() => reject(new Error('no such hint in time'))), patienceMs);
        const finish = (settle: () => void) => {
          clearTimeout(timer);
          waiting.delete(look);
          settle();
        };
        const look = () => {
          const hint = heard.find(fits);
          if (hint) finish(() => resolve(hint));
        };
        waiting.add(look);
        look();
      }),
    close: () => socket.close(),
  };
}
