import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { restart } from '../../core/go';
import { useLoad } from '../../core/load';
import { ask, ownId, signedIn } from '../../core/session';
import { fullDay } from '../../core/time';
import { Field } from '../../kit/field';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button, Card, Fact, Tag } from '../../kit/pieces';
import { Empty, Shown, TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';
import { useAttempt } from '../attempt';
import { useLaterWords } from '../words';

const codeLength = 8;

/**
 * The committee has registered me under my number: the number proposes it, a paper slip, a call back or the desk
 * proves it, and then I may go on as that resident (ADR 27).
 */
export default function Links() {
  const tell = useLaterWords();
  const loaded = useLoad(() => ask((api) => api.get('/api/v1/resident-links', { query: { limit: 50 } })));
  const { attempt, isBusy, trouble } = useAttempt();
  const [isLooked, setLooked] = useState(false);
  const look = () =>
    attempt(async () => {
      await ask((api) => api.post('/api/v1/resident-links', {}));
      setLooked(true);
      loaded.again();
    });
  return (
    <Page title={tell('links.title')}>
      <Box as="p">{tell('links.how')}</Box>
      {trouble && <TroubleState trouble={trouble} />}
      <Button size="tall" isBusy={isBusy} onPress={() => void look()}>
        {tell('links.look')}
      </Button>
      <Shown loaded={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty mark="寻" title={tell(isLooked ? 'links.nobody' : 'links.none')}>
              <Box as="p">{tell('links.noneHow')}</Box>
            </Empty>
          ) : (
            <Box as="ul" className="stack">
              {items.map((link) => (
                <LinkCard key={link.id} link={link} again={loaded.again} />
              ))}
            </Box>
          )
        }
      </Shown>
    </Page>
  );
}

function LinkCard({ link, again }: { link: Schemas['ResidentLinkView']; again: () => void }) {
  const tell = useLaterWords();
  const { attempt, isBusy, trouble } = useAttempt();
  const [code, setCode] = useState('');
  const { id, state, residentName, residentId, attemptsLeft, proposedAt } = link;
  const path = { id };
  const prove = () =>
    attempt(async () => {
      const body = { proof: 'paperSlip' as const, code };
      await ask((api) => api.post('/api/v1/resident-links/{id}/confirmation', { path, body }));
      setCode('');
    }).finally(again);
  const end = () =>
    attempt(async () => {
      await ask((api) => api.post('/api/v1/resident-links/{id}/end', { path }));
      again();
    });
  const enter = () =>
    attempt(async () => {
      if (!residentId) return;
      const grant = await ask((api) =>
        api.post('/api/v1/auth/residents/{residentId}/sign-in', { path: { residentId } }),
      );
      signedIn(grant);
      restart('home', {});
    });
  return (
    <Card as="li">
      <Box className="row between">
        <Box as="h2" className="strong grow">
          {residentName ?? tell('links.somebody')}
        </Box>
        <Tag tone={state === 'confirmed' ? undefined : 'warm'}>{tell(`link.${state}`)}</Tag>
      </Box>
      <Fact name={tell('links.found')}>{fullDay(proposedAt)}</Fact>
      {trouble && <TroubleState trouble={trouble} />}
      {state === 'proposed' && (
        <>
          <Note>{tell('links.proveHow')}</Note>
          {attemptsLeft > 0 ? (
            <>
              <Field
                id={`slip-${id}`}
                kind="code"
                label={tell('links.slip')}
                maxLength={codeLength}
                value={code}
                onChange={setCode}
              />
              <Box className="soft small">{tell('links.attempts', { count: attemptsLeft })}</Box>
              <Button isBusy={isBusy} isDisabled={code.length !== codeLength} onPress={() => void prove()}>
                {tell('links.prove')}
              </Button>
            </>
          ) : (
            <Note tone="warm">{tell('links.locked')}</Note>
          )}
        </>
      )}
      {state === 'confirmed' && residentId !== ownId() && (
        <Button isBusy={isBusy} onPress={() => void enter()}>
          {tell('links.enter')}
        </Button>
      )}
      {state !== 'ended' && (
        <Button kind="quiet" isBusy={isBusy} onPress={() => void end()}>
          {tell(state === 'confirmed' ? 'links.end' : 'links.notMe')}
        </Button>
      )}
    </Card>
  );
}
