import { Table } from 'antd';
import { useTerm, useText } from '../language';
import { figure, type MetricName, metricNames, type Metrics } from './metric.terms';
import { Wide } from '../wide';

interface Props {
  columns: readonly { title: string; metrics: Metrics }[];
}

/** Every figure, a row each, beside each other. */
export function MetricTable({ columns }: Props) {
  const t = useText();
  const term = useTerm();
  const names = Object.keys(metricNames) as MetricName[];
  return (
    <Wide label={t('指标', 'Figures')}>
      <Table
        rowKey="name"
        dataSource={names.map((name) => ({ name }))}
        pagination={false}
        size="small"
        columns={[
          { title: t('指标', 'Figure'), render: (_, { name }) => term(metricNames[name]) },
          ...columns.map(({ title, metrics }) => ({
            title,
            align: 'right' as const,
            render: (_: unknown, { name }: { name: MetricName }) => figure(name, metrics[name]),
          })),
        ]}
      />
    </Wide>
  );
}
