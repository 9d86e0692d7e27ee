export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language of ours the client likes best (RFC 9110, 12.5.4); Chinese unless told. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (!acceptLanguage) return 'zh';
  let best: Language = 'zh';
  let bestQuality = 0;
  for (const item of acceptLanguage.split(',', 20)) {
    const [tag = '', ...parameters] = item.trim().toLowerCase().split(';', 4);
    const language = languages.find((known) => tag === known || tag.startsWith(`${known}-`));
    const quality = qualityOf(parameters);
    if (language && quality > bestQuality) [best, bestQuality] = [language, quality];
  }
  return best;
}

function qualityOf(parameters: string[]): number {
  const quality = parameters.map((parameter) => parameter.trim()).find((text) => text.startsWith('q='));
  const value = quality === undefined ? 1 : Number(quality.slice(2));
  return value >= 0 && value <= 1 ? value : 0;
}
