import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { useExplanation } from './answer';
import { useText } from './language';

interface Undoable {
  /** What was done. */
  said: string;
  /** Takes it back; answers why that is not possible any more, or nothing. */
  undo: () => Promise<string | undefined>;
  /** First parts of the keys of queries that it makes stale. */
  changes: readonly string[];
}

const seconds = 10;
const key = 'undo';

/** Says what was done, and offers to take it back for some seconds, by a click or by Ctrl + Z. */
export function useUndo(): (done: Undoable) => void {
  const t = useText();
  const explain = useExplanation();
  const queries = useQueryClient();
  const { message } = App.useApp();
  return ({ said, undo, changes }) => {
    const take = () => {
      message.destroy(key);
      undo()
        .then((tooLate) =>
          tooLate === undefined ? message.success(t('已撤回', 'Taken back')) : message.warning(tooLate),
        )
        .catch((error: unknown) => {
          const { title, detail } = explain(error);
          void message.error(`${title} ${detail}`);
        })
        .finally(() => changes.forEach((one) => void queries.invalidateQueries({ queryKey: [one] })));
    };
    void message.open({
      key,
      type: 'success',
      duration: seconds,
      content: <Offer said={said} take={take} />,
    });
  };
}

function Offer({ said, take }: { said: string; take: () => void }) {
  const t = useText();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      // Where something is typed the keys are the field's own.
      if (/^(input|textarea)$/i.test(at.tagName) || at.isContentEditable) return;
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key !== 'z') return;
      event.preventDefault();
      take();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [take]);
  return (
    <>
      {said}{' '}
      <Button size="small" aria-keyshortcuts="Control+Z" onClick={take}>
        {t('撤回', 'Undo')}
      </Button>{' '}
      <kbd>Ctrl</kbd> <kbd>Z</kbd>
    </>
  );
}
