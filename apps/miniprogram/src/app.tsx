import { useDidShow } from '@tarojs/taro';
import { type PropsWithChildren, useEffect } from 'react';
import './app.css';
import { startAsked } from './core/asked';
import { askFeedEarly } from './core/feed';
import { startHints } from './core/hints';
import { prepareMessages } from './core/messages';
import { newId, prepareIds } from './core/new-id';
import { flushQueue, startQueue } from './core/queue';
import { session } from './core/session';
import { settings } from './core/settings';
import { watchUpdates } from './core/update';
import { device } from './platform/this-device';

askFeedEarly();

/** Starts what runs behind every page: ids, the queue, hints, and the key that signs without a network. */
function start(): void {
  device.dress(settings.get());
  void prepareIds().catch(() => undefined);
  startQueue();
  startHints();
  watchUpdates();
  const prepare = async () => {
    const current = session.get();
    if (current.state !== 'in' || current.grant.role !== 'volunteer') return;
    await prepareMessages().catch(() => undefined);
    const { prepareSigning } = await import('./core/signer');
    await prepareSigning(newId);
  };
  // Who is not verified yet has no key yet; the next start asks again.
  const prepareQuietly = () => void prepare().catch(() => undefined);
  session.watch(prepareQuietly);
  // After what the first page itself needs.
  setTimeout(() => {
    prepareQuietly();
    startAsked();
  }, 2_000);
}

export default function App({ children }: PropsWithChildren) {
  useEffect(start, []);
  useDidShow(() => void flushQueue());
  return children;
}
