import { Form, Input, Select } from 'antd';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useTerm, useText } from '../language';
import { rejectionCodes } from '../terms';

interface Fields {
  code: NonNullable<Schemas['NeedStep']['code']>;
  reason: string;
}

/** Returns a need with a reason that is counted, and words that the resident is told. */
export function Rejection({ id }: { id: string }) {
  const t = useText();
  const term = useTerm();
  const required = { required: true, message: t('请填写', 'Needed') };
  return (
    <Decision<Fields>
      name={t('退回需求', 'Return the need')}
      title={t('退回这条需求？居民会得知原因。', 'Return this need? The resident is told why.')}
      changes={['need', 'needs']}
      decide={(body) => api.post('/api/v1/needs/{id}/rejection', { path: { id }, body })}
    >
      <Form.Item name="code" label={t('原因', 'Reason')} rules={[required]}>
        <Select
          options={Object.entries(rejectionCodes).map(([value, wording]) => ({
            value,
            label: term(wording),
          }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('告诉居民', 'What the resident is told')} rules={[required]}>
        <Input maxLength={200} />
      </Form.Item>
    </Decision>
  );
}
