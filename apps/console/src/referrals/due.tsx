import { useLanguage, useText } from '../language';
import { moment } from '../time';

const hourMs = 3_600_000;

/** How long a next step may still take, or how late it is; `now` in milliseconds. */
export function Due({ at, now }: { at: string | undefined; now: number }) {
  const t = useText();
  const language = useLanguage();
  if (at === undefined) return <>—</>;
  const left = Date.parse(at) - now;
  const span = spanOf(Math.abs(left), t);
  return (
    <span className={left < 0 ? 'clock long' : 'clock'} title={moment(at, language)}>
      {left < 0 ? t(`超时 ${span}`, `${span} late`) : t(`还有 ${span}`, `${span} left`)}
    </span>
  );
}

function spanOf(ms: number, t: (zh: string, en: string) => string): string {
  const hoursLeft = Math.floor(ms / hourMs);
  if (hoursLeft < 1) return t(`${Math.floor(ms / 60_000)} 分钟`, `${Math.floor(ms / 60_000)} min`);
  if (hoursLeft < 48) return t(`${hoursLeft} 小时`, `${hoursLeft} h`);
  return t(`${Math.floor(hoursLeft / 24)} 天`, `${Math.floor(hoursLeft / 24)} days`);
}
