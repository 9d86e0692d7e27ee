import { Checkbox, Form, Input, Radio } from 'antd';
import { useTerm, useText } from '../language';
import { type Weekday, weekdayNames, weekdays } from './recurrence';

/** What a form says of how often a need comes. */
export interface RepeatFields {
  repeats: 'once' | 'weekly';
  weekdays?: Weekday[];
  until?: string;
  skipsHolidays?: boolean;
}

const longestYears = 10;

/** Once, or every week on some days until a day; the first field above says from when and at what hour. */
export function Repeat({ isRepeated, firstDay }: { isRepeated: boolean; firstDay: string }) {
  const t = useText();
  const last = `${Number(firstDay.slice(0, 4)) + longestYears}${firstDay.slice(4)}`;
  return (
    <>
      <Form.Item name="repeats" label={t('重复', 'Repeats')}>
        <Radio.Group
          options={[
            { value: 'once', label: t('只这一次', 'Only this time') },
            { value: 'weekly', label: t('每周', 'Every week') },
          ]}
        />
      </Form.Item>
      {isRepeated && (
        <>
          <Days />
          <div className="row">
            <Form.Item
              name="until"
              label={t('直到（含当天）', 'Until (that day included)')}
              rules={[{ required: true, message: t('请填写到哪天为止', 'Say until which day') }]}
            >
              <Input type="date" min={firstDay} max={last} />
            </Form.Item>
            <Form.Item
              name="skipsHolidays"
              valuePropName="checked"
              label={t('法定节假日', 'Public holidays')}
            >
              <Checkbox>{t('放假不来', 'Not on holidays')}</Checkbox>
            </Form.Item>
          </div>
        </>
      )}
    </>
  );
}

function Days() {
  const t = useText();
  const term = useTerm();
  return (
    <Form.Item
      name="weekdays"
      label={t('每周哪几天', 'On which days')}
      extra={t('每次提前七天发布，时间同上', 'Each is posted seven days ahead, at the hours above')}
      // Not `required`: that attribute is none a group of boxes may have.
      rules={[
        {
          validator: (_, days?: Weekday[]) =>
            days?.length
              ? Promise.resolve()
              : Promise.reject(new Error(t('请至少选一天', 'Choose a day at least'))),
        },
      ]}
    >
      <Checkbox.Group options={weekdays.map((day) => ({ value: day, label: term(weekdayNames[day]) }))} />
    </Form.Item>
  );
}
