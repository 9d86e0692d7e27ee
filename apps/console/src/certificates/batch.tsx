import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Progress, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { Answer } from '../answer';
import { api, newId, type Schemas } from '../api';
import { useAddress } from '../address';
import { Decision } from '../decision';
import { useTerm, useText } from '../language';
import { useSession } from '../session';
import { batchRefusals } from './certificate.terms';

type Batch = Schemas['CertificateBatchView'];

const lookMs = 1_000;

/** Accepts or issues all that wait, in one's own name; how far it is stays in the address. */
export function StartBatch() {
  const t = useText();
  const { choose } = useAddress();
  const region = useSession()?.region ?? '';
  const [id, setId] = useState(newId);
  return (
    <Decision<{ step: Batch['step'] }>
      name={t('批量办理', 'All that wait')}
      title={t(
        '一次受理，或出具，所有等着的证明（至多一千份），逐份照单独办理的规则。不能撤回。',
        'Accept, or issue, all that wait (a thousand at most), each by the rules for one. It cannot be taken back.',
      )}
      initial={{ step: 'accept' }}
      changes={['certificates']}
      decide={({ step }) => api.post('/api/v1/certificate-batches', { body: { id, step, region } })}
      done={() => {
        choose({ batch: id });
        setId(newId());
      }}
    >
      <Form.Item name="step" label={t('做什么', 'What')}>
        <Radio.Group
          options={[
            { value: 'accept', label: t('受理全部申请', 'Accept all requests') },
            { value: 'issue', label: t('出具他人已受理的', 'Issue what others accepted') },
          ]}
        />
      </Form.Item>
    </Decision>
  );
}

/** How far a batch is, and what it left and why. */
export function BatchProgress({ id }: { id: string }) {
  const queries = useQueryClient();
  const batch = useQuery({
    queryKey: ['certificate-batch', id],
    queryFn: () => api.get('/api/v1/certificate-batches/{id}', { path: { id } }),
    refetchInterval: ({ state }) => (state.data?.waiting === 0 ? false : lookMs),
  });
  const hasEnded = batch.data?.waiting === 0;
  useEffect(() => {
    if (hasEnded) void queries.invalidateQueries({ queryKey: ['certificates'] });
  }, [queries, hasEnded]);
  return <Answer query={batch}>{(data) => <Standing batch={data} />}</Answer>;
}

function Standing({ batch: { total, done, waiting, refusals } }: { batch: Batch }) {
  const t = useText();
  const term = useTerm();
  const counts = new Map<string, number>();
  for (const { code } of refusals) counts.set(code, (counts.get(code) ?? 0) + 1);
  const percent = total === 0 ? 100 : Math.round(((total - waiting) / total) * 100);
  return (
    <section className="panel" aria-label={t('批量办理进度', 'The batch')}>
      <Progress percent={percent} aria-label={t('进度', 'Progress')} />
      <p role="status">
        {t(
          `共 ${total} 份：办妥 ${done}，未办 ${refusals.length}，等待 ${waiting}`,
          `${total} in all: ${done} done, ${refusals.length} left, ${waiting} waiting`,
        )}
      </p>
      {counts.size > 0 && (
        <ul>
          {[...counts].map(([code, count]) => (
            <li key={code}>{`${term(batchRefusals[code]) || code} × ${count}`}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
