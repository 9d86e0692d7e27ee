import { useQuery } from '@tanstack/react-query';
import { Drawer, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Answer } from '../answer';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { CorrectionFields, correctionOf, type CorrectionTyped } from '../disputes/correction.fields';
import { disputeReasons, objectionReasons } from '../disputes/dispute.terms';
import { RecordHistory, RecordLine } from '../disputes/record.facts';
import { useTerm, useText } from '../language';
import { useSession } from '../session';
import type { Terms } from '../terms';

type Record = Schemas['ServiceRecordView'];

const settled: readonly Record['state'][] = ['confirmed', 'inNotice', 'credited', 'corrected', 'voided'];

/** A service record with how it came about, and what this role may say against it. */
export function RecordDrawer({ id, close }: { id: string | undefined; close: () => void }) {
  const t = useText();
  const record = useQuery({
    queryKey: ['records', 'one', id],
    queryFn: () => api.get('/api/v1/service-records/{id}', { path: { id: id ?? '' } }),
    enabled: id !== undefined,
  });
  return (
    <Drawer
      open={id !== undefined}
      onClose={close}
      title={t('服务记录', 'Service record')}
      size="min(560px, 100vw)"
      destroyOnHidden
    >
      <Answer query={record}>
        {(data) => (
          <>
            <RecordLine record={data} />
            <RecordHistory id={data.id} />
            <div className="steps">
              {data.state === 'submitted' && <DisputeIt record={data} />}
              {settled.includes(data.state) && <CorrectIt key={data.version} record={data} />}
              {settled.includes(data.state) && <ObjectToIt record={data} />}
            </div>
          </>
        )}
      </Answer>
    </Drawer>
  );
}

interface Said<R> {
  reason: R;
  note?: string;
}

function DisputeIt({ record: { id } }: { record: Record }) {
  const t = useText();
  return (
    <Decision<Said<keyof typeof disputeReasons>>
      name={t('提出争议', 'Dispute it')}
      title={t('提出争议？由社工站另一人裁定。', 'Dispute it? Somebody else of the station settles it.')}
      changes={['records', 'call-backs']}
      decide={({ reason, note }) =>
        api.post('/api/v1/service-records/{recordId}/disputes', {
          path: { recordId: id },
          body: { reason, note: note?.trim() || undefined },
        })
      }
    >
      <Reason terms={disputeReasons} />
    </Decision>
  );
}

/** One id for all attempts of one proposal; it names the version that was looked at. */
function CorrectIt({ record: { id, version } }: { record: Record }) {
  const t = useText();
  const [correctionId] = useState(newId);
  return (
    <Decision<CorrectionTyped>
      name={t('提出更正', 'Propose a correction')}
      title={t('由另一岗位复核后才生效。', 'It takes effect once another role applies it.')}
      initial={{ kind: 'correct' }}
      changes={['records']}
      decide={(typed) =>
        api.post('/api/v1/service-records/{recordId}/corrections', {
          path: { recordId: id },
          body: { id: correctionId, ofVersion: version, ...correctionOf(typed) },
        })
      }
    >
      <CorrectionFields />
    </Decision>
  );
}

/** Committees object for those who cannot; the station decides and does not object itself. */
function ObjectToIt({ record: { id } }: { record: Record }) {
  const t = useText();
  const [objectionId, setObjectionId] = useState(newId);
  if (useSession()?.role !== 'committee') return null;
  return (
    <Decision<Said<keyof typeof objectionReasons>>
      name={t('提出异议', 'Object')}
      title={t(
        '提出异议？由社工站核查裁定，其间公示不会结束。',
        'Object? The station looks into it; no notice ends meanwhile.',
      )}
      changes={['records']}
      decide={({ reason, note }) =>
        api.post('/api/v1/service-records/{recordId}/objections', {
          path: { recordId: id },
          body: { id: objectionId, reason, note: note?.trim() || undefined },
        })
      }
      done={() => setObjectionId(newId())}
    >
      <Reason terms={objectionReasons} />
    </Decision>
  );
}

function Reason({ terms }: { terms: Terms<string> }) {
  const t = useText();
  const term = useTerm();
  return (
    <>
      <Form.Item
        name="reason"
        label={t('原因', 'Reason')}
        rules={[{ required: true, message: t('请选择原因', 'Choose the reason') }]}
      >
        <Select
          options={Object.entries(terms).map(([value, wording]) => ({ value, label: term(wording) }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t('说明', 'Note')}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  );
}
