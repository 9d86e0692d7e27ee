import { Table } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '../api';
import { useText } from '../language';
import { daysOf } from '../published/days';
import { hours } from '../time';

type Row = Schemas['RegionTotals'];

interface Props {
  rows: readonly Row[];
  /** What they are parts of, and the days that count. */
  query: { region: string; from: string | undefined; to: string | undefined };
  linkTo: (code: string) => string;
}

/** What a division is made of; every part opens the same page one level down, every figure its days. */
export function Parts({ rows, query, linkTo }: Props) {
  const t = useText();
  // What lies in no part bears the code of the whole, and has no days of its own.
  const isRest = ({ region }: Row) => region === query.region && rows.length > 1;
  const number = (title: string, of: (row: Row) => number, print: (value: number) => string = String) => ({
    title,
    align: 'right' as const,
    render: (_: unknown, row: Row) => {
      const value = of(row);
      return value === 0 || isRest(row) ? (
        print(value)
      ) : (
        <Link to={daysOf({ ...query, region: row.region })}>{print(value)}</Link>
      );
    },
    sorter: (one: Row, other: Row) => of(one) - of(other),
  });
  return (
    <Table<Row>
      rowKey="region"
      dataSource={rows}
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('区划', 'Division'),
          render: (_, row) => (isRest(row) ? row.name : <Link to={linkTo(row.region)}>{row.name}</Link>),
          sorter: (one, other) => one.region.localeCompare(other.region),
        },
        number(t('注册志愿者', 'Registered'), ({ metrics }) => metrics.volunteersRegistered),
        number(t('已实名', 'Verified'), ({ metrics }) => metrics.volunteersVerified),
        number(
          t('服务小时', 'Hours'),
          ({ metrics }) => metrics.deviceVerifiedMinutes + metrics.attestedMinutes,
          hours,
        ),
        number(t('人次', 'Services'), ({ metrics }) => metrics.servicesConfirmed),
        number(t('需求', 'Needs'), ({ metrics }) => metrics.needsForwarded),
        number(t('发布', 'Opened'), ({ metrics }) => metrics.errandsOpened),
        number(t('接单', 'Claimed'), ({ metrics }) => metrics.errandsClaimed),
      ]}
    />
  );
}
