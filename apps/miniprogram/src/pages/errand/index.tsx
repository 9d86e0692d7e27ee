import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Schemas } from '../../core/client';
import { go } from '../../core/go';
import type { Step } from '../../core/actions';
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
type ClaimState = ErrandView['claims'][number]['state'];

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
  const { taken, isAllSent } = useTaken(id);
  const { again } = loaded;
  useEffect(() => onHint(/^errand\./, again), [again]);
  useEffect(() => {
    if (isAllSent) again();
  }, [isAllSent, again]);
  return (
    <Page title={tell('errand.title')}>
      <Shown loaded={loaded}>
        {({ errand, isOld }) => <Whole errand={errand} isOld={isOld} taken={taken} again={loaded.again} />}
      </Shown>
    </Page>
  );
}

/**
 * The last step taken on this phone, until it is refused. It has happened, whether or not what was read of the
 * errand knows: between its arrival and the next reading the page must not fall back under a finger.
 */
function useTaken(errandId: string): { taken: Step['kind'] | undefined; isAllSent: boolean } {
  const steps = useStore(queued).flatMap(({ step, state }) =>
    isStep(step) && step.errandId === errandId ? [{ step, state }] : [],
  );
  const waiting = steps.filter(({ state }) => state === 'waiting').at(-1)?.step;
  const [last, setLast] = useState(waiting);
  const isRefused = steps.some(({ step, state }) => step.id === last?.id && state === 'refused');
  if (isRefused) setLast(undefined);
  else if (waiting && waiting.id !== last?.id) setLast(waiting);
  return { taken: (waiting ?? last)?.kind, isAllSent: !waiting };
}

const stepsOfClaim: readonly string[] = ['claimed', 'inProgress', 'finished'];

/** The state of a claim after a step, unless it has gone further. */
function furtherOf(known: ClaimState, taken: Step['kind'] | undefined): ClaimState {
  if (!taken) return known;
  const after = taken === 'checkOut' ? 'finished' : 'inProgress';
  const isBehind = stepsOfClaim.slice(0, stepsOfClaim.indexOf(after)).includes(known);
  return isBehind ? after : known;
}

interface WholeProps {
  errand: ErrandView;
  isOld: boolean;
  taken: Step['kind'] | undefined;
  again: () => void;
}

function Whole({ errand, isOld, taken, again }: WholeProps) {
  const tell = useWords();
  const [isTaking, setTaking] = useState(false);
  const mine = errand.claims.find(
    ({ volunteerId, state }) => volunteerId === ownId() && state !== 'released' && state !== 'cancelled',
  );
  const state = mine && furtherOf(mine.state, taken);
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
          <ServiceSteps key={state} errand={errand} kind={state === 'claimed' ? 'checkIn' : 'checkOut'} />
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
