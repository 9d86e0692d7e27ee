import { Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { useTerm, useText } from '../language';
import { type Weekday, weekdayNames, weekdays } from '../needs/recurrence';
import { addDays } from '../published/day';
import { useUndo } from '../undo';
import { spanOn } from './week';

interface Fields {
  staffId: string;
  days: Weekday[];
  start: string;
  end: string;
}

/** Puts somebody on a shift on some days of the week at the same hours. */
export function AddShifts({ people, first }: { people: Schemas['StaffWeek']['people']; first: string }) {
  const t = useText();
  const offerUndo = useUndo();
  const [ids, setIds] = useState(() => weekdays.map(newId));
  const add = async ({ staffId, days, start, end }: Fields) => {
    const chosen = weekdays.flatMap((day, index) => (days.includes(day) ? [index] : []));
    // An id for each day: where one is refused, a further attempt makes none twice.
    for (const index of chosen) {
      const span = spanOn(addDays(first, index), start, end);
      await api.post('/api/v1/staff-shifts', { body: { id: ids[index] ?? newId(), staffId, ...span } });
    }
    offerUndo({
      said: t(`已排 ${chosen.length} 个班。`, `${chosen.length} shifts added.`),
      undo: async () => {
        for (const index of chosen)
          await api.post('/api/v1/staff-shifts/{id}/cancellation', { path: { id: ids[index] ?? '' } });
        return undefined;
      },
      changes: ['staff-shifts'],
    });
  };
  return (
    <Decision<Fields>
      name={t('排班', 'Add shifts')}
      title={t('谁、哪几天、几点到几点', 'Who, on which days, from when to when')}
      isPrimary
      initial={{ days: ['MO', 'TU', 'WE', 'TH', 'FR'], start: '09:00', end: '17:00' }}
      changes={['staff-shifts']}
      decide={add}
      done={() => setIds(weekdays.map(newId))}
    >
      <ShiftFields people={people} />
    </Decision>
  );
}

function ShiftFields({ people }: { people: Schemas['StaffWeek']['people'] }) {
  const t = useText();
  const term = useTerm();
  const required = [{ required: true, message: t('请填写', 'Needed') }];
  return (
    <>
      <Form.Item name="staffId" label={t('社工', 'Who')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map(({ staffId, displayName }) => ({ value: staffId, label: displayName }))}
        />
      </Form.Item>
      <Form.Item
        name="days"
        label={t('哪几天', 'Days')}
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
      <div className="row">
        <Form.Item name="start" label={t('上班', 'From')} rules={required}>
          <Input type="time" />
        </Form.Item>
        <Form.Item
          name="end"
          label={t('下班', 'Until')}
          extra={t('不晚于上班的，算次日', 'No later than the start: on the next day')}
          rules={required}
        >
          <Input type="time" />
        </Form.Item>
      </div>
    </>
  );
}
