import type { Schemas } from '../api';
import { useText } from '../language';
import { Difference } from './difference';
import { policyOf, rulesOf } from './policy.keys';

type Timeline = Schemas['PolicyTimeline'];

/** Every version, the newest first, each with what it changed. */
export function Versions({ timeline: { versions } }: { timeline: Timeline }) {
  const t = useText();
  return (
    <ul className="list">
      {[...versions].reverse().map((one) => {
        const before = versions.find(({ version }) => version === one.version - 1);
        return (
          <li key={one.version} className="panel">
            <h2>
              {t(`第 ${one.version} 版`, `Version ${one.version}`)}{' '}
              {one.isInForce && <span className="state">{t('生效中', 'In force')}</span>}
            </h2>
            <p>
              {one.effectiveFrom
                ? t(`自 ${one.effectiveFrom} 起`, `From ${one.effectiveFrom}`)
                : t('自始', 'From the beginning')}{' '}
              {one.effectiveUntil && t(`至 ${one.effectiveUntil} 前`, `until ${one.effectiveUntil}`)}
            </p>
            {one.note && <p>{one.note}</p>}
            <Difference
              before={before ? rulesOf(before.policy) : rulesOf(policyOf({}))}
              after={rulesOf(one.policy)}
            />
          </li>
        );
      })}
    </ul>
  );
}
