import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { newId } from '../../core/new-id';
import { ask } from '../../core/session';
import { Field } from '../../kit/field';
import { Button, Card, Heading } from '../../kit/pieces';
import { TroubleState } from '../../kit/states';
import { Box, Pressable } from '../../platform/elements';
import { useAttempt } from '../attempt';
import { useLaterWords } from '../words';

type Said = Schemas['FeedbackView']['choices'][number];

/** What each side may say; the first are kind, the others are complaints. */
const choicesOf: Record<'volunteer' | 'resident', readonly Said[]> = {
  volunteer: [
    'welcoming',
    'clearNeed',
    'gladToReturn',
    'notAtHome',
    'needUnclear',
    'moreThanAgreed',
    'moneyNotReturned',
    'wasUnsafe',
  ],
  resident: [
    'punctual',
    'careful',
    'friendly',
    'welcomeAgain',
    'late',
    'unfinished',
    'unfriendly',
    'askedForMoney',
    'feltUnsafe',
  ],
};

/** How it went, by taps. Only the station and the other side read it. */
export function FeedbackForm(props: { recordId: string; side: 'volunteer' | 'resident'; again: () => void }) {
  const { recordId, side, again } = props;
  const tell = useLaterWords();
  const { attempt, isBusy, trouble } = useAttempt();
  const [id] = useState(newId);
  const [said, setSaid] = useState<readonly Said[]>([]);
  const [comment, setComment] = useState('');
  const toggle = (choice: Said) =>
    setSaid((old) => (old.includes(choice) ? old.filter((each) => each !== choice) : [...old, choice]));
  const give = () =>
    attempt(async () => {
      const body = { id, choices: [...said], comment: comment.trim() || undefined };
      await ask((api) =>
        api.post('/api/v1/service-records/{recordId}/feedback', { path: { recordId }, body }),
      );
      again();
    });
  return (
    <Card as="section">
      <Heading>{tell('feedback.title')}</Heading>
      <Box as="p" className="soft">
        {tell('feedback.how')}
      </Box>
      <Box className="row wrap" role="group" label={tell('feedback.title')}>
        {choicesOf[side].map((choice) => (
          <Pressable
            key={choice}
            className="chip"
            isPressed={said.includes(choice)}
            onPress={() => toggle(choice)}
          >
            {tell(`feedback.${choice}`)}
          </Pressable>
        ))}
      </Box>
      <Field
        id="feedback-comment"
        kind="long"
        label={tell('note.words')}
        maxLength={200}
        value={comment}
        onChange={setComment}
      />
      {trouble && <TroubleState trouble={trouble} />}
      <Button isBusy={isBusy} isDisabled={said.length === 0 || said.length > 8} onPress={() => void give()}>
        {tell('feedback.send')}
      </Button>
    </Card>
  );
}
