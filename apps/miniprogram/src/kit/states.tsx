import { type ReactNode, useEffect, useState } from 'react';
import { restart, go } from '../core/go';
import type { Loaded } from '../core/load';
import type { Trouble } from '../core/trouble';
import { useWords } from '../core/words';
import { Box } from '../platform/elements';
import { Button } from './pieces';

/** Nothing is wrong, there is just nothing here; with what to do next. */
export function Empty({ mark, title, children }: { mark?: string; title: string; children?: ReactNode }) {
  return (
    <Box className="state">
      {mark && (
        <Box className="state-mark" isDecoration>
          {mark}
        </Box>
      )}
      <Box as="p" className="large">
        {title}
      </Box>
      {children}
    </Box>
  );
}

const marks: Partial<Record<Trouble['kind'], string>> = { offline: '断', slow: '慢', busy: '挤' };

/** What is wrong, and the way on. */
export function TroubleState({ trouble, again }: { trouble: Trouble; again?: () => void }) {
  const tell = useWords();
  if (trouble.kind === 'expired')
    return (
      <Empty mark="钥" title={tell('expired')}>
        <Box as="p">{tell('expiredHow')}</Box>
        <Button onPress={() => go('sign-in', {})}>{tell('signInAgain')}</Button>
      </Empty>
    );
  const problem = trouble.kind === 'refused' ? trouble.problem : undefined;
  const title = problem?.title ?? tell(trouble.kind === 'refused' ? 'unknown' : trouble.kind);
  const how =
    problem?.detail ??
    tell(trouble.kind === 'offline' ? 'offlineHow' : trouble.kind === 'slow' ? 'slowHow' : 'unknownHow');
  return (
    <Box role="alert">
      <Empty mark={marks[trouble.kind] ?? '!'} title={title}>
        <Box as="p">{how}</Box>
        {again && <Button onPress={again}>{tell('tryAgain')}</Button>}
        <Button kind="quiet" onPress={() => restart('home', {})}>
          {tell('toHome')}
        </Button>
      </Empty>
    </Box>
  );
}

/** Shows what was loaded, or why not. What is old is shown together with the reason there is nothing newer. */
export function Shown<T>({ loaded, children }: { loaded: Loaded<T>; children: (value: T) => ReactNode }) {
  const { value, trouble, again } = loaded;
  if (value === undefined) {
    if (trouble) return <TroubleState trouble={trouble} again={again} />;
    return <Loading again={again} />;
  }
  return (
    <>
      {trouble && <TroubleState trouble={trouble} again={again} />}
      {children(value)}
    </>
  );
}

const slowMs = 4_000;

/** Something comes; after a while, that the network is slow, and what one can do. */
function Loading({ again }: { again: () => void }) {
  const tell = useWords();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box role="status" label={tell('loading')} className="stack">
      {isSlow && (
        <Box className="notice is-warm">
          <Box>{tell('slowNow')}</Box>
          <Button kind="quiet" onPress={again}>
            {tell('tryAgain')}
          </Button>
        </Box>
      )}
      <Box className="bone" />
      <Box className="bone" />
      <Box className="bone" />
    </Box>
  );
}
