import { useQuery } from '@tanstack/react-query';
import { Checkbox, Table } from 'antd';
import { Choice, useAddress } from '../address';
import { Answer } from '../answer';
import { api } from '../api';
import { useTerm, useText } from '../language';
import { useNow } from '../live';
import { needTypes } from '../terms';
import { Due } from './due';
import { ReferralDrawer } from './referral.drawer';
import { type Referral, referralBodies, referralStates } from './referral.terms';

/** Needs that went to other bodies, each with the clock of its next step; what is late comes first. */
export function ReferralsPage() {
  const t = useText();
  const { read, choose } = useAddress();
  const state = read('state') as Referral['state'] | undefined;
  const overdue = read('overdue') === '1' || undefined;
  const toUs = read('toUs') === '1' || undefined;
  const referrals = useQuery({
    queryKey: ['referrals', state, overdue, toUs],
    queryFn: () => api.get('/api/v1/referrals', { query: { state, overdue, toUs, limit: 100 } }),
  });
  return (
    <>
      <div className="title">
        <h1>{t('转介', 'Referrals')}</h1>
        <Choice
          label={t('状态', 'State')}
          terms={referralStates}
          value={state}
          choose={(value) => choose({ state: value })}
        />
        <Checkbox
          checked={overdue ?? false}
          onChange={({ target }) => choose({ overdue: target.checked ? '1' : undefined })}
        >
          {t('只看超时', 'Late only')}
        </Checkbox>
        <Checkbox
          checked={toUs ?? false}
          onChange={({ target }) => choose({ toUs: target.checked ? '1' : undefined })}
        >
          {t('转给我们的', 'To us')}
        </Checkbox>
      </div>
      <Answer
        query={referrals}
        empty={{
          when: ({ items }) => items.length === 0,
          teach: t(
            '没有转介。志愿者办不了的需求，在需求里选“转介给其他机构”，须先得到居民同意。',
            'No referrals. A need that volunteers cannot meet is referred from the need itself, with the resident’s consent.',
          ),
        }}
      >
        {({ items }) => <List items={items} open={(id) => choose({ referral: id })} />}
      </Answer>
      <ReferralDrawer id={read('referral')} close={() => choose({ referral: undefined })} />
    </>
  );
}

function List({ items, open }: { items: readonly Referral[]; open: (id: string) => void }) {
  const t = useText();
  const term = useTerm();
  const now = useNow(30_000);
  return (
    <Table<Referral>
      rowKey="id"
      dataSource={[...items].sort(byDue)}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('期限', 'Due'), render: (_, { dueAt }) => <Due at={dueAt} now={now} /> },
        {
          title: t('需求', 'Need'),
          render: (_, { id, type, summary }) => (
            <button type="button" className="plain" onClick={() => open(id)}>
              <strong>{term(needTypes[type])}</strong>
              <span className="summary">{summary}</span>
            </button>
          ),
        },
        {
          title: t('机构', 'Body'),
          render: (_, { body, bodyName }) => (
            <>
              {bodyName}
              <div className="quiet">{term(referralBodies[body])}</div>
            </>
          ),
        },
        { title: t('状态', 'State'), render: (_, { state }) => term(referralStates[state]) },
      ]}
    />
  );
}

/** What is due first is first; what is closed has no day and comes last. */
function byDue(one: Referral, other: Referral): number {
  return (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9');
}
