import Taro from '@tarojs/taro';
import { device } from '../platform/this-device';
import { session } from './session';

interface Hint {
  type: string;
  id: string;
}

const listeners = new Set<(hint: Hint) => void>();
const longestWaitMs = 60_000;
let socket: Taro.SocketTask | undefined;
let token: string | undefined;
let waitMs = 1_000;

/** Calls back when something of this kind changed; the page then asks for the rest, with its rights. */
export function onHint(kind: RegExp, listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = ({ type }: Hint) => {
    if (!kind.test(type)) return;
    // A burst is one question.
    clearTimeout(timer);
    timer = setTimeout(listener, 400);
  };
  listeners.add(heard);
  return () => {
    clearTimeout(timer);
    listeners.delete(heard);
  };
}

/** Listens for hints as long as somebody is signed in. Called once. */
export function startHints(): void {
  const follow = () => {
    const current = session.get();
    const next = current.state === 'in' ? current.grant.accessToken : undefined;
    if (next === token) return;
    token = next;
    socket?.close({});
    void connect();
  };
  session.watch(follow);
  follow();
}

async function connect(): Promise<void> {
  const mine = token;
  if (!mine) return;
  const base = device.apiUrl || `${location.protocol}//${location.host}`;
  const again = () => {
    if (mine !== token) return;
    setTimeout(() => void (mine === token && connect()), waitMs);
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  };
  try {
    socket = await Taro.connectSocket({
      url: `${base.replace(/^http/, 'ws')}/ws`,
      protocols: ['shunlu', mine],
    });
    socket.onMessage(({ data }) => {
      waitMs = 1_000;
      const hint = JSON.parse(String(data)) as Partial<Hint>;
      if (hint.type && hint.id) for (const listener of listeners) listener(hint as Hint);
    });
    socket.onClose(again);
    socket.onError(() => undefined);
  } catch {
    again();
  }
}
