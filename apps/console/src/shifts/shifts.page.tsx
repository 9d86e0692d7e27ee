import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Table } from 'antd';
import { Link } from 'react-router';
import { useAddress, Views } from '../address';
import { Answer, useExplanation } from '../answer';
import { api, newId, type Schemas } from '../api';
import { useTerm, useText, type Wording } from '../language';
import { useNow } from '../live';
import { weekdayNames, weekdayOf } from '../needs/recurrence';
import { addDays } from '../published/day';
import { clock, hours, toField } from '../time';
import { useUndo } from '../undo';
import { Wide } from '../wide';
import { AddShifts } from './add.shifts';
import { CourierShifts } from './courier.shifts';
import { dayOf, daysFrom, minutesIn, mondayOf } from './week';

type Week = Schemas['StaffWeek'];
type Person = Week['people'][number];
type Shift = Schemas['StaffShiftView'];

/** Nothing hints of what colleagues write. */
const askingMs = 30_000;

const views = {
  staff: ['社工站', 'Station'],
  couriers: ['快递员', 'Couriers'],
} satisfies Record<string, Wording>;

/** Who is at work when: people of the station, and couriers as they told themselves. */
export function ShiftsPage() {
  const { read } = useAddress();
  const view = read('view') === 'couriers' ? 'couriers' : 'staff';
  return view === 'staff' ? <StaffShifts /> : <CourierShifts heading={<Heading view={view} />} />;
}

function Heading({ view }: { view: keyof typeof views }) {
  const t = useText();
  return (
    <>
      <h1>{t('值班', 'Shifts')}</h1>
      <Views views={views} shown={view} />
    </>
  );
}

function StaffShifts() {
  const t = useText();
  const { read } = useAddress();
  const asked = read('week') ?? '';
  const today = toField(useNow(60_000)).slice(0, 10);
  const first = mondayOf(/^\d{4}-\d\d-\d\d$/.test(asked) && !isNaN(Date.parse(asked)) ? asked : today);
  const week = useQuery({
    queryKey: ['staff-shifts', first],
    queryFn: () => api.get('/api/v1/staff-shifts', { query: { from: first } }),
    refetchInterval: askingMs,
  });
  return (
    <>
      <Heading view="staff" />
      <div className="title">
        <Weeks first={first} today={today} />
        {week.data && <AddShifts key={first} people={week.data.people} first={first} />}
      </div>
      <p className="quiet">
        {t(
          '值班表只告诉同事谁在；能做什么由岗位决定。',
          'This tells colleagues who is there; what anybody may do hangs on their role.',
        )}
      </p>
      <Answer
        query={week}
        empty={{
          when: ({ people }) => people.length === 0,
          teach: t(
            '本站还没有账号。请管理员申请岗位。',
            'The station has no accounts. The administrator asks for them.',
          ),
        }}
      >
        {(data) => <WeekTable week={data} first={first} today={today} />}
      </Answer>
    </>
  );
}

function Weeks({ first, today }: { first: string; today: string }) {
  const t = useText();
  return (
    <nav className="views" aria-label={t('星期', 'Weeks')}>
      <Link to={`?week=${addDays(first, -7)}`}>{t('上一周', 'Week before')}</Link>
      <Link to="?" aria-current={first === mondayOf(today) ? 'page' : undefined}>
        {t('本周', 'This week')}
      </Link>
      <Link to={`?week=${addDays(first, 7)}`}>{t('下一周', 'Week after')}</Link>
    </nav>
  );
}

function WeekTable({ week, first, today }: { week: Week; first: string; today: string }) {
  const t = useText();
  const term = useTerm();
  const of = ({ staffId }: Person) => week.shifts.filter((one) => one.staffId === staffId);
  return (
    <Wide label={t('一周值班表', 'The week')}>
      <Table<Person>
        rowKey="staffId"
        dataSource={week.people}
        pagination={false}
        size="small"
        columns={[
          { title: t('社工', 'Who'), dataIndex: 'displayName' },
          ...daysFrom(first).map((day) => ({
            key: day,
            title: (
              <span aria-current={day === today ? 'date' : undefined}>
                {`${term(weekdayNames[weekdayOf(day)])} ${day.slice(5)}`}
                {day === today && t(' · 今天', ' · today')}
              </span>
            ),
            render: (_: unknown, person: Person) => (
              <ul className="shifts">
                {of(person)
                  .filter((one) => dayOf(one, first) === day)
                  .map((one) => (
                    <li key={one.id}>
                      <OneShift shift={one} person={person} day={day} />
                    </li>
                  ))}
              </ul>
            ),
          })),
          {
            title: t('合计（小时）', 'Hours'),
            align: 'right',
            render: (_, person) => hours(minutesIn(of(person), first)),
          },
        ]}
      />
    </Wide>
  );
}

/** A shift with the button that takes it off, which can be undone. */
function OneShift({ shift, person, day }: { shift: Shift; person: Person; day: string }) {
  const t = useText();
  const term = useTerm();
  const explain = useExplanation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const offerUndo = useUndo();
  const { id, staffId, startsAt, endsAt } = shift;
  const said = `${clock(startsAt)}–${clock(endsAt)}`;
  const cancel = useMutation({
    mutationFn: () => api.post('/api/v1/staff-shifts/{id}/cancellation', { path: { id } }),
    onError: (error) => {
      const { title, detail } = explain(error);
      void message.error(`${title} ${detail}`);
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['staff-shifts'] });
      const again = { id: newId(), staffId, startsAt, endsAt };
      offerUndo({
        said: t('已取消这个班。', 'The shift is taken off.'),
        undo: async () => {
          await api.post('/api/v1/staff-shifts', { body: again });
          return undefined;
        },
        changes: ['staff-shifts'],
      });
    },
  });
  return (
    <>
      {said}{' '}
      <Button
        size="small"
        loading={cancel.isPending}
        aria-label={`${t('取消', 'Take off')} ${person.displayName} ${term(weekdayNames[weekdayOf(day)])} ${said}`}
        onClick={() => cancel.mutate()}
      >
        ×
      </Button>
    </>
  );
}
