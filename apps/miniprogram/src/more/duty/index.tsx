import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { askPoint } from '../../core/feed';
import { useLoad } from '../../core/load';
import { askForMessages } from '../../core/messages';
import { ask } from '../../core/session';
import { clockTime } from '../../core/time';
import { type Trouble, troubleOf } from '../../core/trouble';
import { useWords, type Word } from '../../core/words';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button, Card, Choice, Fact, Heading } from '../../kit/pieces';
import { Shown, TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';

type Duty = Schemas['DutyView'];

/** On duty or off, weekly shifts, quiet hours, how many alerts a day. */
export default function DutyPage() {
  const tell = useWords();
  const loaded = useLoad(() => ask((api) => api.get('/api/v1/volunteers/me/duty')));
  return (
    <Page title={tell('duty.title')}>
      <Shown loaded={loaded}>{(duty) => <Whole duty={duty} again={loaded.again} />}</Shown>
    </Page>
  );
}

function Whole({ duty, again }: { duty: Duty; again: () => void }) {
  const tell = useWords();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isDenied, setDenied] = useState(false);
  const attempt = (work: () => Promise<unknown>) => {
    setTrouble(undefined);
    work().then(again, (error: unknown) => setTrouble(troubleOf(error)));
  };
  const begin = (withPlace: boolean) => {
    // Who goes on duty wants to hear of errands; WeChat asks in this very tap or not at all.
    void askForMessages().catch(() => undefined);
    attempt(async () => {
      const point = withPlace ? await askPoint() : undefined;
      setDenied(withPlace && !point);
      await ask((api) => api.post('/api/v1/volunteers/me/duty', { body: { point } }));
    });
  };
  const end = () => attempt(() => ask((api) => api.post('/api/v1/volunteers/me/duty/end', {})));
  return (
    <>
      {trouble && <TroubleState trouble={trouble} />}
      {isDenied && <Note tone="warm">{tell('place.denied')}</Note>}
      <Card as="section">
        <Box className="large">{tell(duty.isOnDuty ? 'duty.on' : 'duty.off')}</Box>
        {duty.until && <Fact name={tell('duty.until')}>{clockTime(duty.until)}</Fact>}
        <Fact name={tell('duty.alertsToday')}>{`${duty.alertsToday} / ${duty.maxAlertsPerDay}`}</Fact>
        {duty.isOnDuty ? (
          <Button kind="danger" size="tall" onPress={end}>
            {tell('duty.end')}
          </Button>
        ) : (
          <>
            <Button size="tall" onPress={() => begin(true)}>
              {tell('duty.beginHere')}
            </Button>
            <Button kind="quiet" onPress={() => begin(false)}>
              {tell('duty.begin')}
            </Button>
            <Box as="p" className="soft small">
              {tell('duty.consent')}
            </Box>
          </>
        )}
      </Card>
      <Times duty={duty} attempt={attempt} />
    </>
  );
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const shiftHours = [
  [9, 12],
  [14, 17],
  [18, 21],
] as const;

function Times({ duty, attempt }: { duty: Duty; attempt: (work: () => Promise<unknown>) => void }) {
  const tell = useWords();
  const [weekday, setWeekday] = useState<number>(1);
  const { shifts, quietStartMinute, quietEndMinute, maxAlertsPerDay } = duty;
  const save = (
    part: Partial<Pick<Duty, 'shifts' | 'quietStartMinute' | 'quietEndMinute' | 'maxAlertsPerDay'>>,
  ) =>
    attempt(() =>
      ask((api) =>
        api.post('/api/v1/volunteers/me/duty/times', {
          body: { shifts, quietStartMinute, quietEndMinute, maxAlertsPerDay, ...part },
        }),
      ),
    );
  const toggle = (from: number, to: number) => {
    const others = shifts.filter((shift) => shift.weekday !== weekday || shift.startMinute !== from * 60);
    const shift = { weekday, startMinute: from * 60, minutes: (to - from) * 60 };
    save({ shifts: others.length < shifts.length ? others : [...shifts, shift] });
  };
  const isSet = (from: number) =>
    shifts.some((shift) => shift.weekday === weekday && shift.startMinute === from * 60);
  return (
    <>
      <Card as="section">
        <Heading>{tell('duty.shifts')}</Heading>
        <Choice
          label={tell('duty.weekday')}
          value={weekday}
          onChange={setWeekday}
          options={weekdays.map((each) => [each, tell(`weekday.${each}` as Word)] as const)}
        />
        {shiftHours.map(([from, to]) => (
          <Button key={from} kind={isSet(from) ? 'primary' : 'quiet'} onPress={() => toggle(from, to)}>
            {`${from}:00–${to}:00 ${isSet(from) ? '✓' : ''}`}
          </Button>
        ))}
      </Card>
      <Card as="section">
        <Heading>{tell('duty.quiet')}</Heading>
        <Choice
          label={tell('duty.quiet')}
          value={quietStartMinute === quietEndMinute ? 0 : quietStartMinute}
          onChange={(start) => save({ quietStartMinute: start, quietEndMinute: start === 0 ? 0 : 7 * 60 })}
          options={[
            [0, tell('duty.neverQuiet')],
            [21 * 60, '21:00–7:00'],
            [22 * 60, '22:00–7:00'],
            [23 * 60, '23:00–7:00'],
          ]}
        />
      </Card>
      <Card as="section">
        <Heading>{tell('duty.most')}</Heading>
        <Choice
          label={tell('duty.most')}
          value={maxAlertsPerDay}
          onChange={(most) => save({ maxAlertsPerDay: most })}
          options={[0, 3, 5, 10, 20].map((most) => [most, String(most)] as const)}
        />
      </Card>
    </>
  );
}
