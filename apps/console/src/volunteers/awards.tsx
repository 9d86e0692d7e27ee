import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { Answer } from '../answer';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useText } from '../language';
import { useSession } from '../session';
import { moment } from '../time';

type Award = Schemas['AwardView'];

/** Honours of one volunteer with their reasons, revoked ones too; a station gives and revokes them. */
export function AwardsOf({ id }: { id: string }) {
  const t = useText();
  const gives = useSession()?.role === 'station';
  const awards = useQuery({
    queryKey: ['awards', id],
    queryFn: () => api.get('/api/v1/volunteers/{id}/awards', { path: { id } }),
  });
  return (
    <>
      <h2>{t('表彰', 'Awards')}</h2>
      <Answer
        query={awards}
        empty={{ when: ({ items }) => items.length === 0, teach: t('还没有表彰。', 'None yet.') }}
      >
        {({ items }) => (
          <ul className="list">
            {items.map((award) => (
              <li key={award.id} className="panel">
                <AwardPanel award={award} mayRevoke={gives} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {gives && (
        <div className="steps">
          <Give volunteerId={id} />
        </div>
      )}
    </>
  );
}

function AwardPanel({ award, mayRevoke }: { award: Award; mayRevoke: boolean }) {
  const t = useText();
  const language = useLanguage();
  const { id, title, reason, givenAt, revokedAt, revocationReason } = award;
  return (
    <>
      <h3>{title}</h3>
      <p>{reason}</p>
      <p className="quiet">
        {moment(givenAt, language)}
        {revokedAt !== undefined &&
          t(
            `，${moment(revokedAt, language)} 撤销：${revocationReason ?? ''}`,
            `, revoked ${moment(revokedAt, language)}: ${revocationReason ?? ''}`,
          )}
      </p>
      {mayRevoke && revokedAt === undefined && (
        <div className="steps">
          <Decision<{ reason: string }>
            name={t('撤销', 'Revoke')}
            title={t(
              '撤销这项表彰？不能恢复，本人可见原因。',
              'Revoke it? For good; the volunteer sees why.',
            )}
            isDanger
            changes={['awards']}
            decide={(body) => api.post('/api/v1/awards/{id}/revocation', { path: { id }, body })}
          >
            <ReasonItem />
          </Decision>
        </div>
      )}
    </>
  );
}

function Give({ volunteerId }: { volunteerId: string }) {
  const t = useText();
  const [id, setId] = useState(newId);
  return (
    <Decision<{ title: string; reason: string }>
      name={t('授予表彰', 'Give an award')}
      title={t(
        '授予表彰；名称可能公开（本人同意上荣誉榜时），理由只给本人与工作人员。',
        'Its name may be public where the volunteer consents to the honour list; the reason is for staff and the volunteer.',
      )}
      changes={['awards']}
      decide={(fields) =>
        api.post('/api/v1/volunteers/{volunteerId}/awards', {
          path: { volunteerId },
          body: { id, ...fields },
        })
      }
      done={() => setId(newId())}
    >
      <Form.Item
        name="title"
        label={t('名称（不写人名）', 'Name of the honour; names nobody')}
        rules={[{ required: true, whitespace: true, message: t('请填写名称', 'Name it') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <ReasonItem />
    </Decision>
  );
}

function ReasonItem() {
  const t = useText();
  return (
    <Form.Item
      name="reason"
      label={t('理由', 'Reason')}
      rules={[{ required: true, whitespace: true, message: t('请写明理由', 'Say why') }]}
    >
      <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
    </Form.Item>
  );
}
