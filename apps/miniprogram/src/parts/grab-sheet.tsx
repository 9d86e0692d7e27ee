import { useCallback, useEffect, useState } from 'react';
import type { Errand } from '../core/feed';
import { go } from '../core/go';
import { grab, type Grabbed } from '../core/grab';
import { useLoad } from '../core/load';
import { ask } from '../core/session';
import { say } from '../core/settings';
import { clockTime } from '../core/time';
import { type Tell, useWords, words } from '../core/words';
import { Note } from '../kit/note';
import { Button, Line } from '../kit/pieces';
import { Sheet } from '../kit/sheet';
import { TroubleState } from '../kit/states';
import { Box } from '../platform/elements';
import { AskMessages } from './ask-messages';
import { distance, ErrandLines } from './errand-lines';
import { Why } from './why';

interface GrabSheetProps {
  errand: Errand;
  onClose: () => void;
  /** The list behind is no longer true. */
  onChanged: () => void;
}

/** The second tap of two: what one takes on, then the answer at once, whatever it is. */
export function GrabSheet({ errand, onClose, onChanged }: GrabSheetProps) {
  const tell = useWords();
  const [result, setResult] = useState<Grabbed>();
  const [isBusy, setBusy] = useState(false);
  const [isExplained, setExplained] = useState(false);
  // The risks must be known before one takes it on.
  const whole = useLoad(() => ask((api) => api.get('/api/v1/errands/{id}', { path: { id: errand.id } })));
  const take = useCallback(async () => {
    setBusy(true);
    const answer = await grab(errand.id);
    setBusy(false);
    setResult(answer);
    say(sentence(words, answer));
    onChanged();
  }, [errand.id, onChanged]);
  const decidesAt = result?.kind === 'gathered' ? result.decidesAt : undefined;
  useEffect(() => {
    if (!decidesAt) return undefined;
    const timer = setTimeout(() => void take(), Math.max(500, Date.parse(decidesAt) - Date.now() + 300));
    return () => clearTimeout(timer);
  }, [decidesAt, take]);

  const title = result ? sentence(tell, result) : tell('grab.title');
  return (
    <Sheet title={title} onClose={onClose}>
      {!result && (
        <>
          <ErrandLines errand={errand} />
          {whole.value?.riskNotice && (
            <Note tone="warm">{tell('risk', { notice: whole.value.riskNotice })}</Note>
          )}
          {whole.value?.tight?.map(({ id, type, windowStart, windowEnd, wayMinutes, gapMinutes }) => (
            <Note key={id} tone="warm">
              {tell('tight', {
                type: tell(`type.${type}`),
                from: clockTime(windowStart),
                to: clockTime(windowEnd),
                way: wayMinutes,
                gap: gapMinutes,
              })}
            </Note>
          ))}
          {errand.match && (
            <Line aside={isExplained ? '−' : '+'} onPress={() => setExplained(!isExplained)}>
              {tell('why.title')}
            </Line>
          )}
          {errand.match && isExplained && <Why match={errand.match} />}
          {whole.trouble && <TroubleState trouble={whole.trouble} again={whole.again} />}
          <Button size="tall" isBusy={isBusy} isDisabled={!whole.value} onPress={() => void take()}>
            {tell(isBusy ? 'grab.asking' : 'grab.confirm')}
          </Button>
        </>
      )}
      {result && (
        <Result
          result={result}
          errandId={errand.id}
          isBusy={isBusy}
          again={() => void take()}
          onClose={onClose}
        />
      )}
    </Sheet>
  );
}

interface ResultProps {
  result: Grabbed;
  errandId: string;
  isBusy: boolean;
  again: () => void;
  onClose: () => void;
}

function Result({ result, errandId, isBusy, again, onClose }: ResultProps) {
  const tell = useWords();
  const open = (id: string) => {
    onClose();
    go('errand', { id });
  };
  if (result.kind === 'won')
    return (
      <>
        <Note tone="good" isSaid>
          {tell('grab.wonHow')}
        </Note>
        <Button size="tall" onPress={() => open(errandId)}>
          {tell('grab.openMine')}
        </Button>
        <AskMessages />
      </>
    );
  if (result.kind === 'lost')
    return (
      <>
        <Note tone="warm" isSaid>
          {tell('grab.lostHow', { winner: result.winner })}
        </Note>
        {result.nearby.length > 0 && <Box className="strong">{tell('grab.nearby')}</Box>}
        {result.nearby.map(({ id, type, summary, distanceMetres }) => (
          <Button key={id} kind="quiet" onPress={() => open(id)}>
            {`${tell(`type.${type}`)} · ${distance(tell, distanceMetres)} · ${summary}`}
          </Button>
        ))}
        <Button onPress={onClose}>{tell('grab.backToFeed')}</Button>
      </>
    );
  if (result.kind === 'gathered') return <Note isSaid>{tell('grab.gatheredHow')}</Note>;
  const how = result.kind === 'refused' ? result.problem.detail : tell('grab.unreachableHow');
  return (
    <>
      <Note tone="danger" isSaid>
        {how}
      </Note>
      {result.kind === 'unreachable' && (
        <Button isBusy={isBusy} onPress={again}>
          {tell('tryAgain')}
        </Button>
      )}
      <Button kind="quiet" onPress={onClose}>
        {tell('close')}
      </Button>
    </>
  );
}

function sentence(tell: Tell, result: Grabbed): string {
  if (result.kind === 'refused') return result.problem.title;
  return tell(`grab.${result.kind}`);
}
