import { useState } from 'react';
import { clearFetched } from '../../core/keeping';
import { keepQueueAgain, queued } from '../../core/queue';
import { useStore } from '../../core/store';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button } from '../../kit/pieces';
import { Empty } from '../../kit/states';
import { Box } from '../../platform/elements';
import { useLaterWords } from '../words';

/** The phone has no room: what it means, what can be cleared, and that nothing which waits is lost by it. */
export default function Storage() {
  const tell = useLaterWords();
  const waiting = useStore(queued).length;
  const [hasRoom, setRoom] = useState<boolean>();
  const clear = () => {
    clearFetched();
    setRoom(keepQueueAgain());
  };
  return (
    <Page title={tell('storage.title')}>
      <Empty mark="满" title={tell('storage.title')}>
        <Box as="p">{tell('storage.how')}</Box>
        {waiting > 0 && <Box as="p">{tell('storage.waits', { count: waiting })}</Box>}
        <Button size="tall" onPress={clear}>
          {tell('storage.clear')}
        </Button>
      </Empty>
      {hasRoom !== undefined && (
        <Note tone={hasRoom ? 'good' : 'danger'} isSaid>
          {tell(hasRoom ? 'storage.cleared' : 'storage.still')}
        </Note>
      )}
    </Page>
  );
}
