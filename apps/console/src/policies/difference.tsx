import { Table } from 'antd';
import { useTerm, useText } from '../language';
import { differences, type Rule, type Rules, type Value } from './policy.keys';
import { Wide } from '../wide';

/** What one policy says otherwise than another, rule by rule. */
export function Difference({ before, after }: { before: Rules; after: Rules }) {
  const t = useText();
  const term = useTerm();
  const print = usePrint();
  const rows = differences(before, after);
  if (rows.length === 0) return <p className="quiet">{t('没有不同。', 'Nothing differs.')}</p>;
  return (
    <Wide label={t('不同', 'Differences')}>
      <Table<Rule>
        rowKey="path"
        dataSource={rows}
        pagination={false}
        size="small"
        columns={[
          { title: t('规定', 'Rule'), render: (_, { name }) => term(name) },
          { title: t('原来', 'Before'), render: (_, rule) => print(rule, before[rule.path]) },
          {
            title: t('改为', 'After'),
            render: (_, rule) => <strong>{print(rule, after[rule.path])}</strong>,
          },
        ]}
      />
    </Wide>
  );
}

/** A value as people read it; null is no rule. */
function usePrint(): (rule: Rule, value: Value | undefined) => string {
  const t = useText();
  const term = useTerm();
  return ({ unit, options }, value) => {
    if (value === null || value === undefined) return t('没有规定', 'no rule');
    if (typeof value === 'boolean') return value ? t('是', 'yes') : t('否', 'no');
    if (typeof value === 'number') return `${value.toLocaleString('en-US')} ${term(unit)}`;
    const all = typeof value === 'string' ? [value] : value;
    return all.map((one) => term(options?.[one]) || one).join(t('、', ', '));
  };
}
