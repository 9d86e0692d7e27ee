import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAddress } from '../address';
import { Answer, Failure } from '../answer';
import { api, newId, type Schemas } from '../api';
import { useTerm, useText } from '../language';
import { needTypes } from '../terms';
import { ContactFields } from './contact';
import { consents, type Referral, referralBodies } from './referral.terms';

interface Fields {
  body: Referral['body'];
  bodyName: string;
  reason: string;
  consent: Referral['consent'];
  resolveWithinDays?: number | null;
  contact?: { name?: string; phone?: string };
}

/** Hands a need to another body: with the resident's consent, which the law asks for by itself. */
export function ReferPage() {
  const t = useText();
  const term = useTerm();
  const id = useAddress().read('need') ?? '';
  const need = useQuery({
    queryKey: ['need', id],
    queryFn: () => api.get('/api/v1/needs/{id}', { path: { id } }),
    enabled: id !== '',
  });
  return (
    <div className="narrow">
      <h1>{t('转介需求', 'Refer a need')}</h1>
      {id === '' ? (
        <p className="teach">
          <Link to="/needs">{t('请从需求看板打开一条需求', 'Open a need on the board first')}</Link>
        </p>
      ) : (
        <Answer query={need}>
          {({ type, summary, residentName }) => (
            <>
              <p>{`${term(needTypes[type])}：${summary}（${residentName}）`}</p>
              <ReferForm needId={id} />
            </>
          )}
        </Answer>
      )}
    </div>
  );
}

/** One id for all attempts of one form. */
function useRefer(needId: string) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [id] = useState(newId);
  return useMutation({
    mutationFn: ({ contact, resolveWithinDays, ...rest }: Fields): Promise<Schemas['ReferralView']> => {
      const { name, phone } = contact ?? {};
      return api.post('/api/v1/referrals', {
        body: {
          ...rest,
          id,
          needId,
          resolveWithinDays: resolveWithinDays ?? undefined,
          contact: name?.trim() && phone ? { name: name.trim(), phone } : undefined,
        },
      });
    },
    onSuccess: async () => {
      await Promise.all(
        ['needs', 'need', 'referrals'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
      await navigate(`/referrals?referral=${id}`);
    },
  });
}

function ReferForm({ needId }: { needId: string }) {
  const t = useText();
  const refer = useRefer(needId);
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ resolveWithinDays: 15 }}
      scrollToFirstError={{ focus: true }}
      onFinish={(fields) => refer.mutate(fields)}
    >
      <WhereTo />
      <Why />
      <ContactFields within="contact" />
      {refer.error !== null && <Failure error={refer.error} />}
      <Button type="primary" size="large" htmlType="submit" loading={refer.isPending}>
        {t('转介', 'Refer it')}
      </Button>
    </Form>
  );
}

function WhereTo() {
  const t = useText();
  const term = useTerm();
  const required = { required: true, whitespace: true, message: t('请填写', 'Needed') };
  return (
    <div className="row">
      <Form.Item
        name="body"
        label={t('转给哪类机构', 'Kind of body')}
        rules={[{ required: true, message: t('请选择', 'Choose one') }]}
      >
        <Select
          autoFocus
          options={Object.entries(referralBodies).map(([value, wording]) => ({
            value,
            label: term(wording),
          }))}
        />
      </Form.Item>
      <Form.Item name="bodyName" label={t('机构名称', 'Its name')} rules={[required]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="resolveWithinDays" label={t('接受后几天内办结', 'Days to resolve it')}>
        <InputNumber min={1} max={90} precision={0} />
      </Form.Item>
    </div>
  );
}

function Why() {
  const t = useText();
  const term = useTerm();
  return (
    <>
      <Form.Item
        name="reason"
        label={t('为什么转介', 'Why')}
        extra={t('不要写姓名、电话、门牌', 'No names, numbers or doors')}
        rules={[{ required: true, whitespace: true, message: t('请说明原因', 'Say why') }]}
      >
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item
        name="consent"
        label={t('居民怎样同意把事情转给其他机构', 'How the resident agreed that it goes to another body')}
        rules={[{ required: true, message: t('没有同意不能转介', 'Without consent nothing is referred') }]}
      >
        <Radio.Group
          options={Object.entries(consents).map(([value, wording]) => ({ value, label: term(wording) }))}
        />
      </Form.Item>
    </>
  );
}
