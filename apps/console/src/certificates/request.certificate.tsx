import { Form, Input } from 'antd';
import { useState } from 'react';
import { api, newId } from '../api';
import { Decision } from '../decision';
import { useText } from '../language';
import { toField } from '../time';
import { VolunteerField } from '../volunteers/volunteer.field';

interface Fields {
  volunteerId: string;
  from: string;
  to: string;
}

/** Asks at the desk, for who has no phone. */
export function RequestCertificate() {
  const t = useText();
  const [id, setId] = useState(newId);
  const [today] = useState(() => toField(Date.now()).slice(0, 10));
  const required = [{ required: true, message: t('请填写', 'Say so') }];
  return (
    <Decision<Fields>
      name={t('代为申请', 'Ask for one')}
      title={t(
        '为没有手机的志愿者申请；姓名（遮盖）、期间与总时长将公示。',
        'For who has no phone; name (masked), period and total will be on public notice.',
      )}
      isPrimary
      initial={{ from: `${today.slice(0, 4)}-01-01`, to: today }}
      changes={['certificates']}
      decide={(fields) => api.post('/api/v1/certificates', { body: { id, ...fields } })}
      done={() => setId(newId())}
    >
      <Form.Item name="volunteerId" label={t('志愿者', 'Volunteer')} rules={required}>
        <VolunteerField />
      </Form.Item>
      <Form.Item name="from" label={t('服务自', 'Services from')} rules={required}>
        <Input type="date" max={today} />
      </Form.Item>
      <Form.Item name="to" label={t('服务至', 'to')} rules={required}>
        <Input type="date" max={today} />
      </Form.Item>
    </Decision>
  );
}
