import { useEffect } from 'react';
import type { Schemas } from '../core/client';
import { go } from '../core/go';
import { onHint } from '../core/hints';
import { keep, recall } from '../core/keeping';
import { useLoad } from '../core/load';
import { queued } from '../core/queue';
import { ask, ownId } from '../core/session';
import { useStore } from '../core/store';
import { useWords, type Word } from '../core/words';
import { Note } from '../kit/note';
import { Button, Card, Tag } from '../kit/pieces';
import { Empty, Shown } from '../kit/states';
import { Box } from '../platform/elements';
import { windowOf } from './errand-lines';
import { Waiting } from './waiting';

type Held = Schemas['HeldErrand'];
const heldKey = () => `shunlu.held.${ownId()}`;

/** What I hold; without a network, what I held when there last was one. */
export async function readHeld(): Promise<{ items: Held[]; isOld: boolean }> {
  try {
    const { items } = await ask((api) => api.get('/api/v1/volunteers/me/errands'));
    keep(heldKey(), items);
    return { items, isOld: false };
  } catch (error) {
    const items = recall<Held[]>(heldKey());
    if (!items) throw error;
    return { items, isOld: true };
  }
}

/** My errands: what I still have to do, and what waits to be sent. */
export function ErrandsTab() {
  const tell = useWords();
  const loaded = useLoad(readHeld);
  const steps = useStore(queued);
  const { again } = loaded;
  const isAllSent = steps.length === 0;
  useEffect(() => onHint(/^errand\./, again), [again]);
  useEffect(() => {
    if (isAllSent) again();
  }, [isAllSent, again]);
  return (
    <>
      <Waiting />
      <Shown loaded={loaded}>
        {({ items, isOld }) => (
          <>
            {isOld && <Note tone="warm">{tell('mine.old')}</Note>}
            {items.length === 0 ? (
              <Empty mark="空" title={tell('mine.empty')}>
                <Box as="p">{tell('mine.emptyHow')}</Box>
              </Empty>
            ) : (
              <Box as="ul" className="stack">
                {items.map((errand) => (
                  <HeldCard key={errand.claimId} errand={errand} />
                ))}
              </Box>
            )}
          </>
        )}
      </Shown>
      <Button kind="quiet" onPress={() => go('hazard', {})}>
        {tell('hazard.report')}
      </Button>
    </>
  );
}

function HeldCard({ errand }: { errand: Held }) {
  const tell = useWords();
  return (
    <Card as="li">
      <Box className="row between">
        <Box as="h2" className="large grow">
          {tell(`type.${errand.type}`)}
        </Box>
        <Tag tone={errand.claimState === 'inProgress' ? undefined : 'warm'}>
          {tell(`claim.${errand.claimState}` as Word)}
        </Tag>
      </Box>
      <Box as="p">{errand.summary}</Box>
      <Box as="p" className="soft">
        {windowOf(tell, errand)} · {tell('serves', { minutes: errand.expectedMinutes })}
      </Box>
      <Button
        label={`${tell(errand.claimState === 'inProgress' ? 'mine.toCheckOut' : 'mine.toCheckIn')} ${errand.summary}`}
        onPress={() => go('errand', { id: errand.id })}
      >
        {tell(errand.claimState === 'inProgress' ? 'mine.toCheckOut' : 'mine.toCheckIn')}
      </Button>
    </Card>
  );
}
