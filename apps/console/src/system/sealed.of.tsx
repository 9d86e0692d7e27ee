import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Progress, Table } from 'antd';
import { Answer } from '../answer';
import { useLanguage, useTerm, useText } from '../language';
import { moment } from '../time';
import { Wide } from '../wide';
import { openRun, type Sealing, type SealingRun, type SealingService } from './sealing';
import { wordingOf } from './sealing.terms';
import { serviceNames } from './service.names';

type Count = Sealing['counts'][number];

const stuckMs = 60_000;
const number = (count: number) => count.toLocaleString('en-US');

interface SealedOfProps {
  service: SealingService;
  query: UseQueryResult<Sealing>;
}

/** What one service keeps sealed, and how far its run is. */
export function SealedOf({ service, query }: SealedOfProps) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const name = term(serviceNames[service]);
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      <Answer query={query}>
        {(sealing) => (
          <>
            <State sealing={sealing} />
            {sealing.countedAt !== undefined && (
              <p className="quiet">
                {t('清点于', 'Counted at')} {moment(sealing.countedAt, language)}
              </p>
            )}
            {sealing.counts.length > 0 && <Counts sealing={sealing} label={name} />}
            {sealing.countedAt !== undefined && sealing.counts.length === 0 && (
              <p>{t('没有密封的数据。', 'Nothing is sealed here.')}</p>
            )}
          </>
        )}
      </Answer>
    </section>
  );
}

function State({ sealing }: { sealing: Sealing }) {
  const t = useText();
  const open = openRun(sealing);
  if (open) return <UnderWay run={open} at={sealing.at} />;
  const last = sealing.runs.find(({ outcome }) => outcome !== 'superseded');
  if (!last) return <p role="status">{t('还没有清点过。', 'Not counted yet.')}</p>;
  if (last.kind === 'count') return null;
  return <Ended run={last} />;
}

/** `at` is the service’s own time: the browser’s may be wrong. */
function UnderWay({ run, at }: { run: SealingRun; at: string }) {
  const t = useText();
  const language = useLanguage();
  const { step, sealedValues, totalValues = 0 } = run;
  const percent = totalValues > 0 ? Math.min(100, Math.floor((sealedValues / totalValues) * 100)) : 0;
  const isStuck = Date.parse(at) - Date.parse(run.progressedAt) > stuckMs;
  return (
    <div role="status">
      {run.kind === 'reseal' && run.totalValues !== undefined && (
        <Progress percent={percent} aria-label={t('重新密封进度', 'Sealed anew so far')} />
      )}
      <p>
        {step === 'counting'
          ? t(
              `正在清点：已数 ${number(run.countedValues)} 项`,
              `Counting: ${number(run.countedValues)} so far`,
            )
          : t(
              `正在重新密封：${number(sealedValues)} / ${number(totalValues)} 项`,
              `Sealing anew: ${number(sealedValues)} of ${number(totalValues)}`,
            )}
      </p>
      {isStuck && (
        <Alert
          type="warning"
          showIcon
          title={t(
            `自 ${moment(run.progressedAt, language)} 起没有进展`,
            `It has not gone on since ${moment(run.progressedAt, language)}`,
          )}
          description={t(
            '数据都在，恢复后会自己接着做。请看该服务的日志，并确认各服务用的是同一个密钥文件。',
            'Nothing is lost, and it goes on by itself once it can. See the log of the service, and that all of them have the same key file.',
          )}
        />
      )}
    </div>
  );
}

function Ended({ run }: { run: SealingRun }) {
  const t = useText();
  const { sealedValues, unreadableValues } = run;
  if (run.outcome === 'done')
    return (
      <p role="status">
        {sealedValues > 0
          ? t(`已全部重新密封：${number(sealedValues)} 项。`, `All are sealed anew: ${number(sealedValues)}.`)
          : t(
              '都在当前密钥下，没有要重新密封的。',
              'All are under the current key: there was nothing to seal anew.',
            )}
      </p>
    );
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t(
        `重新密封了 ${number(sealedValues)} 项；${number(unreadableValues)} 项打不开，仍是原样`,
        `${number(sealedValues)} sealed anew; ${number(unreadableValues)} cannot be opened and are as they were`,
      )}
      description={t(
        '下表中不在当前密钥下的就是剩下的。密钥不在文件中的，请把它放回密钥文件，重启后再做一次；其余的已损坏，或一直被占用。',
        'What is left stands in the table under another key than the current one. Where its key is not in the file, put it back, restart and seal anew; the others are damaged, or were held all the time.',
      )}
    />
  );
}

function Counts({ sealing, label }: { sealing: Sealing; label: string }) {
  const t = useText();
  const term = useTerm();
  const keys = new Map(sealing.keys.map((key) => [key.keyId, key]));
  const wordOf = (keyId: string) => {
    const key = keys.get(keyId);
    if (key?.isCurrent) return t('当前', 'current');
    return key?.isInFile ? t('旧', 'old') : t('不在密钥文件中', 'not in the key file');
  };
  return (
    <Wide label={label}>
      <Table<Count>
        rowKey={({ table, column, keyId }) => `${table} ${column} ${keyId}`}
        dataSource={sealing.counts}
        pagination={false}
        size="small"
        columns={[
          { title: t('数据', 'What'), render: (_, count) => term(wordingOf(count)) },
          {
            title: t('密钥', 'Key'),
            render: (_, { keyId, isResealed }) => (
              <>
                <span className="key-id">{keyId}</span>{' '}
                <span className={keys.get(keyId)?.isInFile ? 'quiet' : 'wrong'}>
                  {wordOf(keyId)}
                  {!isResealed && t('；到期删除，不重新密封', '; deleted in time, not sealed anew')}
                </span>
              </>
            ),
          },
          {
            title: t('数量', 'Values'),
            align: 'right',
            render: (_, { valueCount }) => number(valueCount),
          },
        ]}
      />
    </Wide>
  );
}
