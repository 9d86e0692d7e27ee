import { go } from '../core/go';
import { type Action, dismissStep, isStep, queued } from '../core/queue';
import { useStore } from '../core/store';
import { useWords } from '../core/words';
import { Note } from '../kit/note';
import { Button } from '../kit/pieces';
import { Box } from '../platform/elements';

/** What was done on this phone and is on its way, and what was refused. */
export function Waiting() {
  const tell = useWords();
  const steps = useStore(queued);
  return (
    <>
      {steps.map(({ step, state, refusal }) => (
        <Note key={step.id} tone={state === 'refused' ? 'danger' : 'warm'}>
          <Box className="strong">{`${tell(`step.${step.kind}`)} · ${step.title}`}</Box>
          <Box>{state === 'refused' ? refusal : tell('step.waits')}</Box>
          {state === 'refused' && <Refused action={step} />}
        </Note>
      ))}
    </>
  );
}

function Refused({ action }: { action: Action }) {
  const tell = useWords();
  return (
    <Box className="row">
      {isStep(action) && (
        <Button kind="quiet" onPress={() => go('errand', { id: action.errandId })}>
          {tell('step.again')}
        </Button>
      )}
      <Button kind="quiet" onPress={() => dismissStep(action.id)}>
        {tell('step.dismiss')}
      </Button>
    </Box>
  );
}
