import { useState } from 'react';
import { askForMessages, mayAskForMessages, offered } from '../core/messages';
import { useStore } from '../core/store';
import { useWords } from '../core/words';
import { Note } from '../kit/note';
import { Button } from '../kit/pieces';

/** Offers a message by WeChat for the next alert; nothing where none can be sent or enough are accepted. */
export function AskMessages() {
  const tell = useWords();
  const templates = useStore(offered);
  const [answer, setAnswer] = useState<'yes' | 'no'>();
  const press = () =>
    void askForMessages().then(
      (isYes) => setAnswer(isYes ? 'yes' : 'no'),
      () => setAnswer('no'),
    );
  if (answer) return <Note isSaid>{tell(`messages.${answer}`)}</Note>;
  if (!mayAskForMessages(templates)) return null;
  return (
    <Button kind="quiet" onPress={press}>
      {tell('messages.ask')}
    </Button>
  );
}
