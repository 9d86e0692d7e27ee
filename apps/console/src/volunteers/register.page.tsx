import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { Failure } from '../answer';
import { api, newId, type Schemas } from '../api';
import { useTerm, useText } from '../language';
import { useSession } from '../session';
import { skillNames } from '../volunteer.terms';
import { CommunityField } from './community.field';
import { ConsentFields } from './consent.fields';
import { DocumentFields } from './document.fields';
import type { DocumentType } from './identity';
import { useRegion, useSites } from './places';
import { Registered } from './registered';

interface Fields {
  name: string;
  documentType: DocumentType;
  idNumber: string;
  birthDay?: string;
  phone: string;
  communityCode?: string;
  courierSiteId?: string;
  skills?: (keyof typeof skillNames)[];
  guardianName?: string;
  consents: Partial<Record<Schemas['ConsentText']['purpose'], boolean>>;
}

/** A volunteer registered at the desk, with the fields Decree 67 asks for; the card is looked at there and then. */
export function RegisterPage() {
  const t = useText();
  const [round, setRound] = useState(0);
  const [registered, setRegistered] = useState<Schemas['VolunteerView']>();
  const another = () => {
    setRegistered(undefined);
    setRound(round + 1);
  };
  return (
    <div className="narrow">
      <h1>{t('登记志愿者', 'Register a volunteer')}</h1>
      {registered ? (
        <Registered volunteer={registered} another={another} />
      ) : (
        <RegisterForm key={round} done={setRegistered} />
      )}
    </div>
  );
}

/** One id for all attempts of one form, so that a retry registers nobody twice. */
function useRegister(done: (volunteer: Schemas['VolunteerView']) => void) {
  const queries = useQueryClient();
  const [id] = useState(newId);
  const own = useSession()?.region ?? '';
  return useMutation({
    mutationFn: ({ consents, communityCode = own, ...rest }: Fields) => {
      const purposes = Object.entries(consents).filter(([, isGiven]) => isGiven);
      const given = purposes.map(([purpose]) => purpose as Schemas['ConsentText']['purpose']);
      return api.post('/api/v1/volunteers', { body: { ...rest, id, communityCode, consents: given } });
    },
    onSuccess: async (volunteer) => {
      await queries.invalidateQueries({ queryKey: ['volunteers'] });
      done(volunteer);
    },
  });
}

function RegisterForm({ done }: { done: (volunteer: Schemas['VolunteerView']) => void }) {
  const t = useText();
  const [form] = Form.useForm<Fields>();
  const register = useRegister(done);
  const send = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
  };
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ documentType: 'residentId' }}
      scrollToFirstError={{ focus: true }}
      onKeyDown={send}
      onFinish={(fields) => register.mutate(fields)}
    >
      <Identity />
      <Home />
      <ConsentFields />
      {register.error !== null && <Failure error={register.error} />}
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        loading={register.isPending}
        aria-keyshortcuts="Control+Enter"
      >
        {t('登记', 'Register')}
      </Button>{' '}
      <span className="quiet">Ctrl + Enter</span>
    </Form>
  );
}

function Identity() {
  const t = useText();
  return (
    <>
      <Form.Item
        name="name"
        label={t('姓名（与证件一致）', 'Name, as on the document')}
        rules={[{ required: true, whitespace: true, message: t('请填写姓名', 'Give the name') }]}
      >
        <Input maxLength={50} autoComplete="off" autoFocus />
      </Form.Item>
      <DocumentFields />
      <Form.Item
        name="phone"
        label={t('手机号', 'Mobile phone')}
        normalize={(value: string) => value.replaceAll(/\D/g, '')}
        rules={[
          { required: true, message: t('请填写手机号', 'Give the number') },
          { pattern: /^1\d{10}$/, message: t('应为 1 开头的 11 位号码', 'Eleven digits that begin with 1') },
        ]}
        validateTrigger="onBlur"
      >
        <Input maxLength={11} inputMode="numeric" autoComplete="off" />
      </Form.Item>
    </>
  );
}

function Home() {
  const t = useText();
  const term = useTerm();
  const own = useSession()?.region ?? '';
  const isOneCommunity = useRegion(own).data?.level === 'community';
  const sites = useSites(own);
  return (
    <>
      <Form.Item
        name="communityCode"
        label={t('居住社区', 'Community of residence')}
        rules={isOneCommunity ? [] : [{ required: true, message: t('请选择社区', 'Choose the community') }]}
      >
        <CommunityField within={own} />
      </Form.Item>
      <Form.Item name="courierSiteId" label={t('快递站点（骑手填）', 'Courier site, for couriers')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          loading={sites.isPending}
          options={(sites.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="skills" label={t('服务技能', 'Skills')}>
        <Checkbox.Group
          options={Object.entries(skillNames).map(([value, wording]) => ({ value, label: term(wording) }))}
        />
      </Form.Item>
    </>
  );
}
