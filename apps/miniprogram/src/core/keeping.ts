import { device } from '../platform/this-device';
import { createStore } from './store';

/** Set as soon as the phone refuses to keep something: what is then done may be lost when the app closes. */
export const storageFull = createStore(false);

/** What could not be kept, until it can, or nobody wants it any more. */
const lost = new Set<string>();

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
    lost.delete(key);
    return true;
  } catch {
    lost.add(key);
    return false;
  } finally {
    storageFull.set(lost.size > 0);
  }
}

/** What is kept only to be shown sooner, or without a network. */
const fetched = ['shunlu.feed.', 'shunlu.held.', 'shunlu.place', 'shunlu.station'];

/** Makes room: forgets what can be fetched again, and nothing that was done on this phone. */
export function clearFetched(): void {
  for (const key of [...device.keys(), ...lost])
    if (fetched.some((beginning) => key.startsWith(beginning))) forget(key);
}

/** Of somebody who left nothing stays on the phone: no key, no list, nothing that waits. */
export function forgetPerson(id: string): void {
  for (const key of [...device.keys(), ...lost]) if (key.includes(id)) forget(key);
}

export function forget(key: string): void {
  device.remove(key);
  if (lost.delete(key)) storageFull.set(lost.size > 0);
}
