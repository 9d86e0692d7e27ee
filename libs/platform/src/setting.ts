import type { Wording } from '#contracts';

type Kind = 'text' | 'url' | 'integer' | 'list' | 'choice';

/** One environment variable: how it is read, and what the generated documentation says of it. */
export interface Setting<T = unknown> {
  /** Name of the variable; `<SERVICE>` stands for the service's name in capitals. */
  variable: string;
  kind: Kind;
  default?: T;
  /** A secret's value is never printed, not even in an error. */
  secret?: boolean;
  min?: number;
  max?: number;
  choices?: readonly string[];
  about: Wording;
}

type Options<T> = Omit<Setting<T>, 'variable' | 'kind' | 'about'>;

export function text(
  variable: string,
  zh: string,
  en: string,
  options: Options<string> = {},
): Setting<string> {
  return { variable, kind: 'text', about: { zh, en }, ...options };
}
export function url(
  variable: string,
  zh: string,
  en: string,
  options: Options<string> = {},
): Setting<string> {
  return { variable, kind: 'url', about: { zh, en }, ...options };
}
export function integer(variable: string, zh: string, en: string, options: Options<number>): Setting<number> {
  return { variable, kind: 'integer', about: { zh, en }, ...options };
}
export function list(
  variable: string,
  zh: string,
  en: string,
  fallback: readonly string[],
): Setting<readonly string[]> {
  return { variable, kind: 'list', default: Object.freeze([...fallback]), about: { zh, en } };
}
export function choice<const C extends readonly string[]>(
  variable: string,
  choices: C,
  zh: string,
  en: string,
  fallback: C[number],
): Setting<C[number]> {
  return { variable, kind: 'choice', choices, default: fallback, about: { zh, en } };
}
