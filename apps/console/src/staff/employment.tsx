import { Button, Descriptions, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { OrganisationName } from '../divisions/organisation.name';
import { saidOf } from '../divisions/organisation.facts';
import { useTerm, useText } from '../language';
import type { Terms } from '../terms';
import { OrganisationField } from './organisation.field';
import { useStaff } from './staff';

type Employment = Schemas['EmploymentView'];
type Licence = Schemas['StaffLicence'];
type Person = Pick<Schemas['StaffListItem'], 'id' | 'employment'>;

const kindNames: Terms<NonNullable<Employment['employment']>> = {
  fullTime: ['专职', 'Full time'],
  partTime: ['兼职', 'Part time'],
  dispatched: ['劳务派遣', 'Sent by a labour agency'],
  seconded: ['借调', 'Lent by another body'],
};

const licenceNames: Terms<Licence['kind']> = {
  assistantSocialWorker: ['助理社会工作师', 'Assistant social worker'],
  socialWorker: ['社会工作师', 'Social worker'],
  seniorSocialWorker: ['高级社会工作师', 'Senior social worker'],
};

const soonDays = 60;

/** How somebody is employed, licensed and supervised. */
export function EmploymentFacts({ employment }: { employment: Employment | undefined }) {
  const t = useText();
  const term = useTerm();
  if (!employment)
    return (
      <p className="quiet">{t('聘用、证书与督导还没有登记。', 'Nothing is known of employment yet.')}</p>
    );
  const { employment: kind, employerId, supervisorName, licences } = employment;
  const items = [
    [t('聘用', 'Employment'), kind ? term(kindNames[kind]) : '—'],
    [t('聘用单位', 'Employer'), <OrganisationName key="employer" id={employerId} />],
    [t('督导', 'Supervisor'), supervisorName ?? '—'],
    [
      t('社工证书', 'Licences'),
      licences.length === 0 ? '—' : licences.map((one) => <LicenceLine key={one.kind} licence={one} />),
    ],
  ] as const;
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      items={items.map(([label, children]) => ({ key: label, label, children }))}
    />
  );
}

function LicenceLine({ licence: { kind, issuedOn, validUntil } }: { licence: Licence }) {
  const t = useText();
  const term = useTerm();
  const [now] = useState(() => Date.now());
  // A licence is good for the whole of its last day, in the time of China.
  const endMs = validUntil === undefined ? Infinity : Date.parse(`${validUntil}T24:00:00+08:00`);
  const leftDays = (endMs - now) / 86_400_000;
  const state =
    leftDays < 0 ? t('已过期', 'Expired') : leftDays < soonDays ? t('即将到期', 'Expires soon') : undefined;
  return (
    <div>
      {`${term(licenceNames[kind])} · ${issuedOn}`}
      {validUntil !== undefined && t(` 至 ${validUntil}`, ` until ${validUntil}`)}{' '}
      {state && <span className="state">{state}</span>}
    </div>
  );
}

type Fields = Pick<Employment, 'employment' | 'employerId' | 'supervisorId'> & { licences?: Licence[] };

/** The next version of somebody's employment. */
export function SetEmployment({ person: { id, employment } }: { person: Person }) {
  const t = useText();
  const term = useTerm();
  const staff = useStaff().data ?? [];
  const others = staff.filter((one) => one.id !== id && one.disabledAt === undefined);
  return (
    <Decision<Fields>
      key={employment?.version}
      name={t('登记聘用与证书', 'Set employment and licences')}
      title={t(
        '登记聘用、证书与督导；不改变任何权限，证书编号不留存。',
        'Employment, licences and supervisor: it grants nothing, and no number of a licence is kept.',
      )}
      initial={employment}
      changes={['staff', 'own-employment']}
      decide={({ licences = [], ...fields }) =>
        api.post('/api/v1/staff/{id}/employment', {
          path: { id },
          body: { ...fields, licences: licences.map(saidOf), version: (employment?.version ?? 0) + 1 },
        })
      }
    >
      <Form.Item name="employment" label={t('聘用方式（可不填）', 'Employment (optional)')}>
        <Select
          allowClear
          options={Object.entries(kindNames).map(([value, name]) => ({ value, label: term(name) }))}
        />
      </Form.Item>
      <Form.Item name="employerId" label={t('聘用单位（可不填）', 'Employer (optional)')}>
        <OrganisationField role="employer" />
      </Form.Item>
      <Form.Item name="supervisorId" label={t('督导（可不填）', 'Supervisor (optional)')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={others.map((one) => ({ value: one.id, label: `${one.displayName}（${one.userName}）` }))}
        />
      </Form.Item>
      <Licences />
    </Decision>
  );
}

function Licences() {
  const t = useText();
  const term = useTerm();
  const needed = { required: true, message: t('请填写', 'Needed') };
  return (
    <Form.List name="licences">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div className="row" key={key} role="group" aria-label={t('证书', 'Licence')}>
              <Form.Item name={[name, 'kind']} label={t('证书', 'Licence')} rules={[needed]} className="grow">
                <Select
                  options={Object.entries(licenceNames).map(([value, words]) => ({
                    value,
                    label: term(words),
                  }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'issuedOn']} label={t('发证', 'Issued')} rules={[needed]}>
                <Input type="date" />
              </Form.Item>
              <Form.Item name={[name, 'validUntil']} label={t('登记有效期至', 'Valid until')}>
                <Input type="date" />
              </Form.Item>
              <Button onClick={() => remove(name)}>{t('去掉', 'Remove')}</Button>
            </div>
          ))}
          {fields.length < Object.keys(licenceNames).length && (
            <Button onClick={() => add()}>{t('加一份证书', 'Add a licence')}</Button>
          )}
        </>
      )}
    </Form.List>
  );
}
