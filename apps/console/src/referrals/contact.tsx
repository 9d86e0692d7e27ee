import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Failure } from '../answer';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useText } from '../language';
import { useSession } from '../session';
import type { Referral } from './referral.terms';

/** Who at the body is in charge: masked until somebody has a reason to look, which is written down. */
export function Contact({ referral: { id, contact, state } }: { referral: Referral }) {
  const t = useText();
  const role = useSession()?.role;
  const reveal = useMutation({
    mutationFn: () => api.post('/api/v1/referrals/{id}/contact/reveal', { path: { id } }),
  });
  const shown = reveal.data ?? contact;
  const maySet = (role === 'committee' || role === 'station') && state !== 'closed';
  return (
    <>
      {shown ? (
        <p>{`${shown.name} ${shown.phone}`}</p>
      ) : (
        <p className="quiet">{t('没有登记', 'None given')}</p>
      )}
      {reveal.error !== null && <Failure error={reveal.error} />}
      <div className="steps">
        {contact && !reveal.data && (
          <Button loading={reveal.isPending} onClick={() => reveal.mutate()}>
            {t('查看全部（留痕）', 'Show in full; it is written down')}
          </Button>
        )}
        {maySet && (
          <Decision<Schemas['ReferralContact']>
            name={contact ? t('换联系人', 'Change the contact') : t('登记联系人', 'Name a contact')}
            title={t('承接机构里由谁负责？', 'Who is in charge there?')}
            changes={['referrals']}
            decide={(fields) =>
              api.post('/api/v1/referrals/{id}/contact', { path: { id }, body: { contact: fields } })
            }
            done={() => reveal.reset()}
          >
            <ContactFields />
          </Decision>
        )}
      </div>
    </>
  );
}

/** Name and telephone; `within` where they are part of a larger form, and then neither or both. */
export function ContactFields({ within }: { within?: string }) {
  const t = useText();
  const nameOf = (field: string) => (within ? [within, field] : field);
  const isNeeded = !within;
  return (
    <div className="row">
      <Form.Item
        name={nameOf('name')}
        label={t('联系人姓名', 'Name of the contact')}
        rules={[{ required: isNeeded, whitespace: true, message: t('请填写姓名', 'Give the name') }]}
      >
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={nameOf('phone')}
        label={t('联系人电话', 'Telephone of the contact')}
        rules={[
          { required: isNeeded, message: t('请填写电话', 'Give the number') },
          { pattern: /^[\d-]{5,20}$/, message: t('只能是数字和横线', 'Digits and hyphens only') },
        ]}
      >
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Form.Item>
    </div>
  );
}
