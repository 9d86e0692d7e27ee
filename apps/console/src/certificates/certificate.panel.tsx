import { Form, Radio } from 'antd';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { hours, moment } from '../time';
import { VolunteerLink } from '../volunteers/volunteer.link';
import { certificateStates, revocationReasons, staffReasons } from './certificate.terms';

type Certificate = Schemas['CertificateView'];

/** One certificate, where it stands, and the step that is next. */
export function CertificatePanel({ certificate }: { certificate: Certificate }) {
  const t = useText();
  const term = useTerm();
  const { volunteerId, from, to, state, number, serviceMinutes, revocationReason } = certificate;
  return (
    <>
      <h2>
        <VolunteerLink id={volunteerId} />{' '}
        <span className={`state ${state}`}>{term(certificateStates[state])}</span>
      </h2>
      <p>
        {`${from} – ${to}`}
        {serviceMinutes !== undefined &&
          t(` · ${hours(serviceMinutes)} 小时`, ` · ${hours(serviceMinutes)} hours`)}
        {number !== undefined && ` · ${number}`}
      </p>
      <p className="quiet">
        <Times certificate={certificate} />
        {revocationReason && `：${term(revocationReasons[revocationReason])}`}
      </p>
      <Steps certificate={certificate} />
    </>
  );
}

function Times({ certificate }: { certificate: Certificate }) {
  const t = useText();
  const language = useLanguage();
  const { requestedAt, acceptedAt, issuedAt, noticeFrom, effectiveFrom, revokedAt } = certificate;
  const times: [string, string | undefined][] = [
    [t('申请', 'Asked for'), requestedAt],
    [t('受理', 'accepted'), acceptedAt],
    [t('出具', 'issued'), issuedAt],
    [t('公示自', 'notice from'), noticeFrom],
    [t('生效自', 'effective from'), effectiveFrom],
    [t('撤销', 'revoked'), revokedAt],
  ];
  return (
    <>
      {times
        .flatMap(([name, at]) => (at === undefined ? [] : [`${name} ${moment(at, language)}`]))
        .join(t('，', ', '))}
    </>
  );
}

function Steps({ certificate: { id, state } }: { certificate: Certificate }) {
  const t = useText();
  const path = { id };
  const changes = ['certificates'];
  if (state === 'revoked') return null;
  return (
    <div className="steps">
      {state === 'requested' && (
        <Decision
          name={t('受理', 'Accept')}
          title={t(
            '受理后您即为经办人；须由另一人出具。',
            'You become the handler; somebody else has to issue it.',
          )}
          isPrimary
          changes={changes}
          decide={() => api.post('/api/v1/certificates/{id}/acceptance', { path })}
        />
      )}
      {state === 'accepted' && (
        <Decision
          name={t('出具', 'Issue')}
          title={t(
            '按此刻已确认的记录出具，您即为负责人；次日起公示，之后自动生效。',
            'Issued over what is confirmed now, with you in charge; public notice begins tomorrow and ends by itself.',
          )}
          isPrimary
          changes={changes}
          decide={() => api.post('/api/v1/certificates/{id}/issue', { path })}
        />
      )}
      <Decision<{ reason: keyof typeof staffReasons }>
        name={t('撤销', 'Revoke')}
        title={t(
          '撤销后不能恢复，可重新申请；核验时人人可见。',
          'It cannot come back; everybody who checks it sees so.',
        )}
        isDanger
        changes={changes}
        decide={({ reason }) => api.post('/api/v1/certificates/{id}/revocation', { path, body: { reason } })}
      >
        <ReasonItem />
      </Decision>
    </div>
  );
}

function ReasonItem() {
  const t = useText();
  const term = useTerm();
  return (
    <Form.Item
      name="reason"
      label={t('原因', 'Reason')}
      rules={[{ required: true, message: t('请选择原因', 'Choose a reason') }]}
    >
      <Radio.Group
        options={Object.entries(staffReasons).map(([value, name]) => ({ value, label: term(name) }))}
      />
    </Form.Item>
  );
}
