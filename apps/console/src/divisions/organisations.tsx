import { Button, Form, Select, Table } from 'antd';
import { useState } from 'react';
import { Choice, useAddress } from '../address';
import { Answer } from '../answer';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { useTerm, useText, type Wording } from '../language';
import { More, usePages } from '../pages';
import { Place, useNameOf } from './division.path';
import { OrganisationDrawer } from './organisation.drawer';
import { type OrganisationFacts, OrganisationFieldsOf, saidOf } from './organisation.facts';
import { OrganisationName } from './organisation.name';
import { type OrganisationKind, organisationKinds } from './organisation.terms';

type Division = Schemas['RegionDetail'];
type Organisation = Schemas['OrganisationView'];

const states = {
  open: ['运行中', 'Open'],
  closed: ['已撤销或未成立', 'Closed or not open yet'],
} satisfies Record<string, Wording>;

/** Bodies of a division and of those inside it; an administrator registers more. */
export function Organisations({ place }: { place: Division }) {
  const t = useText();
  const { read, choose } = useAddress();
  const kind = read('kind') as OrganisationKind | undefined;
  const state = read('state') as keyof typeof states | undefined;
  const open = state && state === 'open';
  const found = usePages<Organisation>(['organisations', place.code, kind, state], (cursor) =>
    api.get('/api/v1/organisations', { query: { region: place.code, kind, open, cursor, limit: 50 } }),
  );
  const [made, setMade] = useState(0);
  return (
    <>
      <div className="title">
        <Choice
          label={t('类别', 'Kind')}
          terms={organisationKinds}
          value={kind}
          choose={(value) => choose({ kind: value })}
        />
        <Choice
          label={t('状态', 'State')}
          terms={states}
          value={state}
          choose={(value) => choose({ state: value })}
        />
        <Register key={made} place={place} done={() => setMade(made + 1)} />
      </div>
      <Answer
        query={found}
        empty={{
          when: (all) => all.length === 0,
          teach: t(
            '这里还没有登记这类机构。登记之后，岗位、志愿者和团体服务才能选到它。',
            'None yet. Once registered, roles, volunteers and groups can name it.',
          ),
        }}
      >
        {(all) => <Found items={all} open={(body) => choose({ body })} />}
      </Answer>
      <More pages={found} />
      <OrganisationDrawer id={read('body')} close={() => choose({ body: undefined })} />
    </>
  );
}

function Found({ items, open }: { items: readonly Organisation[]; open: (id: string) => void }) {
  const t = useText();
  const term = useTerm();
  return (
    <Table<Organisation>
      rowKey="id"
      dataSource={items}
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('名称', 'Name'),
          render: (_, { id, name, closedOn }) => (
            <>
              <Button type="link" size="small" onClick={() => open(id)}>
                {name}
              </Button>
              {closedOn !== undefined && (
                <span className="state">{t(`${closedOn} 起撤销`, `Closed from ${closedOn}`)}</span>
              )}
            </>
          ),
        },
        { title: t('类别', 'Kind'), render: (_, { kind }) => term(organisationKinds[kind]) },
        { title: t('服务区划', 'Division served'), render: (_, { region }) => <Place code={region} /> },
        { title: t('电话', 'Telephone'), render: (_, { phone }) => phone ?? '—' },
        { title: t('成立', 'Opened'), render: (_, { openedOn }) => openedOn ?? '—' },
        {
          title: t('督导机构', 'Supervised by'),
          render: (_, { supervisorId }) => <OrganisationName id={supervisorId} />,
        },
      ]}
    />
  );
}

type Fields = OrganisationFacts & { kind: OrganisationKind };

function Register({ place, done }: { place: Division; done: () => void }) {
  const t = useText();
  const term = useTerm();
  const nameOf = useNameOf();
  const [id] = useState(newId);
  return (
    <Decision<Fields>
      name={t('登记机构', 'Register one')}
      title={t(
        `登记服务${nameOf(place)}的机构？登记后不能删除。`,
        `Register an organisation that serves ${nameOf(place)}? It cannot be removed.`,
      )}
      isPrimary
      changes={['organisations', 'sites']}
      done={done}
      decide={(fields) =>
        api.post('/api/v1/organisations', { body: { ...saidOf(fields), id, region: place.code } })
      }
    >
      <Form.Item
        name="kind"
        label={t('类别', 'Kind')}
        rules={[{ required: true, message: t('请选择类别', 'Choose its kind') }]}
      >
        <Select
          options={Object.entries(organisationKinds).map(([value, name]) => ({ value, label: term(name) }))}
        />
      </Form.Item>
      <OrganisationFieldsOf region={place.code} isNew />
    </Decision>
  );
}
