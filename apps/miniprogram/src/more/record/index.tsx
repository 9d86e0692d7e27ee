import { useRouter } from '@tarojs/taro';
import type { Schemas } from '../../core/client';
import { go } from '../../core/go';
import { useLoad } from '../../core/load';
import { ask, session } from '../../core/session';
import { useStore } from '../../core/store';
import { clockTime, fullDay } from '../../core/time';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Card, Fact, Heading, Line, Tag } from '../../kit/pieces';
import { Shown } from '../../kit/states';
import { Box } from '../../platform/elements';
import { FeedbackForm } from '../parts/feedback-form';
import { ObjectionForm } from '../parts/objection-form';
import { useLaterWords } from '../words';

async function read(id: string) {
  const [record, history, objections, feedback] = await Promise.all([
    ask((api) => api.get('/api/v1/service-records/{id}', { path: { id } })),
    ask((api) => api.get('/api/v1/service-records/{id}/history', { path: { id } })),
    ask((api) => api.get('/api/v1/objections', { query: { limit: 50 } })),
    ask((api) => api.get('/api/v1/feedback', { query: { limit: 50 } })),
  ]);
  return {
    record,
    history,
    objections: objections.items.filter(({ recordId }) => recordId === id),
    feedback: feedback.items.filter(({ recordId }) => recordId === id),
  };
}

/** One service: what was recorded, who stood for it, what was changed; objecting, and a word on how it went. */
export default function RecordPage() {
  const tell = useLaterWords();
  const { id = '' } = useRouter().params;
  const loaded = useLoad(() => read(id), id);
  return (
    <Page title={tell('recordPage.title')}>
      <Shown loaded={loaded}>{(all) => <Whole {...all} again={loaded.again} />}</Shown>
    </Page>
  );
}

type WholeProps = Awaited<ReturnType<typeof read>> & { again: () => void };

function Whole({ record, history, objections, feedback, again }: WholeProps) {
  const tell = useLaterWords();
  const current = useStore(session);
  const side = current.state !== 'out' && current.grant.role === 'resident' ? 'resident' : 'volunteer';
  const mayObject = ['confirmed', 'inNotice', 'credited', 'corrected', 'voided'].includes(record.state);
  const isOpen = objections.some(({ state }) => state === 'raised' || state === 'investigating');
  return (
    <>
      <Card>
        <Box className="row between">
          <Box className="large">{tell('minutes', { minutes: record.serviceMinutes })}</Box>
          <Tag tone={record.state === 'disputed' ? 'danger' : 'plain'}>{tell(`record.${record.state}`)}</Tag>
        </Box>
        <Fact name={tell('recordPage.day')}>{fullDay(record.startedAt)}</Fact>
        <Fact name={tell('recordPage.times')}>
          {`${clockTime(record.startedAt)}–${clockTime(record.endedAt)}`}
        </Fact>
        <Fact name={tell('recordPage.proof')}>{tell(`verification.${record.verification}`)}</Fact>
        {record.wasOffline && <Note>{tell('recordPage.offline')}</Note>}
        {history.noticeUntil && <Fact name={tell('recordPage.notice')}>{fullDay(history.noticeUntil)}</Fact>}
        <Line onPress={() => go('errand', { id: record.errandId })}>{tell('errand.title')}</Line>
      </Card>
      <Past history={history} />
      {objections.map((objection) => (
        <ObjectionCard key={objection.id} objection={objection} />
      ))}
      {feedback.map(({ id, from, choices, comment }) => (
        <Card key={id} as="section">
          <Heading>{tell(from === side ? 'feedback.mine' : 'feedback.theirs')}</Heading>
          <Box className="row wrap">
            {choices.map((choice) => (
              <Tag key={choice}>{tell(`feedback.${choice}`)}</Tag>
            ))}
          </Box>
          {comment && <Box as="p">{comment}</Box>}
        </Card>
      ))}
      {!feedback.some(({ from }) => from === side) && (
        <FeedbackForm recordId={record.id} side={side} again={again} />
      )}
      {mayObject && !isOpen && <ObjectionForm record={record} again={again} />}
    </>
  );
}

function Past({ history }: { history: Schemas['RecordHistory'] }) {
  const tell = useLaterWords();
  return (
    <Card as="section">
      <Heading>{tell('recordPage.history')}</Heading>
      {history.confirmations.length === 0 && <Box className="soft">{tell('recordPage.nobody')}</Box>}
      {history.confirmations.map(({ role, at }) => (
        <Fact key={`${role} ${at}`} name={`${fullDay(at)} ${clockTime(at)}`}>
          {tell('recordPage.confirmedBy', {
            who: tell(`role.by.${role as Schemas['RevealView']['viewerRole']}`),
          })}
        </Fact>
      ))}
      {history.versions.length > 1 &&
        history.versions.map(({ version, serviceMinutes, reason, at }) => (
          <Fact key={version} name={`${fullDay(at)} · ${tell('recordPage.version', { version })}`}>
            {`${tell('minutes', { minutes: serviceMinutes })} · ${tell(`correction.${reason}`)}`}
          </Fact>
        ))}
    </Card>
  );
}

function ObjectionCard({ objection }: { objection: Schemas['ObjectionView'] }) {
  const tell = useLaterWords();
  return (
    <Card as="section">
      <Box className="row between">
        <Box as="h2" className="strong grow">
          {tell('objection.mine')}
        </Box>
        <Tag tone={objection.state === 'upheld' ? undefined : 'warm'}>
          {tell(`objection.${objection.state}`)}
        </Tag>
      </Box>
      <Box as="p">{tell(`objectionReason.${objection.reason}`)}</Box>
      {objection.note && (
        <Box as="p" className="soft">
          {objection.note}
        </Box>
      )}
      {objection.answer && <Note tone="good">{objection.answer}</Note>}
    </Card>
  );
}
