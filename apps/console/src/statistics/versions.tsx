import type { UseQueryResult } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { Answer } from '../answer';
import { Decision } from '../decision';
import { useLanguage, useText } from '../language';
import { lies } from '../referrals/next.steps';
import { useSession } from '../session';
import { moment } from '../time';
import { WordsField } from './entry.fields';

interface Version {
  id: string;
  region: string;
  version: number;
  isWithdrawn: boolean;
  enteredAt: string;
  evidence: string;
  evidenceSha256?: string;
  reason?: string;
}

interface PanelProps<V extends Version> {
  title: string;
  query: UseQueryResult<{ items: V[] }>;
  close: () => void;
  /** Of one version. */
  tell: (version: V) => ReactNode;
  /** What may be done next, for whose place it is. */
  steps: (newest: V) => ReactNode;
}

/** An entry with every version it ever had, the newest first, and the steps that make one more. */
export function VersionsPanel<V extends Version>({ title, query, close, tell, steps }: PanelProps<V>) {
  return (
    <Drawer open onClose={close} title={title} size="min(560px, 100vw)">
      <Answer query={query}>
        {({ items }) => <Entry items={[...items].reverse()} tell={tell} steps={steps} />}
      </Answer>
    </Drawer>
  );
}

function Entry<V extends Version>({
  items,
  tell,
  steps,
}: Pick<PanelProps<V>, 'tell' | 'steps'> & { items: V[] }) {
  const t = useText();
  const language = useLanguage();
  const own = useSession()?.region;
  const [newest] = items;
  if (!newest) return null;
  return (
    <>
      {own !== undefined && lies(newest.region, own) && (
        <div className="steps" key={newest.version}>
          {steps(newest)}
        </div>
      )}
      <h2>{t('各个版本', 'Versions')}</h2>
      <ul className="list">
        {items.map((one) => (
          <li key={one.version} className="panel">
            <strong>{t(`第 ${one.version} 版`, `Version ${one.version}`)}</strong>{' '}
            {one.isWithdrawn && <span className="state rejected">{t('已撤回', 'Withdrawn')}</span>}{' '}
            <span className="quiet">{moment(one.enteredAt, language)}</span>
            <div>{tell(one)}</div>
            <div>{`${t('依据', 'Evidence')}：${one.evidence}`}</div>
            {one.evidenceSha256 && <div className="trace">{`SHA-256 ${one.evidenceSha256}`}</div>}
            {one.reason && <div>{`${t('原因', 'Why')}：${one.reason}`}</div>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Ends an entry by a version more that counts for nothing. */
export function Withdraw({
  changes,
  send,
}: {
  changes: readonly string[];
  send: (reason: string) => Promise<unknown>;
}) {
  const t = useText();
  return (
    <Decision<{ reason: string }>
      name={t('撤回', 'Withdraw')}
      title={t('不再计数；各个版本仍可查看。', 'It counts no more; its versions stay to be read.')}
      isDanger
      changes={changes}
      decide={({ reason }) => send(reason)}
    >
      <WordsField name="reason" label={t('为什么', 'Why')} />
    </Decision>
  );
}

/** Why a version more is made. */
export function ReasonField() {
  const t = useText();
  return <WordsField name="reason" label={t('更正原因', 'Why it is corrected')} />;
}
