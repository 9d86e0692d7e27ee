import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { go } from '../../core/go';
import { needSeconds, useEvery, useLoad } from '../../core/load';
import type { Letter } from '../../core/letters';
import { letter, type Posted, postLetters } from '../../core/queue';
import { ask, session } from '../../core/session';
import { useStore } from '../../core/store';
import { type Trouble, troubleOf } from '../../core/trouble';
import { useWords, type Word } from '../../core/words';
import { Field } from '../../kit/field';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button, Card, Fact, Heading, Line, Tag } from '../../kit/pieces';
import { Sheet } from '../../kit/sheet';
import { Shown, TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';
import { device } from '../../platform/this-device';
import { Comer } from '../../parts/comer';
import { windowOf } from '../../parts/errand-lines';

type NeedView = Schemas['NeedView'];
type ErrandView = Schemas['ErrandView'];

/** The need and, once there is one, its errand: who comes. */
async function read(id: string): Promise<{ need: NeedView; errand?: ErrandView }> {
  const need = await ask((api) => api.get('/api/v1/needs/{id}', { path: { id } }));
  const { errandId } = need;
  if (!errandId) return { need };
  return { need, errand: await ask((api) => api.get('/api/v1/errands/{id}', { path: { id: errandId } })) };
}

/** One need: who comes, what to say at the door, was it good. */
export default function Need() {
  const tell = useWords();
  const { id = '' } = useRouter().params;
  const loaded = useLoad(() => read(id), id);
  useEvery(needSeconds, loaded.again);
  return (
    <Page title={tell('need.title')}>
      <Shown loaded={loaded}>
        {({ need, errand }) => <Whole need={need} errand={errand} again={loaded.again} />}
      </Shown>
    </Page>
  );
}

/** Something was recorded, to look at and to object to. */
const served = ['confirmed', 'recorded', 'disputed', 'voided'];
const ended = ['fulfilled', 'closed', 'cancelled', 'rejected'];

function Whole({ need, errand, again }: { need: NeedView; errand?: ErrandView; again: () => void }) {
  const tell = useWords();
  const current = useStore(session);
  const isResident = current.state !== 'out' && current.grant.role === 'resident';
  const reason = [...need.history].reverse().find((step) => step.reason)?.reason;
  const isFound = need.state === 'posted' && errand !== undefined && errand.state !== 'open';
  const comers = (errand?.claims ?? []).filter(({ state }) => state !== 'released' && state !== 'cancelled');
  return (
    <>
      <Card>
        <Box className="row between">
          <Box as="h2" className="large grow">
            {tell(`type.${need.type}`)}
          </Box>
          <Tag>{tell(isFound ? 'need.found' : (`need.${need.state}` as Word))}</Tag>
        </Box>
        <Box as="p">{need.summary}</Box>
        <Fact name={tell('need.for')}>{need.residentName}</Fact>
        <Fact name={tell('need.when')}>{windowOf(tell, need)}</Fact>
        {reason && <Note tone="warm">{reason}</Note>}
        {need.payment && <Payment payment={need.payment} />}
      </Card>
      {comers.length > 0 && (
        <Card as="section">
          <Heading>{tell('need.comes')}</Heading>
          <Box as="ul" className="stack">
            {comers.map(({ id, volunteerName, state }) => (
              <Comer key={id} claimId={id} name={volunteerName} state={state} />
            ))}
          </Box>
          {isResident && errand && comers.some(({ state }) => onTheWay.includes(state)) && (
            <Call errandId={errand.id} />
          )}
        </Card>
      )}
      {need.serviceCode && !ended.includes(need.state) && (
        <Card as="section">
          <Heading>{tell('need.sayCode')}</Heading>
          <Box className="huge">{need.serviceCode}</Box>
          <Box as="p" className="soft">
            {tell('need.sayCodeHow')}
          </Box>
        </Card>
      )}
      {need.closingCode && comers.some(({ state }) => state === 'finished') && (
        <Card as="section">
          <Heading>{tell('need.closingCode')}</Heading>
          <Box className="huge">{need.closingCode}</Box>
        </Card>
      )}
      {comers
        .filter(({ state }) => state === 'finished')
        .map(({ id, volunteerName }) => (
          <Confirming key={id} recordId={id} name={volunteerName} again={again} />
        ))}
      {isResident &&
        comers
          .filter(({ state }) => served.includes(state))
          .map(({ id, volunteerName }) => (
            <Line key={id} onPress={() => go('record', { id })}>
              {`${tell('open.record')} · ${volunteerName}`}
            </Line>
          ))}
      {!ended.includes(need.state) && <Cancel need={need} again={again} />}
    </>
  );
}

const onTheWay = ['claimed', 'inProgress'];

/** To who comes, through the relay: neither sees the other's number. */
function Call({ errandId }: { errandId: string }) {
  const tell = useWords();
  const [trouble, setTrouble] = useState<Trouble>();
  const call = () => {
    setTrouble(undefined);
    ask((api) => api.post('/api/v1/errands/{errandId}/calls', { path: { errandId } })).then(
      ({ number }) => device.dial(number),
      (error: unknown) => setTrouble(troubleOf(error)),
    );
  };
  return (
    <>
      {trouble && <TroubleState trouble={trouble} />}
      <Button kind="quiet" onPress={call}>
        {tell('contact.call')}
      </Button>
    </>
  );
}

/** Who pays, where the city does not, and how it stands. */
function Payment({ payment }: { payment: NonNullable<NeedView['payment']> }) {
  const tell = useWords();
  const { mode, state, heldMinutes, chargedMinutes } = payment;
  return (
    <>
      <Fact name={tell('pay.title')}>{tell(`pay.${mode}`)}</Fact>
      <Fact name={tell('pay.state')}>{tell(`payState.${state}`)}</Fact>
      {heldMinutes > 0 && (
        <Fact name={tell('minutes.held')}>{tell('minutes', { minutes: heldMinutes })}</Fact>
      )}
      {chargedMinutes > 0 && (
        <Fact name={tell('pay.charged')}>{tell('minutes', { minutes: chargedMinutes })}</Fact>
      )}
    </>
  );
}

/** The resident's word on what was done; relatives read, and the resident speaks. */
function Confirming({ recordId, name, again }: { recordId: string; name: string; again: () => void }) {
  const tell = useWords();
  const current = useStore(session);
  const [posted, setPosted] = useState<Posted>();
  const [isBusy, setBusy] = useState(false);
  const [isComplaining, setComplaining] = useState(false);
  if (current.state === 'out' || current.grant.role !== 'resident') return null;
  const send = async (word: Letter) => {
    setBusy(true);
    const outcome = await postLetters(word);
    setBusy(false);
    setPosted(outcome);
    setComplaining(false);
    if (outcome.state === 'sent') again();
  };
  if (posted?.state === 'kept') return <Note tone="warm">{tell('keptHow')}</Note>;
  return (
    <Card as="section">
      <Heading>{tell('confirm.title', { name })}</Heading>
      {posted?.state === 'refused' && (
        <Note tone="danger" isSaid>
          {posted.why}
        </Note>
      )}
      <Button
        size="tall"
        isBusy={isBusy}
        onPress={() => void send(letter('confirmation', name, { recordId }))}
      >
        {tell('confirm.yes')}
      </Button>
      <Button kind="quiet" onPress={() => setComplaining(true)}>
        {tell('confirm.no')}
      </Button>
      {isComplaining && (
        <Complaint
          isBusy={isBusy}
          onClose={() => setComplaining(false)}
          onSend={(reason, note) => void send(letter('dispute', name, { recordId, reason, note }))}
        />
      )}
    </Card>
  );
}

type Reason = (typeof complaints)[number];

/** What was wrong: one tap, and words for who wants to add some. */
function Complaint(props: {
  isBusy: boolean;
  onClose: () => void;
  onSend: (reason: Reason, note: string | undefined) => void;
}) {
  const { isBusy, onClose, onSend } = props;
  const tell = useWords();
  const [words, setWords] = useState('');
  return (
    <Sheet title={tell('complain.title')} onClose={onClose}>
      <Field
        id="complaint-words"
        kind="long"
        label={tell('complain.words')}
        maxLength={200}
        value={words}
        onChange={setWords}
      />
      {complaints.map((reason) => (
        <Button
          key={reason}
          kind="quiet"
          size="tall"
          isBusy={isBusy}
          onPress={() => onSend(reason, words.trim() || undefined)}
        >
          {tell(`complain.${reason}`)}
        </Button>
      ))}
    </Sheet>
  );
}

const complaints = ['notServed', 'minutesTooMany', 'otherPerson', 'unfinished', 'other'] as const;

function Cancel({ need, again }: { need: NeedView; again: () => void }) {
  const tell = useWords();
  const [isOpen, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const cancel = () =>
    ask((api) =>
      api.post('/api/v1/needs/{id}/cancellation', {
        path: { id: need.id },
        body: { reason: tell('cancel.reason') },
      }),
    ).then(
      () => {
        setOpen(false);
        again();
      },
      (error: unknown) => setTrouble(troubleOf(error)),
    );
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {tell('cancel.do')}
      </Button>
      {isOpen && (
        <Sheet title={tell('cancel.sure')} onClose={() => setOpen(false)}>
          {trouble && <TroubleState trouble={trouble} />}
          <Button kind="danger" onPress={() => void cancel()}>
            {tell('cancel.yes')}
          </Button>
          <Button onPress={() => setOpen(false)}>{tell('cancel.no')}</Button>
        </Sheet>
      )}
    </>
  );
}
