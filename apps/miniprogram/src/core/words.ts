import { en } from '../words/en';
import { zh } from '../words/zh';
import { settings } from './settings';
import { useStore } from './store';

export type Word = keyof typeof zh;
export type Fillings = Record<string, string | number>;
export type Tell = (word: Word, fillings?: Fillings) => string;

/** A wording with its `{slots}` filled. */
export const fill = (wording: string, fillings: Fillings = {}): string =>
  wording.replace(/\{(\w+)\}/g, (slot, name: string) => String(fillings[name] ?? slot));

/** The wording of a language, with `{slots}` filled. */
export const tell = (language: 'zh' | 'en', word: Word, fillings?: Fillings): string =>
  fill((language === 'zh' ? zh : en)[word], fillings);

/** Wordings in the language of the person. */
export function useWords(): Tell {
  const { language } = useStore(settings);
  return (word, fillings) => tell(language, word, fillings);
}

/** As {@link useWords}, outside components. */
export const words: Tell = (word, fillings) => tell(settings.get().language, word, fillings);
