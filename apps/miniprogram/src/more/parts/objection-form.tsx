import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { newId } from '../../core/new-id';
import { ask } from '../../core/session';
import { Field } from '../../kit/field';
import { Button, Card, Choice, Heading } from '../../kit/pieces';
import { TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';
import { useAttempt } from '../attempt';
import { useLaterWords } from '../words';

type Reason = Schemas['ObjectionView']['reason'];

const whenVoid: readonly Reason[] = ['wronglyVoided', 'wrongPerson', 'other'];
const otherwise: readonly Reason[] = ['minutesTooFew', 'minutesTooMany', 'notServed', 'wrongPerson', 'other'];

/** 异议: the record is wrong. The station answers each. */
export function ObjectionForm({
  record,
  again,
}: {
  record: Schemas['ServiceRecordView'];
  again: () => void;
}) {
  const tell = useLaterWords();
  const { attempt, isBusy, trouble } = useAttempt();
  const [id] = useState(newId);
  const [reason, setReason] = useState<Reason>();
  const [note, setNote] = useState('');
  const object = () =>
    attempt(async () => {
      if (!reason) return;
      const body = { id, reason, note: note.trim() || undefined };
      const path = { recordId: record.id };
      await ask((api) => api.post('/api/v1/service-records/{recordId}/objections', { path, body }));
      again();
    });
  return (
    <Card as="section">
      <Heading>{tell('objection.title')}</Heading>
      <Box as="p" className="soft">
        {tell('objection.how')}
      </Box>
      <Choice
        label={tell('objection.title')}
        value={reason}
        onChange={setReason}
        options={(record.state === 'voided' ? whenVoid : otherwise).map(
          (each) => [each, tell(`objectionReason.${each}`)] as const,
        )}
      />
      <Field
        id="objection-note"
        kind="long"
        label={tell('note.words')}
        maxLength={200}
        value={note}
        onChange={setNote}
      />
      {trouble && <TroubleState trouble={trouble} />}
      <Button isBusy={isBusy} isDisabled={!reason} onPress={() => void object()}>
        {tell('objection.send')}
      </Button>
    </Card>
  );
}
