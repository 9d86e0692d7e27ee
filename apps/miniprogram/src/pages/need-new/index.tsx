import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { restart } from '../../core/go';
import { useLoad } from '../../core/load';
import { newId } from '../../core/new-id';
import { type Person, readPeople } from '../../core/people';
import { ask } from '../../core/session';
import { momentOf } from '../../core/time';
import { codeOf, type Trouble, troubleOf } from '../../core/trouble';
import { useWords } from '../../core/words';
import { Field } from '../../kit/field';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button, Choice, Heading } from '../../kit/pieces';
import { Shown, TroubleState } from '../../kit/states';
import { ResidentForm } from '../../parts/resident-form';

const types = [
  'groceries',
  'medicine',
  'parcels',
  'repair',
  'haircut',
  'company',
  'paperwork',
  'other',
] as const;
type Type = (typeof types)[number];
const minutesOf: Record<Type, number> = {
  groceries: 40,
  medicine: 40,
  parcels: 20,
  repair: 60,
  haircut: 40,
  company: 60,
  paperwork: 60,
  other: 40,
};
const slots = ['morning', 'afternoon', 'tomorrowMorning', 'tomorrowAfternoon'] as const;
type Slot = (typeof slots)[number];

/** From and to, on the wall clock of the place; a window that has begun begins now. */
function windowOf(slot: Slot, now: number): [Date, Date] {
  const ahead = slot.startsWith('tomorrow') ? 1 : 0;
  const isMorning = slot.toLowerCase().endsWith('morning');
  const start = momentOf(ahead, (isMorning ? 8 : 13) * 60, now);
  const end = momentOf(ahead, (isMorning ? 12 : 18) * 60, now);
  return [new Date(Math.max(start.getTime(), now + 60_000)), end];
}

const isPossible = (slot: Slot, now: number) => windowOf(slot, now)[1].getTime() > now + 30 * 60_000;

/** What is needed, for whom, when: three taps, and words only for who wants to add some. */
export default function NeedNew() {
  const tell = useWords();
  const loaded = useLoad(readPeople);
  return (
    <Page title={tell('need.new')}>
      <Shown loaded={loaded}>{(people) => <Asking people={people} again={loaded.again} />}</Shown>
    </Page>
  );
}

function Asking({ people, again }: { people: Person[]; again: () => void }) {
  const tell = useWords();
  const [possible] = useState(() => slots.filter((slot) => isPossible(slot, Date.now())));
  const [type, setType] = useState<Type>();
  const { residentId } = useRouter().params;
  const [person, setPerson] = useState((people.find(({ id }) => id === residentId) ?? people[0])?.id);
  const [slot, setSlot] = useState<Slot | undefined>(possible[0]);
  const [words, setWords] = useState('');
  const [chosen, setPayment] = useState<Payment>('publicBenefit');
  const ways = useWays(person, type);
  const payment = ways.some(({ mode }) => mode === chosen) ? chosen : 'publicBenefit';
  // The same wish sent again is the same need, to the minute; another wish is another need.
  const [sent, setSent] = useState<{ wish: string; id: string; start: Date; end: Date }>();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [isUnknown, setUnknown] = useState(false);
  const post = async () => {
    if (!type || !slot || !person) return;
    setBusy(true);
    setTrouble(undefined);
    const summary = words.trim() || tell(`type.${type}`);
    const wish = [person, type, slot, summary, payment].join('\n');
    const [from, to] = windowOf(slot, Date.now());
    const fixed = sent?.wish === wish ? sent : { wish, id: newId(), start: from, end: to };
    setSent(fixed);
    const { id, start, end } = fixed;
    const body = {
      id,
      residentId: person,
      type,
      summary,
      channel: 'app' as const,
      expectedMinutes: minutesOf[type],
      payment,
    };
    const windowed = { ...body, windowStart: start.toISOString(), windowEnd: end.toISOString() };
    await ask((api) => api.post('/api/v1/needs', { body: windowed })).then(
      (need: Schemas['NeedView']) => restart('need', { id: need.id }),
      (error: unknown) => {
        const isSelf = people.find((each) => each.id === person)?.isSelf ?? false;
        if (codeOf(error) === 'resource.notFound' && isSelf) setUnknown(true);
        else setTrouble(troubleOf(error));
      },
    );
    setBusy(false);
  };
  // Asked in between, so that what was wished for goes out without being asked again.
  const goOn = () => {
    setUnknown(false);
    void post();
  };
  if (isUnknown) return <ResidentForm onDone={goOn} />;
  if (people.length === 0) return <NobodyToAskFor again={again} />;
  return (
    <>
      {people.length > 1 && (
        <>
          <Heading>{tell('need.for')}</Heading>
          <Choice
            label={tell('need.for')}
            value={person}
            onChange={setPerson}
            options={people.map((each) => [each.id, each.isSelf ? tell('need.myself') : each.name] as const)}
          />
        </>
      )}
      <Heading>{tell('need.what')}</Heading>
      <Choice
        label={tell('need.what')}
        shape="tiles"
        value={type}
        onChange={setType}
        options={types.map((each) => [each, tell(`type.${each}`)] as const)}
      />
      <Heading>{tell('need.when')}</Heading>
      <Choice
        label={tell('need.when')}
        value={slot}
        onChange={setSlot}
        options={possible.map((each) => [each, tell(`slot.${each}`)] as const)}
      />
      <Field
        id="need-words"
        kind="long"
        label={tell('need.words')}
        maxLength={200}
        value={words}
        onChange={setWords}
      />
      {ways.length > 1 && <Paying ways={ways} value={payment} onChange={setPayment} />}
      {trouble && <TroubleState trouble={trouble} />}
      <Button size="tall" isBusy={isBusy} isDisabled={!type || !slot || !person} onPress={() => void post()}>
        {tell('need.post')}
      </Button>
    </>
  );
}

type Way = Schemas['PaymentWay'];
type Payment = Way['mode'];

/** How it may be paid. Who is not known yet, and whoever gets no answer, asks without paying. */
function useWays(person: string | undefined, type: Type | undefined): Way[] {
  const read = async (): Promise<Way[]> => {
    if (!person || !type) return [];
    const path = { residentId: person };
    const query = { type, expectedMinutes: minutesOf[type] };
    return (await ask((api) => api.get('/api/v1/residents/{residentId}/payment-ways', { path, query })))
      .items;
  };
  return useLoad(read, `${person}\n${type}`).value ?? [];
}

/** Who pays the time, and what that means in plain words. */
function Paying(props: { ways: Way[]; value: Payment; onChange: (mode: Payment) => void }) {
  const { ways, value, onChange } = props;
  const tell = useWords();
  return (
    <>
      <Heading>{tell('pay.title')}</Heading>
      <Choice
        label={tell('pay.title')}
        value={value}
        onChange={onChange}
        options={ways.map(
          ({ mode, heldMinutes }) => [mode, tell(`pay.by.${mode}`, { minutes: heldMinutes })] as const,
        )}
      />
      <Note>{tell(`pay.how.${value}`)}</Note>
    </>
  );
}

function NobodyToAskFor({ again }: { again: () => void }) {
  const tell = useWords();
  return (
    <>
      <Heading>{tell('family.none')}</Heading>
      <Button onPress={() => restart('family', {})}>{tell('family.title')}</Button>
      <Button kind="quiet" onPress={again}>
        {tell('tryAgain')}
      </Button>
    </>
  );
}
