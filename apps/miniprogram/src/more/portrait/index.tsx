import { go } from '../../core/go';
import { useLoad } from '../../core/load';
import { ask } from '../../core/session';
import { settings } from '../../core/settings';
import { useStore } from '../../core/store';
import { codeOf } from '../../core/trouble';
import { Face } from '../../kit/face';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { PhotoField } from '../../kit/photo';
import { Button, Card, Heading } from '../../kit/pieces';
import { Shown, TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';
import { useAttempt } from '../attempt';
import { useLaterWords } from '../words';

/** What one consents to, whether one has, and the picture; undefined where nobody is registered. */
async function read() {
  const [texts, portrait] = await Promise.all([
    ask((api) => api.get('/api/v1/consent-texts')),
    ask((api) => api.get('/api/v1/volunteers/me/portrait')),
  ]);
  const text = texts.items.find(({ purpose }) => purpose === 'portrait');
  if (!text) return undefined;
  try {
    const own = await ask((api) => api.get('/api/v1/me/consents'));
    return { text, portrait, consent: own.items.find(({ purpose }) => purpose === 'portrait') };
  } catch (error) {
    if (codeOf(error) === 'resource.notFound') return undefined;
    throw error;
  }
}

type Known = NonNullable<Awaited<ReturnType<typeof read>>>;

/** The small picture by which those one comes to know who stands at the door: shown to nobody else. */
export default function Portrait() {
  const tell = useLaterWords();
  const loaded = useLoad(async () => ({ known: await read() }));
  return (
    <Page title={tell('portrait.title')}>
      <Shown loaded={loaded}>
        {({ known }) => {
          if (!known) return <Unregistered />;
          return known.consent?.isGiven ? (
            <Own known={known} again={loaded.again} />
          ) : (
            <Consent text={known.text} again={loaded.again} />
          );
        }}
      </Shown>
    </Page>
  );
}

function Unregistered() {
  const tell = useLaterWords();
  return (
    <Card>
      <Box as="p">{tell('portrait.unregistered')}</Box>
      <Button onPress={() => go('register', {})}>{tell('register.title')}</Button>
    </Card>
  );
}

function Consent({ text, again }: { text: Known['text']; again: () => void }) {
  const tell = useLaterWords();
  const { language } = useStore(settings);
  const { attempt, isBusy, trouble } = useAttempt();
  const body = { version: text.version };
  const path = { purpose: text.purpose };
  const give = () =>
    attempt(async () => {
      await ask((api) => api.post('/api/v1/me/consents/{purpose}/giving', { path, body }));
      again();
    });
  return (
    <Card as="section">
      <Heading>{text.title[language]}</Heading>
      <Box as="p">{text.text[language]}</Box>
      {trouble && <TroubleState trouble={trouble} />}
      <Button isBusy={isBusy} onPress={() => void give()}>
        {tell('consent.agree')}
      </Button>
    </Card>
  );
}

function Own({ known: { portrait }, again }: { known: Known; again: () => void }) {
  const tell = useLaterWords();
  const { attempt, isBusy, trouble } = useAttempt();
  const change = (work: () => Promise<unknown>) => void attempt(() => work().then(again));
  const set = (image: string) =>
    change(() => ask((api) => api.post('/api/v1/volunteers/me/portrait', { body: { image } })));
  const remove = () => change(() => ask((api) => api.post('/api/v1/volunteers/me/portrait/removal')));
  return (
    <>
      <Card as="section">
        <Heading>{tell('portrait.asSeen')}</Heading>
        <Face
          image={portrait.image}
          name={tell('portrait.me')}
          label={tell('portrait.title')}
          none={tell('portrait.none')}
        />
        <Box as="p" className="soft">
          {tell('portrait.how')}
        </Box>
        {isBusy && <Note>{tell('loading')}</Note>}
        {trouble && <TroubleState trouble={trouble} />}
        <PhotoField label={tell('portrait.take')} value={undefined} onChange={set} isOfOneself />
        {portrait.image && (
          <Button kind="danger" isBusy={isBusy} onPress={remove}>
            {tell('portrait.remove')}
          </Button>
        )}
      </Card>
      <Button kind="quiet" onPress={() => go('privacy', {})}>
        {tell('portrait.withdraw')}
      </Button>
    </>
  );
}
