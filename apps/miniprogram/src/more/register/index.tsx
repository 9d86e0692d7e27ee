import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { restart } from '../../core/go';
import { type Loaded, useLoad } from '../../core/load';
import { ask, ownId } from '../../core/session';
import { settings } from '../../core/settings';
import { useStore } from '../../core/store';
import { codeOf, type Trouble, troubleOf } from '../../core/trouble';
import { useWords, type Word } from '../../core/words';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button, Card, Choice, Fact, Heading, Tag } from '../../kit/pieces';
import { Shown, TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';
import { RegionPicker } from '../../parts/region-picker';
import { bodyOf } from './document';
import { type Person, Who } from './who';

type ConsentText = Schemas['ConsentText'];
type Consent = ConsentText['purpose'];
const steps = ['who', 'where', 'consent'] as const;
const nobody: Person = {
  ...{ name: '', phone: '', guardianName: '' },
  ...{ documentType: 'residentId', idNumber: '', birthDay: '' },
};

async function readOwn(): Promise<Schemas['VolunteerView'] | null> {
  try {
    return await ask((api) => api.get('/api/v1/volunteers/{id}', { path: { id: ownId() } }));
  } catch (error) {
    if (codeOf(error) === 'resource.notFound') return null;
    throw error;
  }
}

/** Real-name registration, one thing at a time; or how one is registered. */
export default function Register() {
  const tell = useWords();
  const loaded = useLoad(readOwn);
  return (
    <Page title={tell('register.title')}>
      <Shown loaded={loaded}>
        {(volunteer) => (volunteer ? <Registered volunteer={volunteer} /> : <Steps again={loaded.again} />)}
      </Shown>
    </Page>
  );
}

function Registered({ volunteer }: { volunteer: Schemas['VolunteerView'] }) {
  const tell = useWords();
  return (
    <>
      <Note tone={volunteer.verification === 'verified' ? 'good' : 'warm'}>
        {tell(`verification.${volunteer.verification}` as Word)}
      </Note>
      <Card>
        <Fact name={tell('person.name')}>{volunteer.name}</Fact>
        <Fact name={tell('person.phone')}>{volunteer.phone}</Fact>
        <Fact name={tell('person.idNumber')}>{volunteer.idNumber}</Fact>
        <Fact name={tell('register.number')}>{volunteer.volunteerNumber}</Fact>
      </Card>
    </>
  );
}

function Steps({ again }: { again: () => void }) {
  const tell = useWords();
  const [step, setStep] = useState<(typeof steps)[number]>('who');
  const [person, setPerson] = useState(nobody);
  const [region, setRegion] = useState<{ code: string; name: string }>();
  const [given, setGiven] = useState<readonly Consent[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async () => {
    if (!region) return;
    setBusy(true);
    setTrouble(undefined);
    const { name, phone, guardianName } = person;
    const body = { id: ownId(), name, ...bodyOf(person), phone, communityCode: region.code };
    const consented = { ...body, consents: [...given], guardianName: guardianName || undefined };
    await ask((api) => api.post('/api/v1/volunteers', { body: consented })).then(again, (error: unknown) =>
      setTrouble(troubleOf(error)),
    );
    setBusy(false);
  };
  const texts = useLoad(() => ask((api) => api.get('/api/v1/consent-texts')));
  const isReady =
    texts.value?.items.every(({ purpose, isRequired }) => !isRequired || given.includes(purpose)) ?? false;
  return (
    <>
      <Box className="soft">{tell('register.step', { step: steps.indexOf(step) + 1, of: steps.length })}</Box>
      {step === 'who' && <Who person={person} onChange={setPerson} onNext={() => setStep('where')} />}
      {step === 'where' && (
        <>
          <RegionPicker value={region} onChange={setRegion} />
          <Button size="tall" isDisabled={!region} onPress={() => setStep('consent')}>
            {tell('next')}
          </Button>
        </>
      )}
      {step === 'consent' && (
        <>
          <ConsentCards texts={texts} given={given} onChange={setGiven} />
          {trouble && <TroubleState trouble={trouble} />}
          <Button size="tall" isBusy={isBusy} isDisabled={!isReady} onPress={() => void send()}>
            {tell('register.send')}
          </Button>
        </>
      )}
      {step !== 'who' && (
        <Button kind="quiet" onPress={() => setStep(step === 'consent' ? 'where' : 'who')}>
          {tell('back')}
        </Button>
      )}
      <Button kind="quiet" onPress={() => restart('home', {})}>
        {tell('toHome')}
      </Button>
    </>
  );
}

interface ConsentCardsProps {
  texts: Loaded<Schemas['ConsentTextList']>;
  given: readonly Consent[];
  onChange: (given: readonly Consent[]) => void;
}

function ConsentCards({ texts, given, onChange }: ConsentCardsProps) {
  return (
    <Shown loaded={texts}>
      {({ items }) => (
        <>
          {items.filter(isAskedHere).map((text) => (
            <ConsentCard
              key={text.purpose}
              text={text}
              isGiven={given.includes(text.purpose)}
              onChange={(gives) => onChange(withOrWithout(given, text.purpose, gives))}
            />
          ))}
        </>
      )}
    </Shown>
  );
}

// A picture is consented to where it is set.
const isAskedHere = ({ purpose }: ConsentText) => purpose !== 'portrait';

const withOrWithout = (old: readonly Consent[], purpose: Consent, gives: boolean) => [
  ...old.filter((each) => each !== purpose),
  ...(gives ? [purpose] : []),
];

/** The wording that holds today, to be read before it is agreed to. */
function ConsentCard(props: { text: ConsentText; isGiven: boolean; onChange: (isGiven: boolean) => void }) {
  const tell = useWords();
  const { language } = useStore(settings);
  const { text, isGiven, onChange } = props;
  const title = text.title[language];
  return (
    <Card as="section">
      <Heading>{title}</Heading>
      <Box as="p">{text.text[language]}</Box>
      <Tag tone="plain">{tell(text.isRequired ? 'consent.required' : 'consent.free')}</Tag>
      <Choice
        label={title}
        shape="segments"
        value={isGiven}
        onChange={onChange}
        options={[
          [true, tell('consent.agree')],
          [false, tell('consent.decline')],
        ]}
      />
    </Card>
  );
}
