import { useText } from '../language';
import { Health } from './health';
import { LedgerCheck } from './ledger.check';

/** Whether the services answer, and whether the ledger agrees with itself. */
export function SystemPage() {
  const t = useText();
  return (
    <>
      <h1>{t('系统', 'System')}</h1>
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
