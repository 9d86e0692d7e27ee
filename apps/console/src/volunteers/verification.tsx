import { Form, Input } from 'antd';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useText } from '../language';
import { useSession } from '../session';

/** Whether the real name is right, said by who has seen the card; not shown once it is decided, nor to others. */
export function Verification({ volunteer }: { volunteer: Schemas['VolunteerView'] }) {
  const t = useText();
  const role = useSession()?.role;
  const isDesk = role === 'committee' || role === 'station';
  if (!isDesk || volunteer.verification === 'verified' || volunteer.verification === 'refused') return null;
  const path = { id: volunteer.id };
  const changes = ['volunteer', 'volunteers'];
  return (
    <>
      <Decision
        name={t('证件已核对', 'The card was seen')}
        title={t('本人与证件一致？核验后即可接单。', 'Person and card agree? Then errands may be claimed.')}
        isPrimary
        changes={changes}
        decide={() =>
          api.post('/api/v1/volunteers/{id}/verification', { path, body: { decision: 'verified' } })
        }
      />
      <Decision<{ reason: string }>
        name={t('不予核验', 'Refuse')}
        title={t('不予核验？更正内容后可重新登记。', 'Refuse? A corrected registration is possible later.')}
        isDanger
        changes={changes}
        decide={({ reason }) =>
          api.post('/api/v1/volunteers/{id}/verification', { path, body: { decision: 'refused', reason } })
        }
      >
        <Form.Item
          name="reason"
          label={t('原因', 'Reason')}
          rules={[{ required: true, whitespace: true, message: t('请说明原因', 'Say why') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Decision>
    </>
  );
}
