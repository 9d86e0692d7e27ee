import { useEffect, useState } from 'react';
import { asked } from '../../core/asked';
import type { Schemas } from '../../core/client';
import { go } from '../../core/go';
import { onHint } from '../../core/hints';
import { useLoad } from '../../core/load';
import { ask } from '../../core/session';
import { clockTime } from '../../core/time';
import { type Trouble, troubleOf } from '../../core/trouble';
import { useWords, type Word } from '../../core/words';
import { Page } from '../../kit/page';
import { Button, Card, Tag } from '../../kit/pieces';
import { Empty, Shown, TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';
import { AskMessages } from '../../parts/ask-messages';
import { ErrandLines } from '../../parts/errand-lines';

/** What one is asked for; a no is as good as a yes. */
export default function Alerts() {
  const tell = useWords();
  const loaded = useLoad(() =>
    ask((api) => api.get('/api/v1/volunteers/me/alerts', { query: { past: true } })),
  );
  useEffect(() => onHint(/^volunteer\.alerted$/, loaded.again), [loaded.again]);
  const { value } = loaded;
  useEffect(() => {
    if (value) asked.set(value.items.filter(({ state }) => state === 'sent').length);
  }, [value]);
  return (
    <Page title={tell('alerts.title')}>
      <AskMessages />
      <Shown loaded={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty mark="铃" title={tell('alerts.empty')}>
              <Box as="p">{tell('alerts.emptyHow')}</Box>
              <Button kind="quiet" onPress={() => go('duty', {})}>
                {tell('duty.title')}
              </Button>
            </Empty>
          ) : (
            <Box as="ul" className="stack">
              {items.map((alert) => (
                <AlertCard key={alert.id} alert={alert} again={loaded.again} />
              ))}
            </Box>
          )
        }
      </Shown>
    </Page>
  );
}

function AlertCard({ alert, again }: { alert: Schemas['AlertView']; again: () => void }) {
  const tell = useWords();
  const [trouble, setTrouble] = useState<Trouble>();
  const path = { id: alert.id };
  const attempt = (work: () => Promise<unknown>) => {
    setTrouble(undefined);
    work().then(again, (error: unknown) => setTrouble(troubleOf(error)));
  };
  const accept = () =>
    attempt(async () => {
      await ask((api) => api.post('/api/v1/alerts/{id}/acceptance', { path }));
      go('errand', { id: alert.errand.id });
    });
  const refuse = () => attempt(() => ask((api) => api.post('/api/v1/alerts/{id}/refusal', { path })));
  return (
    <Card as="li">
      <Box className="row between">
        <Tag tone={alert.kind === 'dispatch' ? 'warm' : undefined}>{tell(`alert.${alert.kind}`)}</Tag>
        <Box className="soft">
          {alert.state === 'sent'
            ? tell('alert.until', { time: clockTime(alert.expiresAt) })
            : tell(`alert.${alert.state}` as Word)}
        </Box>
      </Box>
      <ErrandLines errand={{ ...alert.errand, match: alert.match }} />
      {trouble && <TroubleState trouble={trouble} />}
      {alert.state === 'sent' && (
        <Box className="row">
          <Button kind="quiet" label={`${tell('alert.refuse')} ${alert.errand.summary}`} onPress={refuse}>
            {tell('alert.refuse')}
          </Button>
          <Button label={`${tell('alert.accept')} ${alert.errand.summary}`} onPress={accept}>
            {tell('alert.accept')}
          </Button>
        </Box>
      )}
    </Card>
  );
}
