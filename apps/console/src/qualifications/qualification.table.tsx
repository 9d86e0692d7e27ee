import { Form, Input, Table } from 'antd';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useTerm, useText } from '../language';
import { toField } from '../time';
import { VolunteerLink } from '../volunteers/volunteer.link';
import { qualificationNames, qualificationStates } from './qualification.terms';

type Qualification = Schemas['QualificationView'];

interface Props {
  items: readonly Qualification[];
  /** Of several volunteers. */
  hasVolunteer?: boolean;
}

const dayOf = (instant: string) => toField(Date.parse(instant)).slice(0, 10);
/** What never ends comes last. */
const endOf = ({ expiresAt }: Qualification) => (expiresAt === undefined ? Infinity : Date.parse(expiresAt));

/** Qualifications with the last day of each, and what the desk decides on them. */
export function QualificationTable({ items, hasVolunteer = false }: Props) {
  const t = useText();
  const term = useTerm();
  const volunteer = {
    title: t('志愿者', 'Volunteer'),
    render: (_: unknown, { volunteerId }: Qualification) => <VolunteerLink id={volunteerId} />,
  };
  return (
    <Table<Qualification>
      rowKey="id"
      dataSource={items}
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={[
        ...(hasVolunteer ? [volunteer] : []),
        { title: t('资质', 'What'), render: (_, { name }) => term(qualificationNames[name]) },
        {
          title: t('状态', 'State'),
          render: (_, { state, isInForce }) => (
            <span className={`state ${isInForce ? 'claimed' : ''}`}>
              {term(qualificationStates[state])}
              {state === 'verified' && !isInForce && t('，现不生效', ', not in force')}
            </span>
          ),
        },
        {
          title: t('到期', 'Ends'),
          sorter: (one, other) => endOf(one) - endOf(other),
          defaultSortOrder: 'ascend',
          render: (_, { expiresAt }) => (expiresAt === undefined ? t('长期', 'never') : dayOf(expiresAt)),
        },
        { title: t('颁发', 'Given by'), render: (_, { issuer }) => issuer ?? '—' },
        { title: t('编号', 'Number'), render: (_, { number }) => number ?? '—' },
        { title: t('处理', 'Step'), render: (_, one) => <Steps qualification={one} /> },
      ]}
    />
  );
}

function Steps({ qualification: { id, state, reason } }: { qualification: Qualification }) {
  const t = useText();
  const path = { id };
  const changes = ['qualifications'];
  if (state === 'refused' || state === 'withdrawn') return <span className="quiet">{reason ?? '—'}</span>;
  return (
    <div className="filter">
      {state === 'declared' && (
        <Decision
          name={t('核验', 'Verify')}
          title={t('看过原件，且与登记一致？', 'The document was seen, and says the same?')}
          isPrimary
          changes={changes}
          decide={() =>
            api.post('/api/v1/qualifications/{id}/decision', { path, body: { decision: 'verified' } })
          }
        />
      )}
      <Decision<{ reason: string }>
        name={t('不予认可', 'Refuse')}
        title={t(
          '不予认可后不再算数；已接的任务请另行处理。',
          'It counts no more; errands claimed already are yours to see to.',
        )}
        isDanger
        changes={changes}
        decide={(fields) =>
          api.post('/api/v1/qualifications/{id}/decision', { path, body: { decision: 'refused', ...fields } })
        }
      >
        <Form.Item
          name="reason"
          label={t('原因（本人可见）', 'Reason, for the volunteer to read')}
          rules={[{ required: true, whitespace: true, message: t('请说明原因', 'Say why') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Decision>
    </div>
  );
}
