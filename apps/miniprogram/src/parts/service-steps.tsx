import { useState } from 'react';
import type { Step } from '../core/actions';
import { newId } from '../core/new-id';
import { addStep, isStep, queued } from '../core/queue';
import { useStore } from '../core/store';
import { useWords } from '../core/words';
import { Denied } from '../kit/denied';
import { Field } from '../kit/field';
import { Note } from '../kit/note';
import { Button, Card, Heading } from '../kit/pieces';
import { Box } from '../platform/elements';
import type { Denial } from '../platform/device';
import { device } from '../platform/this-device';

interface ServiceStepsProps {
  errand: { id: string; summary: string };
  kind: Step['kind'];
}

/**
 * In and out at the door: the code the resident says, the QR code, the place, or nothing, each for what it
 * proves. A step is kept on the phone before it is sent.
 */
export function ServiceSteps({ errand, kind }: ServiceStepsProps) {
  const tell = useWords();
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [denied, setDenied] = useState<{ what: 'place' | 'camera'; denial: Denial }>();
  const refused = useStore(queued).find(
    ({ step, state }) =>
      isStep(step) && step.errandId === errand.id && step.kind === kind && state === 'refused',
  );
  const take = async (proof: Pick<Step, 'code' | 'doorCode' | 'place'>) => {
    setBusy(true);
    setDenied(undefined);
    const at = new Date().toISOString();
    await addStep({ id: newId(), kind, errandId: errand.id, title: errand.summary, at, ...proof });
    setBusy(false);
  };
  const byPlace = async () => {
    setBusy(true);
    const place = await device.place();
    setBusy(false);
    if (typeof place === 'string') setDenied({ what: 'place', denial: place });
    else await take({ place });
  };
  const byScan = async () => {
    const found = await device.scan().catch(() => 'unavailable' as const);
    if (typeof found === 'string') setDenied({ what: 'camera', denial: found });
    else await take({ doorCode: found.text });
  };
  return (
    <Card as="section">
      <Heading>{tell(`step.${kind}`)}</Heading>
      {refused && (
        <Note tone="danger" isSaid>
          {refused.refusal}
        </Note>
      )}
      {denied && (
        <Denied {...denied} again={() => void (denied.what === 'place' ? byPlace() : byScan())}>
          <Box as="p">{tell('denied.other')}</Box>
        </Denied>
      )}
      {kind === 'checkIn' && (
        <>
          <Field
            id="door-code"
            kind="code"
            label={tell('step.code')}
            maxLength={4}
            value={code}
            onChange={setCode}
          />
          <Button
            size="tall"
            isBusy={isBusy}
            isDisabled={code.length !== 4}
            onPress={() => void take({ code })}
          >
            {tell('step.byCode')}
          </Button>
        </>
      )}
      <Button kind={kind === 'checkIn' ? 'quiet' : 'primary'} isBusy={isBusy} onPress={() => void byPlace()}>
        {tell('step.byPlace')}
      </Button>
      <Button kind="quiet" isBusy={isBusy} onPress={() => void byScan()}>
        {tell('step.byScan')}
      </Button>
      <Button kind="quiet" isBusy={isBusy} onPress={() => void take({})}>
        {tell('step.byNothing')}
      </Button>
      <Box as="p" className="soft small">
        {tell('step.proofs')}
      </Box>
    </Card>
  );
}
