import { type ReactNode, useState } from 'react';
import type { Schemas } from '../core/client';
import { go } from '../core/go';
import { newId } from '../core/new-id';
import { letter, postLetters } from '../core/queue';
import { ask } from '../core/session';
import { type Trouble, troubleOf } from '../core/trouble';
import { useWords, type Word } from '../core/words';
import { Note } from '../kit/note';
import { Button, Card, Choice, Fact } from '../kit/pieces';
import { Sheet } from '../kit/sheet';
import { TroubleState } from '../kit/states';
import { Box } from '../platform/elements';
import { device } from '../platform/this-device';

interface HeldActionsProps {
  errand: Schemas['ErrandView'];
  isBegun: boolean;
  again: () => void;
}

/** What else one does with an errand one holds: find the door, call, be late, give it back, ask for help. */
export function HeldActions({ errand, isBegun, again }: HeldActionsProps) {
  const tell = useWords();
  const [contact, setContact] = useState<Schemas['Contact']>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [said, setSaid] = useState<Word>();
  const [refusal, setRefusal] = useState<string>();
  const [open, setOpen] = useState<'late' | 'release' | 'help'>();
  const path = { errandId: errand.id };
  const attempt = async (work: () => Promise<unknown>, done?: Word) => {
    setTrouble(undefined);
    setRefusal(undefined);
    setSaid(undefined);
    try {
      await work();
      setSaid(done);
      setOpen(undefined);
    } catch (error) {
      setTrouble(troubleOf(error));
    }
  };
  const reveal = () =>
    attempt(async () =>
      setContact(await ask((api) => api.post('/api/v1/errands/{errandId}/contact-reveals', { path }))),
    );
  const call = () =>
    attempt(async () =>
      device.dial((await ask((api) => api.post('/api/v1/errands/{errandId}/calls', { path }))).number),
    );
  const lateId = useNewId(open);
  const late = async (minutes: number) => {
    const title = `${tell('minutes', { minutes })} · ${errand.summary}`;
    const posted = await postLetters(letter('late', title, { errandId: errand.id, minutes }, lateId));
    setRefusal(posted.state === 'refused' ? posted.why : undefined);
    setSaid(posted.state === 'sent' ? 'late.said' : posted.state === 'kept' ? 'keptHow' : undefined);
    setOpen(undefined);
  };
  const release = (reason: string, onlyIfTakenOver: boolean) =>
    attempt(
      async () => {
        const body = { reason, onlyIfTakenOver };
        await ask((api) => api.post('/api/v1/errands/{errandId}/release', { path, body }));
        again();
      },
      onlyIfTakenOver ? 'release.offered' : 'release.done',
    );
  const help = () =>
    attempt(async () => {
      const place = await device.place();
      const body = { id: lateId, point: typeof place === 'string' ? undefined : place.point };
      await ask((api) => api.post('/api/v1/errands/{errandId}/emergencies', { path, body }));
    }, 'help.said');
  return (
    <Card as="section">
      <Outcome said={said} refusal={refusal} trouble={trouble} />
      {contact ? (
        <>
          <Fact name={tell('contact.name')}>{contact.name}</Fact>
          <Fact name={tell('contact.door')}>{contact.door}</Fact>
        </>
      ) : (
        <Button kind="quiet" onPress={() => void reveal()}>
          {tell('contact.reveal')}
        </Button>
      )}
      <Button kind="quiet" onPress={() => device.navigate(errand.point, errand.summary)}>
        {tell('navigate')}
      </Button>
      <Button kind="quiet" onPress={() => void call()}>
        {tell('contact.call')}
      </Button>
      <Button kind="quiet" onPress={() => setOpen('late')}>
        {tell('late.do')}
      </Button>
      <Button kind="quiet" onPress={() => go('hazard', { errandId: errand.id })}>
        {tell('hazard.report')}
      </Button>
      {!isBegun && (
        <Button kind="quiet" onPress={() => setOpen('release')}>
          {tell('release.do')}
        </Button>
      )}
      <Button kind="danger" onPress={() => setOpen('help')}>
        {tell('help.do')}
      </Button>
      {open === 'late' && (
        <Late onClose={() => setOpen(undefined)} onLate={(minutes) => void late(minutes)} />
      )}
      {open === 'release' && <Release onClose={() => setOpen(undefined)} onRelease={release} />}
      {open === 'help' && (
        <Asked title={tell('help.how')} onClose={() => setOpen(undefined)}>
          <Button kind="danger" onPress={() => void help()}>
            {tell('help.confirm')}
          </Button>
          <Button kind="quiet" onPress={() => device.dial('110')}>
            {tell('help.dial')}
          </Button>
        </Asked>
      )}
    </Card>
  );
}

/** One id for each time something is opened: a second tap is the same request. */
function useNewId(open: string | undefined): string {
  const [kept, setKept] = useState<{ open: string | undefined; id: string }>({ open: undefined, id: '' });
  if (kept.open !== open) setKept({ open, id: open ? newId() : '' });
  return kept.id;
}

function Asked({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  return (
    <Sheet title={title} onClose={onClose}>
      {children}
    </Sheet>
  );
}

/** What came of the last tap. */
function Outcome({ said, refusal, trouble }: { said?: Word; refusal?: string; trouble?: Trouble }) {
  const tell = useWords();
  return (
    <>
      {said && (
        <Note tone="good" isSaid>
          {tell(said)}
        </Note>
      )}
      {refusal && (
        <Note tone="danger" isSaid>
          {refusal}
        </Note>
      )}
      {trouble && <TroubleState trouble={trouble} />}
    </>
  );
}

function Late({ onClose, onLate }: { onClose: () => void; onLate: (minutes: number) => void }) {
  const tell = useWords();
  return (
    <Asked title={tell('late.how')} onClose={onClose}>
      {[10, 20, 30, 60].map((minutes) => (
        <Button key={minutes} kind="quiet" onPress={() => onLate(minutes)}>
          {tell('minutes', { minutes })}
        </Button>
      ))}
    </Asked>
  );
}

const reasons = ['release.busy', 'release.far', 'release.unwell', 'release.other'] as const;

function Release({
  onClose,
  onRelease,
}: {
  onClose: () => void;
  onRelease: (reason: string, kept: boolean) => unknown;
}) {
  const tell = useWords();
  const [reason, setReason] = useState<(typeof reasons)[number]>('release.busy');
  return (
    <Sheet title={tell('release.how')} onClose={onClose}>
      <Choice
        label={tell('release.how')}
        value={reason}
        onChange={setReason}
        options={reasons.map((each) => [each, tell(each)] as const)}
      />
      <Button kind="danger" onPress={() => void onRelease(tell(reason), false)}>
        {tell('release.now')}
      </Button>
      <Button kind="quiet" onPress={() => void onRelease(tell(reason), true)}>
        {tell('release.whenTaken')}
      </Button>
      <Box as="p" className="soft small">
        {tell('release.law')}
      </Box>
    </Sheet>
  );
}
