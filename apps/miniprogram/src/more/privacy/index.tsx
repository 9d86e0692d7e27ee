import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { receive } from '../../core/files';
import { go, restart } from '../../core/go';
import { forgetPerson } from '../../core/keeping';
import { useLoad } from '../../core/load';
import { ask, ownId, session, signOut } from '../../core/session';
import { settings } from '../../core/settings';
import { useStore } from '../../core/store';
import { fullDay } from '../../core/time';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button, Card, Heading, Line, Tag } from '../../kit/pieces';
import { Sheet } from '../../kit/sheet';
import { Shown, TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';
import { useAttempt } from '../attempt';
import { useLaterWords } from '../words';

/** What I agreed to and may take back, everything that is kept about me, and leaving. */
export default function Privacy() {
  const tell = useLaterWords();
  const current = useStore(session);
  const isVolunteer = current.state !== 'out' && current.grant.role === 'volunteer';
  return (
    <Page title={tell('privacy.title')}>
      {isVolunteer && <Consents />}
      <OwnData />
      <Card>
        <Line onPress={() => go('reveals', {})}>{tell('reveals.title')}</Line>
      </Card>
      {isVolunteer && <Leaving />}
    </Page>
  );
}

async function readConsents() {
  const [texts, own] = await Promise.all([
    ask((api) => api.get('/api/v1/consent-texts')),
    ask((api) => api.get('/api/v1/me/consents')),
  ]);
  return texts.items.map((text) => ({
    text,
    own: own.items.find(({ purpose }) => purpose === text.purpose),
  }));
}

function Consents() {
  const tell = useLaterWords();
  const loaded = useLoad(readConsents);
  return (
    <>
      <Heading>{tell('consents.title')}</Heading>
      <Box as="p">{tell('consents.how')}</Box>
      <Shown loaded={loaded}>
        {(items) => (
          <Box as="ul" className="stack">
            {items.map(({ text, own }) => (
              <ConsentCard key={text.purpose} text={text} own={own} again={loaded.again} />
            ))}
          </Box>
        )}
      </Shown>
    </>
  );
}

interface ConsentCardProps {
  text: Schemas['ConsentText'];
  own: Schemas['ConsentView'] | undefined;
  again: () => void;
}

function ConsentCard({ text, own, again }: ConsentCardProps) {
  const tell = useLaterWords();
  const { language } = useStore(settings);
  const { attempt, isBusy, trouble } = useAttempt();
  const [isAsking, setAsking] = useState(false);
  const path = { purpose: text.purpose };
  const isGiven = own?.isGiven ?? false;
  const give = () =>
    attempt(async () => {
      const body = { version: text.version };
      await ask((api) => api.post('/api/v1/me/consents/{purpose}/giving', { path, body }));
      again();
    });
  const withdraw = () =>
    attempt(async () => {
      await ask((api) => api.post('/api/v1/me/consents/{purpose}/withdrawal', { path }));
      setAsking(false);
      again();
    });
  return (
    <Card as="li">
      <Box className="row between">
        <Box as="h2" className="strong grow">
          {text.title[language]}
        </Box>
        <Tag tone={isGiven ? undefined : 'plain'}>{tell(isGiven ? 'consents.given' : 'consents.not')}</Tag>
      </Box>
      <Box as="p">{text.text[language]}</Box>
      {own?.givenAt && isGiven && (
        <Box className="soft small">{tell('consents.since', { day: fullDay(own.givenAt) })}</Box>
      )}
      {own?.isOutdated && <Note tone="warm">{tell('consents.outdated')}</Note>}
      {trouble && !isAsking && <TroubleState trouble={trouble} />}
      {(!isGiven || own?.isOutdated) && (
        <Button
          isBusy={isBusy}
          label={`${tell('consent.agree')} ${text.title[language]}`}
          onPress={() => void give()}
        >
          {tell('consent.agree')}
        </Button>
      )}
      {isGiven && (
        <Button
          kind="quiet"
          label={`${tell('consents.withdraw')} ${text.title[language]}`}
          onPress={() => setAsking(true)}
        >
          {tell('consents.withdraw')}
        </Button>
      )}
      {isAsking && (
        <Sheet title={tell('consents.withdraw')} onClose={() => setAsking(false)}>
          <Box as="p">{text.stops[language]}</Box>
          {trouble && <TroubleState trouble={trouble} />}
          <Button kind="danger" isBusy={isBusy} onPress={() => void withdraw()}>
            {tell('consents.withdrawNow')}
          </Button>
          <Button onPress={() => setAsking(false)}>{tell('close')}</Button>
        </Sheet>
      )}
    </Card>
  );
}

function OwnData() {
  const tell = useLaterWords();
  const { attempt, isBusy, trouble } = useAttempt();
  const file = { name: 'shunlu-my-data.json', type: 'application/json' };
  return (
    <Card as="section">
      <Heading>{tell('ownData.title')}</Heading>
      <Box as="p" className="soft">
        {tell('ownData.how')}
      </Box>
      {trouble && <TroubleState trouble={trouble} />}
      <Button isBusy={isBusy} onPress={() => void attempt(() => receive('/api/v1/me/data', file))}>
        {tell('ownData.take')}
      </Button>
    </Card>
  );
}

function Leaving() {
  const tell = useLaterWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card as="section">
      <Heading>{tell('leaving.title')}</Heading>
      <Box as="p" className="soft">
        {tell('leaving.how')}
      </Box>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {tell('leaving.look')}
      </Button>
      {isOpen && (
        <Sheet title={tell('leaving.title')} onClose={() => setOpen(false)}>
          <LeavingTerms />
        </Sheet>
      )}
    </Card>
  );
}

/** What goes and what stays, before anything is done. */
function LeavingTerms() {
  const tell = useLaterWords();
  const { language } = useStore(settings);
  const loaded = useLoad(() => ask((api) => api.get('/api/v1/leaving-terms')));
  const { attempt, isBusy, trouble } = useAttempt();
  const leave = () =>
    attempt(async () => {
      await ask((api) => api.post('/api/v1/me/leaving', { body: { confirm: 'leave' } }));
      const id = ownId();
      await signOut();
      forgetPerson(id);
      restart('home', {});
    });
  return (
    <Shown loaded={loaded}>
      {({ destroyed, kept }) => (
        <>
          <Box className="strong">{tell('leaving.destroyed')}</Box>
          <Box as="ul" className="stack">
            {destroyed.map((each) => (
              <Box as="li" key={each.en}>
                {each[language]}
              </Box>
            ))}
          </Box>
          <Box className="strong">{tell('leaving.kept')}</Box>
          <Box as="ul" className="stack">
            {kept.map(({ what, why }) => (
              <Box as="li" key={what.en}>
                {`${what[language]} · ${why[language]}`}
              </Box>
            ))}
          </Box>
          {trouble && <TroubleState trouble={trouble} />}
          <Button kind="danger" isBusy={isBusy} onPress={() => void leave()}>
            {tell('leaving.do')}
          </Button>
        </>
      )}
    </Shown>
  );
}
