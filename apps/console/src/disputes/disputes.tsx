import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber } from 'antd';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useText } from '../language';
import { useSession } from '../session';
import { RecordHistory, RecordLine } from './record.facts';

type Record = Schemas['ServiceRecordView'];

interface Settlement {
  serviceMinutes?: number | null;
  note?: string;
}

const changes = ['records', 'call-backs'];

/** Records somebody says are not right, before they are confirmed; somebody else of the station settles each. */
export function Disputes() {
  const t = useText();
  const records = useQuery({
    queryKey: ['records', 'disputed'],
    queryFn: () => api.get('/api/v1/service-records', { query: { state: 'disputed', limit: 100 } }),
  });
  return (
    <>
      <p className="quiet">
        {t(
          '确认之前提出的。由社工站中没有提出它的人裁定：确认（可减少分钟）或作废。',
          'Raised before the confirmation. Somebody of the station who did not raise it confirms, perhaps fewer minutes, or voids.',
        )}
      </p>
      <Answer
        query={records}
        empty={{
          when: ({ items }) => items.length === 0,
          teach: t(
            '没有争议。居民在回访中说“没有服务”，或有人提出争议，记录就到这里。',
            'No disputes. A record comes here when a resident says nobody came, or somebody disputes it.',
          ),
        }}
      >
        {({ items }) => (
          <ul className="list">
            {items.map((record) => (
              <li key={record.id} className="panel">
                <RecordLine record={record} />
                <RecordHistory id={record.id} />
                <Settle record={record} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}

function Settle({ record: { id, serviceMinutes } }: { record: Record }) {
  const t = useText();
  if (useSession()?.role !== 'station') return null;
  const settle = (decision: 'confirm' | 'void', { serviceMinutes: minutes, note }: Settlement) =>
    api.post('/api/v1/service-records/{recordId}/dispute-settlement', {
      path: { recordId: id },
      body: {
        decision,
        serviceMinutes: minutes && minutes < serviceMinutes ? minutes : undefined,
        note: note?.trim() || undefined,
      },
    });
  return (
    <div className="steps">
      <Decision<Settlement>
        name={t('确认服务', 'Confirm it')}
        title={t(
          '服务属实？人工证明的仍须另一岗位确认。',
          'It was served? Attested minutes need another role as well.',
        )}
        isPrimary
        initial={{ serviceMinutes }}
        changes={changes}
        decide={(fields) => settle('confirm', fields)}
      >
        <Form.Item
          name="serviceMinutes"
          label={t(`实际分钟（至多 ${serviceMinutes}）`, `Minutes really served (${serviceMinutes} at most)`)}
          rules={[{ required: true, message: t('请填写分钟', 'Give the minutes') }]}
        >
          <InputNumber min={1} max={serviceMinutes} precision={0} />
        </Form.Item>
        <Note />
      </Decision>
      <Decision<Settlement>
        name={t('作废记录', 'Void it')}
        title={t('作废这条记录？不再计时长。', 'Void this record? It then counts for nothing.')}
        isDanger
        changes={changes}
        decide={(fields) => settle('void', fields)}
      >
        <Note />
      </Decision>
    </div>
  );
}

function Note() {
  const t = useText();
  return (
    <Form.Item
      name="note"
      label={t('理由（当事人可见）', 'Reason, for those concerned')}
      rules={[{ required: true, whitespace: true, message: t('请说明理由', 'Say why') }]}
    >
      <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
    </Form.Item>
  );
}
