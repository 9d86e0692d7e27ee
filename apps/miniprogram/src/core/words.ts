import { en } from '../words/en';
import { zh } from '../words/zh';
import { settings } from './settings';
import { useStore } from './store';

export type Word = keyof typeof zh;
export type Fillings = Record<string, string | number>;
export type Tell = (word: Word, fillings?: Fillings) => string;

/** The wording of a language, with `{slots}` filled. */
export function tell(language: 'zh' | 'en', word: Word, fillings: Fillings = {}): string {
  const wording = (language === 'zh' ? zh : en)[word];
  return wording.replace(/\{(\w+)\}/g, (slot, name: string) => String(fillings[name] ?? slot));
}

/** Wordings in the language of the person. */
export function useWords(): Tell {
  const { language } = useStore(settings);
  return (word, fillings) => tell(language, word, fillings);
}

/** As {@link useWords}, outside components. */
export const words: Tell = (word, fillings) => tell(settings.get().language, word, fillings);
