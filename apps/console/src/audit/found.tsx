import { Button, Table } from 'antd';
import { Link } from 'react-router';
import { useAddress } from '../address';
import type { Schemas } from '../api';
import { useLanguage, useTerm, useText } from '../language';
import { useStaffName } from '../staff/staff';
import { roleNames } from '../terms';
import { moment } from '../time';
import { revealedFields } from './audit.terms';

type Look = Schemas['FoundReveal'];

/** Looks, the newest first; whose data and who looked are ids, which lead on to the same search for them alone. */
export function Found({ items }: { items: readonly Look[] }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const { choose } = useAddress();
  if (items.length === 0)
    return (
      <p className="teach" role="status">
        {t('没有人看过。可放宽日期，或核对编号。', 'Nobody looked. Widen the days, or check the number.')}
      </p>
    );
  return (
    <Table<Look>
      rowKey="id"
      dataSource={items}
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('时间', 'When'), render: (_, { at }) => moment(at, language) },
        { title: t('查看人', 'Who looked'), render: (_, look) => <Viewer look={look} /> },
        {
          title: t('看了什么', 'What'),
          render: (_, { fields }) => fields.map((name) => term(revealedFields[name])).join(t('、', ', ')),
        },
        {
          title: t('谁的资料', 'Whose data'),
          render: (_, { personId, communityCode }) => (
            <>
              <Button type="link" size="small" onClick={() => choose({ person: personId })}>
                {personId.slice(-8)}
              </Button>{' '}
              <span className="quiet">{communityCode}</span>
            </>
          ),
        },
        { title: t('任务', 'Errand'), render: (_, { errandId }) => errandId?.slice(-8) ?? '—' },
      ]}
    />
  );
}

function Viewer({ look: { viewerRole, viewerId, viewerName } }: { look: Look }) {
  const term = useTerm();
  const nameOf = useStaffName();
  const role = term(roleNames[viewerRole]);
  if (viewerRole === 'volunteer')
    return (
      <>
        <Link to={`/volunteers?volunteer=${viewerId}`}>{viewerName ?? viewerId.slice(-8)}</Link>{' '}
        <span className="quiet">{role}</span>
      </>
    );
  return (
    <>
      {nameOf(viewerId)} <span className="quiet">{role}</span>
    </>
  );
}
