import { useQuery } from '@tanstack/react-query';
import { Form, type FormInstance, Input, Select } from 'antd';
import { useState } from 'react';
import { Answer } from '../answer';
import { api, newId } from '../api';
import { Decision } from '../decision';
import { useTerm, useText } from '../language';
import { addDays } from '../published/day';
import { fromField } from '../time';
import { QualificationTable } from './qualification.table';
import { endless, type QualificationName, qualificationNames } from './qualification.terms';

interface Fields {
  name: QualificationName;
  lastDay?: string;
  issuer?: string;
  number?: string;
}

/** What one volunteer is qualified for; the desk records what it has the document of. */
export function QualificationsOf({ id }: { id: string }) {
  const t = useText();
  const qualifications = useQuery({
    queryKey: ['qualifications', 'of', id],
    queryFn: () => api.get('/api/v1/volunteers/{id}/qualifications', { path: { id } }),
  });
  return (
    <>
      <h2>{t('保险、培训与证件', 'Insurance, training, certificates')}</h2>
      <Answer
        query={qualifications}
        empty={{
          when: ({ items }) => items.length === 0,
          teach: t('还没有登记。', 'None on record.'),
        }}
      >
        {({ items }) => <QualificationTable items={items} />}
      </Answer>
      <div className="steps">
        <Record id={id} />
      </div>
    </>
  );
}

function Record({ id: volunteerId }: { id: string }) {
  const t = useText();
  const [id, setId] = useState(newId);
  return (
    <Decision<Fields>
      name={t('登记一项', 'Record one')}
      title={t(
        '看过原件后登记，即算已核验。',
        'Recorded with the document before you, it is verified at once.',
      )}
      initial={{ name: 'accidentInsurance' }}
      changes={['qualifications']}
      decide={({ name, lastDay, issuer, number }) =>
        api.post('/api/v1/volunteers/{volunteerId}/qualifications', {
          path: { volunteerId },
          body: {
            ...{ id, name, issuer: issuer || undefined, number: number || undefined },
            // Through the whole of its last day.
            expiresAt: lastDay ? fromField(`${addDays(lastDay, 1)}T00:00`) : undefined,
          },
        })
      }
      done={() => setId(newId())}
    >
      {(form) => <RecordFields form={form} />}
    </Decision>
  );
}

function RecordFields({ form }: { form: FormInstance<Fields> }) {
  const t = useText();
  const term = useTerm();
  const name = Form.useWatch('name', form);
  return (
    <>
      <Form.Item name="name" label={t('资质', 'What')}>
        <Select
          options={Object.entries(qualificationNames).map(([value, label]) => ({
            value,
            label: term(label),
          }))}
        />
      </Form.Item>
      <Form.Item
        key={name}
        name="lastDay"
        label={t('有效至（当日仍有效）', 'Last day it counts')}
        rules={[
          { required: !endless.includes(name), message: t('请填写有效期', 'Say until when it counts') },
        ]}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item name="issuer" label={t('颁发机构或保险公司', 'Body or insurer that gave it')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="number" label={t('编号（加密保存）', 'Its number, kept sealed')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </>
  );
}
