import { Form, InputNumber, Select } from 'antd';
import { useTerm, useText } from '../language';
import { DayField, type EvidenceFields, EvidenceFieldsOf, WordsField } from './entry.fields';
import { kinds, type Metric, metricNames, qualifierNames, type Statistic, stands } from './statistic.terms';

/** What is said of a value: in yuan where it is money. */
export interface ValueFields extends EvidenceFields {
  value: number;
  qualifier: Statistic['qualifier'];
}
export interface RecordFields extends ValueFields {
  metric: Metric;
  from?: string;
  to: string;
  source: string;
}

/** Everything of a record; `metric` where it is given by what it is entered for. */
export function RecordFieldsOf({ today, metric: given }: { today: string; metric?: Metric }) {
  const t = useText();
  const term = useTerm();
  const chosen = Form.useWatch<Metric | undefined>('metric') ?? given;
  return (
    <>
      <Form.Item
        name="metric"
        label={t('指标', 'Figure')}
        extra={t('人、人次、户、场各是各的数。', 'Persons, person-times, households and events are apart.')}
        rules={[{ required: true, message: t('请选择', 'Choose one') }]}
      >
        <Select
          disabled={given !== undefined}
          showSearch={{ optionFilterProp: 'label' }}
          options={kinds.map(({ name, metrics }) => ({
            label: term(name),
            options: metrics.map((value) => ({ value, label: term(metricNames[value]) })),
          }))}
        />
      </Form.Item>
      <div className="row">
        {chosen !== undefined && !stands(chosen) && (
          <DayField name="from" label={t('起日', 'First day')} max={today} />
        )}
        <DayField
          name="to"
          label={chosen && stands(chosen) ? t('截至', 'As of') : t('止日', 'Last day')}
          max={today}
        />
      </div>
      {chosen && (
        <p className="quiet">
          {stands(chosen)
            ? t(
                '存量：以日期最新的一条为准，不相加。',
                'What stands: the newest day speaks; records do not add up.',
              )
            : t(
                '发生量：各条相加，期间不要重叠。',
                'What happened: records add up, so their days must not overlap.',
              )}
        </p>
      )}
      <ValueFieldsOf metric={chosen} />
      <WordsField
        name="source"
        label={t('来源', 'Source')}
        help={t('谁说的：社工站、主管部门或刊物。', 'Who says so: a station, a bureau, a publication.')}
      />
      <EvidenceFieldsOf />
    </>
  );
}

/** How many, and how certain that is. */
export function ValueFieldsOf({ metric }: { metric: Metric | undefined }) {
  const t = useText();
  const term = useTerm();
  return (
    <div className="row">
      <Form.Item
        name="value"
        label={metric ? term(metricNames[metric]) : t('数值', 'Value')}
        rules={[{ required: true, message: t('请填写', 'Needed') }]}
      >
        <InputNumber
          min={0}
          max={1e12}
          precision={metric === 'resourceEquivalentFen' ? 2 : 0}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item
        name="qualifier"
        label={t('限定', 'Certainty')}
        extra={t('照原文：近、余等要保留。', 'As published: “about” and “more than” are kept.')}
      >
        <Select
          options={Object.entries(qualifierNames).map(([value, name]) => ({ value, label: term(name) }))}
        />
      </Form.Item>
    </div>
  );
}
