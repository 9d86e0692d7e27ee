import { useSyncExternalStore } from 'react';

export type Language = 'zh' | 'en';
export type Wording = readonly [zh: string, en: string];

/** A choice of this person on this device, with what it is where nothing was chosen. */
function setting<T extends string>(key: string, values: readonly T[], fallback: () => T) {
  const stored = localStorage.getItem(key) as T | null;
  let value = stored && values.includes(stored) ? stored : fallback();
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const read = () => value;
  return {
    read,
    choose: (next: T) => {
      value = next;
      localStorage.setItem(key, next);
      listeners.forEach((listener) => listener());
    },
    use: () => useSyncExternalStore(subscribe, read),
  };
}

const spoken = setting<Language>('shunlu.language', ['zh', 'en'], () => 'zh');
const shown = setting<'light' | 'dark'>('shunlu.mode', ['light', 'dark'], () =>
  matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
);

export const language = spoken.read;
export const chooseLanguage = spoken.choose;
export const useLanguage = spoken.use;
export const chooseMode = shown.choose;
export const useMode = shown.use;

/** Chooses between the two wordings: `t('需求', 'Needs')`. */
export function useText(): (zh: string, en: string) => string {
  const chosen = useLanguage();
  return (zh, en) => (chosen === 'zh' ? zh : en);
}

/** Chooses the wording of a term: `term(needTypes.groceries)`. */
export function useTerm(): (wording: Wording | undefined) => string {
  const chosen = useLanguage();
  return (wording) => wording?.[chosen === 'zh' ? 0 : 1] ?? '';
}
