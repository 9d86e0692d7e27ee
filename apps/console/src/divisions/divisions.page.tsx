import { Table } from 'antd';
import { Link } from 'react-router';
import { Find, useAddress, Views } from '../address';
import { Answer } from '../answer';
import { type Schemas } from '../api';
import { useTerm, useText, type Wording } from '../language';
import { DivisionPath, useDivision, useNameOf } from './division.path';
import { levels } from './organisation.terms';
import { Organisations } from './organisations';

type Division = Schemas['RegionDetail'];

const views = {
  below: ['下级区划', 'Divisions below'],
  bodies: ['机构', 'Organisations'],
} satisfies Record<string, Wording>;
type View = keyof typeof views;

/** The tree of divisions, level by level, and the organisations inside each. */
export function DivisionsPage() {
  const t = useText();
  const { read } = useAddress();
  const asked = read('view') ?? '';
  const view: View = asked in views ? (asked as View) : 'below';
  const place = useDivision();
  return (
    <>
      <div className="title">
        <h1>{t('区划与机构', 'Divisions and organisations')}</h1>
        {view === 'below' && <Find key={place.data?.code} hint={t('名称或代码', 'Name or code')} />}
      </div>
      <Answer query={place}>
        {(division) => (
          <>
            <DivisionPath place={division} />
            <Views views={views} shown={view} keep={['region']} />
            {view === 'below' && <Below place={division} />}
            {view === 'bodies' && <Organisations key={division.code} place={division} />}
          </>
        )}
      </Answer>
    </>
  );
}

function Below({ place }: { place: Division }) {
  const t = useText();
  const term = useTerm();
  const nameOf = useNameOf();
  const { read } = useAddress();
  const wanted = read('find') ?? '';
  const items = place.children.filter(({ code, name }) => name.includes(wanted) || code.startsWith(wanted));
  if (items.length === 0)
    return (
      <p className="quiet">
        {wanted
          ? t(
              '这里没有这样的区划：清空查找，或换一级再找。',
              'None here: clear the search, or look elsewhere.',
            )
          : t('这一级以下没有区划。', 'There is nothing below this one.')}
      </p>
    );
  return (
    <Table
      rowKey="code"
      dataSource={items}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('名称', 'Name'),
          render: (_, child) => <Link to={`?region=${child.code}`}>{nameOf(child)}</Link>,
        },
        { title: t('代码', 'Code'), dataIndex: 'code' },
        { title: t('级别', 'Level'), render: (_, { level }) => term(levels[level]) },
        {
          title: t('机构', 'Organisations'),
          render: (_, { code, name }) => (
            <Link
              to={`?region=${code}&view=bodies`}
              aria-label={t(`${name}的机构`, `Organisations of ${name}`)}
            >
              {t('查看', 'Show')}
            </Link>
          ),
        },
      ]}
    />
  );
}
