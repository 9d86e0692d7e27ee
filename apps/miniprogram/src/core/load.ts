import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createStore, useStore } from './store';
import { type Trouble, troubleOf } from './trouble';

/** Events name no resident, so there is no hint for one: a need is asked for again after so many seconds. */
export const needSeconds = 10;

interface State<T> {
  value?: T;
  trouble?: Trouble;
  isLoading: boolean;
}

export interface Loaded<T> extends State<T> {
  /** Asks again; what is shown stays until the answer. */
  again(): void;
}

/** Questions and answers about one thing, named by a key. */
function createLoader<T>() {
  const store = createStore<State<T>>({ isLoading: true });
  let turn = 0;
  let asked: string | undefined;
  return {
    store,
    ask(key: string, request: () => Promise<T>, seen?: () => T | undefined) {
      const mine = (turn += 1);
      store.set(asked === key ? { ...store.get(), isLoading: true } : { value: seen?.(), isLoading: true });
      asked = key;
      request().then(
        (value) => mine === turn && store.set({ value, isLoading: false }),
        (error: unknown) =>
          mine === turn && store.set({ ...store.get(), trouble: troubleOf(error), isLoading: false }),
      );
    },
  };
}

/**
 * Asks when the page opens, when it is shown again and when `key` changes. The newest question wins; an old
 * answer stays on the page while a new one is on its way or does not come; `seen` is one from an earlier day.
 */
export function useLoad<T>(request: () => Promise<T>, key = '', seen?: () => T | undefined): Loaded<T> {
  const [loader] = useState(createLoader<T>);
  const newest = useRef(request);
  const before = useRef(seen);
  const isShown = useRef(false);
  useEffect(() => {
    newest.current = request;
    before.current = seen;
  });
  const again = useCallback(
    () =>
      loader.ask(
        key,
        () => newest.current(),
        () => before.current?.(),
      ),
    [loader, key],
  );
  useEffect(again, [again]);
  useDidShow(() => {
    if (isShown.current) again();
    isShown.current = true;
  });
  return { ...useStore(loader.store), again };
}

/** Asks again by the clock while the page is on top: of what no hint tells. */
export function useEvery(seconds: number, again: () => void): void {
  const isShown = useRef(true);
  useDidShow(() => void (isShown.current = true));
  useDidHide(() => void (isShown.current = false));
  useEffect(() => {
    const timer = setInterval(() => isShown.current && again(), seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds, again]);
}
