import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { useLoad } from '../../core/load';
import { ask } from '../../core/session';
import { clockTime, fullDay } from '../../core/time';
import { Field } from '../../kit/field';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button, Card, Choice, Fact, Heading, Tag } from '../../kit/pieces';
import { Empty, Shown, TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';
import { useAttempt } from '../attempt';
import { useLaterWords } from '../words';

async function read() {
  const query = { limit: 50 };
  const [noShows, suspensions] = await Promise.all([
    ask((api) => api.get('/api/v1/no-shows', { query })),
    ask((api) => api.get('/api/v1/suspensions', { query })),
  ]);
  return { noShows: noShows.items, suspensions: suspensions.items };
}

/** What went wrong, as it was recorded, and how to say that it was otherwise. */
export default function Conduct() {
  const tell = useLaterWords();
  const loaded = useLoad(read);
  return (
    <Page title={tell('conduct.title')}>
      <Box as="p">{tell('conduct.how')}</Box>
      <Shown loaded={loaded}>
        {({ noShows, suspensions }) =>
          noShows.length + suspensions.length === 0 ? (
            <Empty mark="好" title={tell('conduct.none')} />
          ) : (
            <Box as="ul" className="stack">
              {suspensions.map((each) => (
                <SuspensionCard key={each.id} suspension={each} again={loaded.again} />
              ))}
              {noShows.map((each) => (
                <NoShowCard key={each.id} noShow={each} again={loaded.again} />
              ))}
            </Box>
          )
        }
      </Shown>
    </Page>
  );
}

function SuspensionCard(props: { suspension: Schemas['SuspensionView']; again: () => void }) {
  const { suspension, again } = props;
  const tell = useLaterWords();
  const { attempt, isBusy, trouble } = useAttempt();
  const [note, setNote] = useState('');
  const path = { id: suspension.id };
  const askReview = () =>
    attempt(async () => {
      const body = { note: note.trim() || undefined };
      await ask((api) => api.post('/api/v1/suspensions/{id}/review-request', { path, body }));
      again();
    });
  return (
    <Card as="li">
      <Box className="row between">
        <Heading>{tell('suspension.title')}</Heading>
        <Tag tone={suspension.state === 'lifted' ? undefined : 'danger'}>
          {tell(`suspension.${suspension.state}`)}
        </Tag>
      </Box>
      <Fact name={tell('suspension.from')}>{fullDay(suspension.from)}</Fact>
      <Fact name={tell('suspension.until')}>{fullDay(suspension.until)}</Fact>
      <Fact name={tell('suspension.noShows')}>{suspension.noShows}</Fact>
      <Box as="p" className="soft small">
        {tell('suspension.held')}
      </Box>
      {suspension.answer && <Note>{suspension.answer}</Note>}
      {trouble && <TroubleState trouble={trouble} />}
      {suspension.state === 'running' && (
        <>
          <Field
            id={`review-${suspension.id}`}
            kind="long"
            label={tell('note.words')}
            maxLength={200}
            value={note}
            onChange={setNote}
          />
          <Button isBusy={isBusy} onPress={() => void askReview()}>
            {tell('suspension.ask')}
          </Button>
        </>
      )}
    </Card>
  );
}

const reasons = ['residentAsked', 'checkInFailed', 'accident', 'illness', 'wasThere', 'other'] as const;

function NoShowCard({ noShow, again }: { noShow: Schemas['NoShowView']; again: () => void }) {
  const tell = useLaterWords();
  const { attempt, isBusy, trouble } = useAttempt();
  const [reason, setReason] = useState<(typeof reasons)[number]>();
  const [note, setNote] = useState('');
  const path = { id: noShow.id };
  const appeal = () =>
    attempt(async () => {
      if (!reason) return;
      const body = { reason, note: note.trim() || undefined };
      await ask((api) => api.post('/api/v1/no-shows/{id}/appeal', { path, body }));
      again();
    });
  return (
    <Card as="li">
      <Box className="row between">
        <Heading>{tell('noShow.title')}</Heading>
        <Tag tone={noShow.state === 'withdrawn' ? undefined : 'warm'}>{tell(`noShow.${noShow.state}`)}</Tag>
      </Box>
      <Fact
        name={tell('noShow.window')}
      >{`${fullDay(noShow.windowEnd)} ${clockTime(noShow.windowEnd)}`}</Fact>
      {noShow.appealReason && <Fact name={tell('noShow.said')}>{tell(`appeal.${noShow.appealReason}`)}</Fact>}
      {noShow.answer && <Note>{noShow.answer}</Note>}
      {trouble && <TroubleState trouble={trouble} />}
      {noShow.state === 'recorded' && (
        <>
          <Choice
            label={tell('noShow.appeal')}
            value={reason}
            onChange={setReason}
            options={reasons.map((each) => [each, tell(`appeal.${each}`)] as const)}
          />
          <Field
            id={`appeal-${noShow.id}`}
            kind="long"
            label={tell('note.words')}
            maxLength={200}
            value={note}
            onChange={setNote}
          />
          <Button isBusy={isBusy} isDisabled={!reason} onPress={() => void appeal()}>
            {tell('noShow.appeal')}
          </Button>
        </>
      )}
    </Card>
  );
}
