/** What a person is told, in both languages. `{name}` is filled from the error's data. */
export interface Wording {
  zh: string;
  en: string;
}

export interface ErrorEntry {
  /** HTTP status at the edge. */
  status: number;
  /** What is wrong. */
  title: Wording;
  /** What to do now. */
  advice: Wording;
}

/** An entry: the first of each pair is what is wrong, the second what to do. */
export function entry(status: number, zh: [string, string], en: [string, string]): ErrorEntry {
  return { status, title: { zh: zh[0], en: en[0] }, advice: { zh: zh[1], en: en[1] } };
}
