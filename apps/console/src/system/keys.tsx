import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { Failure } from '../answer';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { useTerm, useText } from '../language';
import type { Terms } from '../terms';
import { Wide } from '../wide';
import { SealedOf } from './sealed.of';
import {
  type KeyOfAll,
  keysOfAll,
  type Need,
  oldValues,
  openRun,
  sealingServices,
  useSealing,
} from './sealing';
import { SealingRuns } from './sealing.runs';

type Kind = Schemas['SealingRunView']['kind'];

const needs: Terms<Need> = {
  current: ['当前密钥，新数据用它密封', 'Current: new values are sealed with it'],
  needed: ['仍需要，不可取出', 'Still needed: keep it'],
  missing: [
    '密钥文件中没有：这些数据读不出，请补回',
    'Not in the key file: put it back, or these cannot be read',
  ],
  free: ['可从密钥文件取出', 'May be taken out of the key file'],
  unknown: ['未知：有服务未清点或没有应答', 'Unknown: some service has not counted, or does not answer'],
};

/** Which key has sealed how much, in which service, and sealing anew what an old one has. */
export function Keys() {
  const t = useText();
  const answers = useSealing();
  const data = answers.map((answer) => answer.data);
  const known = data.filter((answer) => answer !== undefined);
  const isBusy = data.some((answer) => openRun(answer));
  const old = known.reduce((sum, answer) => sum + oldValues(answer), 0);
  return (
    <>
      <section aria-label={t('密钥', 'Keys')}>
        <h2>{t('密钥', 'Keys')}</h2>
        <p className="quiet">
          {t(
            '姓名、电话、门牌等以密文保存，并记着由哪个密钥密封。这里只有密钥的编号，没有密钥。',
            'Names, phones, doors and the like are kept sealed, each with the id of its key. Here are the ids of keys alone, never a key.',
          )}
        </p>
        <KeyList keys={keysOfAll(data)} />
        <Steps isBusy={isBusy} old={old} />
      </section>
      {sealingServices.map((service, index) => (
        <SealedOf key={service} service={service} query={answers[index] as (typeof answers)[number]} />
      ))}
      <SealingRuns answers={known} />
    </>
  );
}

function KeyList({ keys }: { keys: readonly KeyOfAll[] }) {
  const t = useText();
  const term = useTerm();
  const label = t('密钥编号', 'Ids of keys');
  if (keys.length === 0) return null;
  return (
    <Wide label={label}>
      <Table<KeyOfAll>
        rowKey="keyId"
        dataSource={keys}
        pagination={false}
        size="small"
        columns={[
          { title: t('编号', 'Id'), dataIndex: 'keyId', className: 'key-id' },
          {
            title: t('密封的数据', 'Values sealed'),
            align: 'right',
            render: (_, { valueCount }) => valueCount.toLocaleString('en-US'),
          },
          {
            title: t('是否需要', 'Needed'),
            render: (_, { need }) => (
              <span className={need === 'missing' ? 'wrong' : undefined}>{term(needs[need])}</span>
            ),
          },
        ]}
      />
    </Wide>
  );
}

/** Asks every service, even where one refuses. The same ids until all have taken it, so that pressing again is the same. */
function useAsk(kind: Kind) {
  const [ids, setIds] = useState(newIds);
  return async () => {
    const asked = await Promise.allSettled(
      sealingServices.map((service, index) =>
        api.post('/api/v1/sealing/{service}/runs', { path: { service }, body: { id: ids[index], kind } }),
      ),
    );
    const failed = asked.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    setIds(newIds());
  };
}
const newIds = () => sealingServices.map(() => newId());

function Steps({ isBusy, old }: { isBusy: boolean; old: number }) {
  const t = useText();
  const queries = useQueryClient();
  const look = () => queries.invalidateQueries({ queryKey: ['sealing'] });
  const reseal = useAsk('reseal');
  const count = useMutation({ mutationFn: useAsk('count'), onSettled: look });
  return (
    <>
      <div className="steps">
        <Button loading={count.isPending} disabled={isBusy} onClick={() => count.mutate()}>
          {t('清点', 'Count')}
        </Button>
        {old > 0 && (
          <Decision
            name={t('重新密封', 'Seal anew')}
            title={t(
              `用当前密钥重新密封 ${old.toLocaleString('en-US')} 项数据？`,
              `Seal ${old.toLocaleString('en-US')} values anew with the current key?`,
            )}
            isDanger
            isIncomplete={isBusy}
            changes={['sealing']}
            decide={reseal}
          >
            <p>
              {t(
                '不停机，后台分批进行；内容不变，也不会显示。中途停下会接着做。请先确认：所有服务都已用新的密钥文件重启，旧密钥还在文件里。本次操作记入日志。',
                'It goes on in the background, in batches, while everybody works; nothing is shown and no content changes. Stopped halfway, it goes on. Be sure first that every service was restarted with the new key file and that the old key is still in it. This is written down.',
              )}
            </p>
          </Decision>
        )}
      </div>
      {count.error !== null && <Failure error={count.error} />}
    </>
  );
}
