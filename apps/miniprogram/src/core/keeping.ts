import { device } from '../platform/this-device';
import { createStore } from './store';

/** Set as soon as the phone refuses to keep something: what is then done may be lost when the app closes. */
export const storageFull = createStore(false);

/** Reads what was kept as JSON; what cannot be read is as good as absent. */
export function recall<T>(key: string): T | undefined {
  const text = device.read(key);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

/** Keeps a value under a key. Answers whether there was room. */
export function keep(key: string, value: unknown): boolean {
  try {
    device.write(key, JSON.stringify(value));
    if (storageFull.get()) storageFull.set(false);
    return true;
  } catch {
    storageFull.set(true);
    return false;
  }
}

export const forget = (key: string) => device.remove(key);
