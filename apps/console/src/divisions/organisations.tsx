import { Form, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { Choice, useAddress } from '../address';
import { Answer } from '../answer';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { useTerm, useText } from '../language';
import { More, usePages } from '../pages';
import { Wide } from '../wide';
import { Place, useNameOf } from './division.path';
import { type OrganisationKind, organisationKinds } from './organisation.terms';

type Division = Schemas['RegionDetail'];
type Organisation = Schemas['OrganisationView'];

/** Bodies of a division and of those inside it; an administrator registers more. */
export function Organisations({ place }: { place: Division }) {
  const t = useText();
  const { read, choose } = useAddress();
  const kind = read('kind') as OrganisationKind | undefined;
  const found = usePages<Organisation>(['organisations', place.code, kind], (cursor) =>
    api.get('/api/v1/organisations', { query: { region: place.code, kind, cursor, limit: 50 } }),
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
        {(all) => <Found items={all} />}
      </Answer>
      <More pages={found} />
    </>
  );
}

function Found({ items }: { items: readonly Organisation[] }) {
  const t = useText();
  const term = useTerm();
  return (
    <Wide label={t('机构', 'Organisations')}>
      <Table<Organisation>
        rowKey="id"
        dataSource={items}
        pagination={false}
        size="small"
        columns={[
          { title: t('名称', 'Name'), dataIndex: 'name' },
          { title: t('类别', 'Kind'), render: (_, { kind }) => term(organisationKinds[kind]) },
          { title: t('服务区划', 'Division served'), render: (_, { region }) => <Place code={region} /> },
          { title: t('电话', 'Telephone'), render: (_, { phone }) => phone ?? '—' },
        ]}
      />
    </Wide>
  );
}

interface Fields {
  kind: OrganisationKind;
  name: string;
  phone?: string;
}

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
      decide={(fields) => api.post('/api/v1/organisations', { body: { ...fields, id, region: place.code } })}
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
      <Form.Item
        name="name"
        label={t('名称', 'Name')}
        rules={[{ required: true, whitespace: true, message: t('请填写名称', 'Say its name') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={t('公开电话（可不填）', 'Public telephone (optional)')}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
    </Decision>
  );
}
