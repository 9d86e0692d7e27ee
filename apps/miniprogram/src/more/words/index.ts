import { settings } from '../../core/settings';
import { useStore } from '../../core/store';
import { fill, type Fillings, tell, type Word } from '../../core/words';
import { zhLater } from './zh';
import { enLater } from './en';

/** Words of the pages that are loaded when they are first opened. */
export type LaterWord = keyof typeof zhLater;
export type LaterTell = (word: Word | LaterWord, fillings?: Fillings) => string;

const isLater = (word: string): word is LaterWord => word in zhLater;

/** As `useWords`, with the words of these pages. */
export function useLaterWords(): LaterTell {
  const { language } = useStore(settings);
  return (word, fillings) =>
    isLater(word)
      ? fill((language === 'zh' ? zhLater : enLater)[word], fillings)
      : tell(language, word, fillings);
}
