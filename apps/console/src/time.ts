const zone = 'Asia/Shanghai';
const minuteMs = 60_000;

const locale = { zh: 'zh-CN', en: 'en-GB' };

// Made once: to make a format takes longer than to draw a card.
const ofDay = { hour: '2-digit', minute: '2-digit', timeZone: zone, hour12: false } as const;
const ofYear = { month: 'short', day: 'numeric', ...ofDay } as const;
const moments = {
  zh: new Intl.DateTimeFormat(locale.zh, ofYear),
  en: new Intl.DateTimeFormat(locale.en, ofYear),
};
const clocks = new Intl.DateTimeFormat(locale.en, ofDay);

/** `11月22日 13:05`, in the time of China whatever the browser's. */
export function moment(instant: string, language: 'zh' | 'en'): string {
  return moments[language].format(new Date(instant));
}

/** `13:05`. */
export function clock(instant: string): string {
  return clocks.format(new Date(instant));
}

/** `1:05:09` since an instant; never below zero. */
export function elapsed(since: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** Hours with one decimal, of minutes; the minutes themselves stay the truth. */
export function hours(minutes: number): string {
  return (minutes / 60).toFixed(1);
}

/** China keeps one time all the year. */
const offsetMs = 8 * 60 * minuteMs;

/** The value of a `datetime-local` field, in the time of China. */
export function toField(at: number): string {
  return new Date(at + offsetMs).toISOString().slice(0, 16);
}

/** What such a field means. */
export function fromField(value: string): string {
  return new Date(Date.parse(`${value}:00Z`) - offsetMs).toISOString();
}

/** The next full quarter of an hour. */
export function nextQuarter(now: number): number {
  const quarter = 15 * minuteMs;
  return Math.ceil(now / quarter) * quarter;
}
