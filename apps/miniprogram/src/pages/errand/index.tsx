import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Schemas } from '../../core/client';
import { go } from '../../core/go';
import { onHint } from '../../core/hints';
import { useLoad } from '../../core/load';
import { readHeld } from '../../parts/errands-tab';
import { ask, ownId } from '../../core/session';
import { useStore } from '../../core/store';
import { isStep, queued } from '../../core/queue';
import { useWords, type Word } from '../../core/words';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button, Card, Fact, Line, Tag } from '../../kit/pieces';
import { Shown } from '../../kit/states';
import { Box } from '../../platform/elements';
import { ErrandLines } from '../../parts/errand-lines';
import { GrabSheet } from '../../parts/grab-sheet';
import { HeldActions } from '../../parts/held-actions';
import { ServiceSteps } from '../../parts/service-steps';

type ErrandView = Schemas['ErrandView'];

/** The errand with my own claim; without a network, as I last saw it. */
async function read(id: string): Promise<{ errand: ErrandView; isOld: boolean }> {
  try {
    return { errand: await ask((api) => api.get('/api/v1/errands/{id}', { path: { id } })), isOld: false };
  } catch (error) {
    const held = await readHeld().catch(() => undefined);
    const known = held?.isOld ? held.items.find((each) => each.id === id) : undefined;
    if (!known) throw error;
    const { claimId, claimState, claimedAt } = known;
    const claim = { id: claimId, volunteerId: ownId(), volunteerName: '', state: claimState, claimedAt };
    return { errand: { ...known, needId: '', claims: [claim] }, isOld: true };
  }
}

/** One errand: grab it, or serve it. */
export default function Errand() {
  const tell = useWords();
  const { id = '' } = useRouter().params;
  const loaded = useLoad(() => read(id), id);
  const waiting = useStore(queued).flatMap(({ step, state }) =>
    isStep(step) && step.errandId === id && state === 'waiting' ? [step.kind] : [],
  );
  const { again } = loaded;
  const isAllSent = waiting.length === 0;
  useEffect(() => onHint(/^errand\./, again), [again]);
  useEffect(() => {
    if (isAllSent) again();
  }, [isAllSent, again]);
  return (
    <Page title={tell('errand.title')}>
      <Shown loaded={loaded}>
        {({ errand, isOld }) => (
          <Whole errand={errand} isOld={isOld} waiting={waiting} again={loaded.again} />
        )}
      </Shown>
    </Page>
  );
}

interface WholeProps {
  errand: ErrandView;
  isOld: boolean;
  waiting: ('checkIn' | 'checkOut')[];
  again: () => void;
}

function Whole({ errand, isOld, waiting, again }: WholeProps) {
  const tell = useWords();
  const [isTaking, setTaking] = useState(false);
  const mine = errand.claims.find(
    ({ volunteerId, state }) => volunteerId === ownId() && state !== 'released' && state !== 'cancelled',
  );
  // What waits on this phone has happened, whether or not the server knows.
  const state = waiting.includes('checkOut')
    ? 'finished'
    : waiting.includes('checkIn')
      ? 'inProgress'
      : mine?.state;
  return (
    <>
      {isOld && <Note tone="warm">{tell('mine.old')}</Note>}
      <Card>
        <ErrandLines errand={errand} />
        <Fact name={tell('errand.state')}>
          <Tag tone="plain">
            {tell(state ? (`claim.${state}` as Word) : (`errand.${errand.state}` as Word))}
          </Tag>
        </Fact>
      </Card>
      {errand.riskNotice && <Note tone="warm">{tell('risk', { notice: errand.riskNotice })}</Note>}
      {!mine && errand.state === 'open' && (
        <Button size="tall" onPress={() => setTaking(true)}>
          {tell('grab.do')}
        </Button>
      )}
      {!mine && errand.state !== 'open' && <Note tone="warm">{tell('errand.notOpen')}</Note>}
      {(state === 'claimed' || state === 'inProgress') && (
        <>
          <ServiceSteps errand={errand} kind={state === 'claimed' ? 'checkIn' : 'checkOut'} />
          <HeldActions errand={errand} isBegun={state === 'inProgress'} again={again} />
        </>
      )}
      {state === 'finished' && (
        <Note tone="good">
          <Box>{tell('errand.finishedHow')}</Box>
        </Note>
      )}
      {state && <Papers errand={errand} recordId={mine?.id} state={state} />}
      {isTaking && <GrabSheet errand={errand} onClose={() => setTaking(false)} onChanged={again} />}
    </>
  );
}

const begun = ['inProgress', 'finished', 'confirmed', 'recorded', 'disputed', 'voided'];

/** What was bought and what was recorded, once there is something. */
function Papers({ errand, recordId, state }: { errand: ErrandView; recordId?: string; state: string }) {
  const tell = useWords();
  const hasPurchase = errand.purchaseCeilingFen !== undefined && begun.includes(state);
  const hasRecord = recordId !== undefined && begun.includes(state) && state !== 'inProgress';
  if (!hasPurchase && !hasRecord) return null;
  return (
    <Card as="section">
      {hasPurchase && (
        <Button onPress={() => go('purchase', { errandId: errand.id })}>{tell('open.purchase')}</Button>
      )}
      {hasRecord && <Line onPress={() => go('record', { id: recordId })}>{tell('open.record')}</Line>}
    </Card>
  );
}
