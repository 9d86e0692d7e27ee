import { Form, type FormInstance, Input, Select } from 'antd';
import { useState } from 'react';
import { useAddress } from '../address';
import { api, newId } from '../api';
import { Decision } from '../decision';
import { useTerm, useText } from '../language';
import { useSession } from '../session';
import { useRegion } from '../volunteers/places';
import { OrganisationField } from './organisation.field';
import { staffRoleNames } from './staff.terms';

type Role = keyof typeof staffRoleNames;

interface Fields {
  userName: string;
  displayName: string;
  role: Role;
  organisationId?: string;
  region?: string;
  password: string;
}

/** Twenty signs without those that are mistaken for each other. */
function newPassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
  const drawn = crypto.getRandomValues(new Uint32Array(20));
  return Array.from(drawn, (number) => signs[number % signs.length]).join('');
}

/** Asks for a member of staff; nobody can sign in before another administrator has approved. */
export function RequestStaff() {
  const t = useText();
  const { choose } = useAddress();
  const [asked, setAsked] = useState(() => ({ id: newId(), password: newPassword() }));
  return (
    <Decision<Fields>
      name={t('申请新增', 'Ask for somebody')}
      title={t(
        '申请新增工作人员，由另一位管理员批准',
        'Ask for a member of staff; another administrator approves',
      )}
      isPrimary
      initial={{ role: 'committee', password: asked.password }}
      changes={['approvals', 'role-log']}
      decide={(fields) => api.post('/api/v1/staff', { body: { id: asked.id, ...fields } })}
      done={() => {
        setAsked({ id: newId(), password: newPassword() });
        choose({ view: 'approvals', role: undefined, find: undefined });
      }}
    >
      {(form) => <StaffFields form={form} />}
    </Decision>
  );
}

function StaffFields({ form }: { form: FormInstance<Fields> }) {
  const t = useText();
  const term = useTerm();
  const role = Form.useWatch('role', form);
  const isDesk = role === 'committee' || role === 'station';
  const required = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <>
      <Form.Item name="displayName" label={t('姓名', 'Name')} rules={required(t('请填写姓名', 'Say who'))}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="userName"
        label={t('用户名（小写字母、数字、点、横线）', 'User name: small letters, digits, dots, hyphens')}
        rules={[
          {
            required: true,
            pattern: /^[a-z0-9][a-z0-9.-]{2,59}$/,
            message: t('至少三位，如 teda-c21', 'Three signs at least: teda-c21'),
          },
        ]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={t('岗位', 'Role')}>
        <Select
          onChange={() => form.setFieldValue('organisationId', undefined)}
          options={Object.entries(staffRoleNames).map(([value, name]) => ({ value, label: term(name) }))}
        />
      </Form.Item>
      {isDesk ? (
        <Form.Item
          key={role}
          name="organisationId"
          label={t('单位', 'Organisation')}
          rules={required(t('请选择单位', 'Choose where'))}
        >
          <OrganisationField role={role} />
        </Form.Item>
      ) : (
        <RegionItem />
      )}
      <Form.Item
        name="password"
        label={t(
          '初始密码（只在此时显示，请当面交给本人）',
          'First password, shown only now: hand it over in person',
        )}
        rules={[{ required: true, min: 10, message: t('至少十位', 'Ten signs at least') }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** The own region, or one below it. */
function RegionItem() {
  const t = useText();
  const own = useRegion(useSession()?.region ?? '').data;
  const options = own ? [own, ...own.children] : [];
  return (
    <Form.Item
      name="region"
      label={t('辖区', 'Region')}
      rules={[{ required: true, message: t('请选择辖区', 'Choose a region') }]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={options.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Form.Item>
  );
}
