import { useQuery } from '@tanstack/react-query';
import { Answer } from '../answer';
import { useLanguage, useText } from '../language';
import { moment } from '../time';

/** As `/readyz` answers, with 503 where a part does not. */
interface Readiness {
  ready: boolean;
  parts: Record<string, boolean>;
}

async function ask(): Promise<Readiness & { at: string }> {
  const answer = await fetch('/readyz', { headers: { accept: 'application/json' } });
  return { ...((await answer.json()) as Readiness), at: new Date().toISOString() };
}

/** Every part that the gateway depends on, asked again every ten seconds. */
export function Health() {
  const t = useText();
  const language = useLanguage();
  const readiness = useQuery({ queryKey: ['readiness'], queryFn: ask, refetchInterval: 10_000 });
  return (
    <Answer query={readiness}>
      {({ ready, parts, at }) => (
        <>
          <p role="status" className={ready ? undefined : 'wrong'}>
            {ready ? t('全部正常', 'All of them answer') : t('有服务没有应答', 'Some do not answer')}{' '}
            <span className="quiet">{moment(at, language)}</span>
          </p>
          <ul className="parts">
            {Object.entries(parts).map(([name, isFine]) => (
              <li key={name} className={isFine ? 'fine' : 'wrong'}>
                <strong>{name}</strong>{' '}
                {isFine ? t('正常', 'answers') : t('没有应答：请看该服务的日志', 'no answer: see its log')}
              </li>
            ))}
          </ul>
        </>
      )}
    </Answer>
  );
}
