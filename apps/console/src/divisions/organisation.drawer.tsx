import { useQuery } from '@tanstack/react-query';
import { Descriptions, Drawer, Form, Input } from 'antd';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { useStaffName } from '../staff/staff';
import { moment } from '../time';
import { Place } from './division.path';
import { type OrganisationFacts, OrganisationFieldsOf, saidOf } from './organisation.facts';
import { OrganisationName, useOrganisation } from './organisation.name';
import { organisationKinds } from './organisation.terms';

type Organisation = Schemas['OrganisationView'];

const staffId = /^[0-9a-f-]{36}$/;

/** One organisation: what it is, whom it is under, how it came to be so, and how it goes on. */
export function OrganisationDrawer({ id, close }: { id: string | undefined; close: () => void }) {
  const t = useText();
  const organisation = useOrganisation(id);
  return (
    <Drawer
      open={id !== undefined}
      onClose={close}
      title={t('机构', 'Organisation')}
      size="min(560px, 100vw)"
      destroyOnHidden
    >
      <Answer query={organisation}>
        {(one) => (
          <>
            <Facts organisation={one} />
            <Change key={one.version} organisation={one} />
            <Versions id={one.id} />
          </>
        )}
      </Answer>
    </Drawer>
  );
}

function Facts({ organisation }: { organisation: Organisation }) {
  const t = useText();
  const term = useTerm();
  const { name, kind, region, phone, openedOn, closedOn, supervisorId, operatorId } = organisation;
  const items = [
    [t('名称', 'Name'), name],
    [t('类别', 'Kind'), term(organisationKinds[kind])],
    [t('服务区划', 'Division served'), <Place key="place" code={region} />],
    [t('电话', 'Telephone'), phone ?? '—'],
    [t('成立', 'Opened'), openedOn ?? '—'],
    [t('撤销', 'Closed from'), closedOn ?? '—'],
    [t('督导机构', 'Supervised by'), <OrganisationName key="above" id={supervisorId} />],
    [t('承接机构', 'Run by'), <OrganisationName key="operator" id={operatorId} />],
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

type Fields = OrganisationFacts & { reason: string };

function Change({ organisation }: { organisation: Organisation }) {
  const t = useText();
  const { id, version, region, point } = organisation;
  return (
    <div className="steps">
      <Decision<Fields>
        name={t('登记变更', 'Register a change')}
        title={t(`${organisation.name}：登记变更`, `Change ${organisation.name}`)}
        isPrimary
        initial={organisation}
        changes={['organisation', 'organisations', 'organisation-versions', 'sites']}
        decide={(fields) =>
          api.post('/api/v1/organisations/{id}/changes', {
            path: { id },
            body: { ...saidOf(fields), version: version + 1, point },
          })
        }
      >
        <OrganisationFieldsOf region={region} />
        <Form.Item
          name="reason"
          label={t('依据或原因', 'Why, or the document it follows')}
          rules={[{ required: true, whitespace: true, message: t('请填写依据', 'Say why') }]}
        >
          <Input.TextArea maxLength={300} autoSize />
        </Form.Item>
      </Decision>
    </div>
  );
}

function Versions({ id }: { id: string }) {
  const t = useText();
  const language = useLanguage();
  const nameOf = useStaffName();
  const versions = useQuery({
    queryKey: ['organisation-versions', id],
    queryFn: () => api.get('/api/v1/organisations/{id}/versions', { path: { id } }),
  });
  return (
    <>
      <h2>{t('历次变更', 'Changes')}</h2>
      <Answer query={versions}>
        {({ items }) => (
          <ul className="list">
            {items.map((one) => (
              <li key={one.version} className="panel">
                <strong>{t(`第 ${one.version} 版`, `Version ${one.version}`)}</strong>{' '}
                <span className="quiet">
                  {`${moment(one.changedAt, language)} · `}
                  {staffId.test(one.changedBy) ? nameOf(one.changedBy) : t('系统', 'the system')}
                </span>
                <p>{one.reason ?? t('登记', 'Registered')}</p>
                <p className="quiet">
                  {[
                    one.name,
                    one.phone,
                    one.openedOn && t(`${one.openedOn} 成立`, `opened ${one.openedOn}`),
                    one.closedOn && t(`${one.closedOn} 起撤销`, `closed from ${one.closedOn}`),
                  ]
                    .filter(Boolean)
                    .join(t('；', '; '))}
                  {one.supervisorId && (
                    <>
                      {t('；督导机构：', '; supervised by ')}
                      <OrganisationName id={one.supervisorId} />
                    </>
                  )}
                  {one.operatorId && (
                    <>
                      {t('；承接机构：', '; run by ')}
                      <OrganisationName id={one.operatorId} />
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}
