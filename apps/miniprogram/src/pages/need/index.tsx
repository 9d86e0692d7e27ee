import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { needSeconds, useEvery, useLoad } from '../../core/load';
import { newId } from '../../core/new-id';
import { ask, session } from '../../core/session';
import { useStore } from '../../core/store';
import { type Trouble, troubleOf } from '../../core/trouble';
import { useWords, type Word } from '../../core/words';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button, Card, Fact, Heading, Tag } from '../../kit/pieces';
import { Sheet } from '../../kit/sheet';
import { Shown, TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';
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

const ended = ['fulfilled', 'closed', 'cancelled', 'rejected'];

function Whole({ need, errand, again }: { need: NeedView; errand?: ErrandView; again: () => void }) {
  const tell = useWords();
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
      </Card>
      {comers.length > 0 && (
        <Card as="section">
          <Heading>{tell('need.comes')}</Heading>
          {comers.map(({ id, volunteerName, state }) => (
            <Fact key={id} name={volunteerName}>
              {tell(`claim.${state}` as Word)}
            </Fact>
          ))}
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
      {!ended.includes(need.state) && <Cancel need={need} again={again} />}
    </>
  );
}

/** The resident's word on what was done; relatives read, and the resident speaks. */
function Confirming({ recordId, name, again }: { recordId: string; name: string; again: () => void }) {
  const tell = useWords();
  const current = useStore(session);
  const [trouble, setTrouble] = useState<Trouble>();
  const [isComplaining, setComplaining] = useState(false);
  if (current.state === 'out' || current.grant.role !== 'resident') return null;
  const attempt = (work: () => Promise<unknown>) => {
    setTrouble(undefined);
    work().then(again, (error: unknown) => setTrouble(troubleOf(error)));
  };
  const confirm = () =>
    attempt(() =>
      ask((api) =>
        api.post('/api/v1/service-records/{id}/confirmations', {
          path: { id: recordId },
          body: { method: 'app' },
        }),
      ),
    );
  const complain = (reason: (typeof complaints)[number]) =>
    attempt(async () => {
      await ask((api) =>
        api.post('/api/v1/service-records/{recordId}/disputes', {
          path: { recordId },
          body: { reason },
          idempotencyKey: newId(),
        }),
      );
      setComplaining(false);
    });
  return (
    <Card as="section">
      <Heading>{tell('confirm.title', { name })}</Heading>
      {trouble && <TroubleState trouble={trouble} />}
      <Button size="tall" onPress={confirm}>
        {tell('confirm.yes')}
      </Button>
      <Button kind="quiet" onPress={() => setComplaining(true)}>
        {tell('confirm.no')}
      </Button>
      {isComplaining && (
        <Sheet title={tell('complain.title')} onClose={() => setComplaining(false)}>
          {complaints.map((reason) => (
            <Button key={reason} kind="quiet" size="tall" onPress={() => complain(reason)}>
              {tell(`complain.${reason}`)}
            </Button>
          ))}
        </Sheet>
      )}
    </Card>
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
