import type { ReactNode } from 'react';
import { useAddress, Views } from '../address';
import { useText, type Wording } from '../language';
import { DeadLetters } from './dead.letters';
import { Health } from './health';
import { Keys } from './keys';
import { LedgerCheck } from './ledger.check';
import { Replays } from './replays';

const views = {
  health: ['运行状况', 'Health'],
  letters: ['死信', 'Dead letters'],
  keys: ['密钥', 'Seal keys'],
} satisfies Record<string, Wording>;
type View = keyof typeof views;

/** Whether the services answer and the ledger agrees with itself, what no service could take, and the rotation of keys. */
export function SystemPage() {
  const t = useText();
  const { read } = useAddress();
  const asked = read('view') as View | undefined;
  const view = asked !== undefined && Object.hasOwn(shown, asked) ? asked : 'health';
  const Shown = shown[view];
  return (
    <>
      <h1>{t('系统', 'System')}</h1>
      <Views views={views} shown={view} />
      <Shown />
    </>
  );
}

function HealthView() {
  const t = useText();
  return (
    <>
      <section aria-label={t('服务', 'Services')}>
        <h2>{t('服务', 'Services')}</h2>
        <Health />
      </section>
      <section aria-label={t('账本自查', 'What the ledger says of itself')}>
        <h2>{t('账本自查', 'What the ledger says of itself')}</h2>
        <LedgerCheck />
      </section>
    </>
  );
}

function LettersView() {
  const t = useText();
  return (
    <>
      <section aria-label={t('死信', 'Dead letters')}>
        <h2>{t('服务未能处理的事件', 'Events that a service could not take')}</h2>
        <DeadLetters />
      </section>
      <section aria-label={t('重新投递日志', 'Log of replays')}>
        <h2>{t('重新投递日志', 'Log of replays')}</h2>
        <Replays />
      </section>
    </>
  );
}

const shown: Record<View, () => ReactNode> = { health: HealthView, letters: LettersView, keys: Keys };
