import { device } from '../platform/this-device';
import { keep, recall } from './keeping';
import { createStore } from './store';

export type Language = 'zh' | 'en';

export interface Settings {
  language: Language;
  /** 长辈版: large, plain, nothing in a hurry. */
  isElder: boolean;
  /** CSS pixels of plain text in elder mode. */
  elderText: 18 | 22 | 26 | 30;
  /** undefined follows the phone. */
  isDark: boolean | undefined;
  /** Reads results aloud. */
  isSpoken: boolean;
  /** The place may be asked for without asking each time. */
  usesPlace: boolean;
}

const key = 'shunlu.settings';
const defaults: Settings = {
  language: /^zh/i.test(device.language) ? 'zh' : 'en',
  isElder: false,
  elderText: 22,
  isDark: undefined,
  isSpoken: false,
  usesPlace: false,
};

export const settings = createStore<Settings>({ ...defaults, ...recall<Partial<Settings>>(key) });

export function change(part: Partial<Settings>): void {
  const next = { ...settings.get(), ...part };
  settings.set(next);
  keep(key, next);
  device.dress(next);
}

/** Says aloud what matters, where the person wants it. */
export function say(text: string): void {
  const { isSpoken, language } = settings.get();
  if (isSpoken) device.speak(text, language);
}
