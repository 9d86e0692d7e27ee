import { Choice, useAddress } from '../address';
import { Answer } from '../answer';
import { api } from '../api';
import { useText } from '../language';
import { More, usePages } from '../pages';
import { BatchProgress, StartBatch } from './batch';
import { CertificatePanel } from './certificate.panel';
import { certificateSteps } from './certificate.terms';
import { RequestCertificate } from './request.certificate';

type Step = keyof typeof certificateSteps;

/** Requests for certificates of service, and what became of them: two people sign, then the days of notice pass. */
export function CertificatesPage() {
  const t = useText();
  const { read, choose } = useAddress();
  const batch = read('batch');
  const step = read('step') as Step | undefined;
  const certificates = usePages(['certificates', step], (cursor) =>
    api.get('/api/v1/certificates', { query: { step, cursor } }),
  );
  return (
    <>
      <div className="title">
        <h1>{t('服务记录证明', 'Certificates of service')}</h1>
        <Choice
          label={t('步骤', 'Step')}
          terms={certificateSteps}
          value={step}
          choose={(value) => choose({ step: value })}
        />
        <RequestCertificate />
        <StartBatch />
      </div>
      {batch !== undefined && <BatchProgress id={batch} />}
      <Answer
        query={certificates}
        empty={{
          when: (items) => items.length === 0,
          teach: t(
            '没有证明。志愿者在小程序里申请，没有手机的可在这里代为申请；受理与出具须两人，免费。',
            'No certificates. Volunteers ask on their phones, or here at the desk; one accepts, another issues, free of charge.',
          ),
        }}
      >
        {(items) => (
          <>
            <ul className="list">
              {items.map((one) => (
                <li key={one.id} className="panel">
                  <CertificatePanel certificate={one} />
                </li>
              ))}
            </ul>
            <More pages={certificates} />
          </>
        )}
      </Answer>
    </>
  );
}
