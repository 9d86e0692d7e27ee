import { readBalance } from '../core/balance';
import { go } from '../core/go';
import type { Schemas } from '../core/client';
import { useLoad } from '../core/load';
import { ask, ownId } from '../core/session';
import { codeOf } from '../core/trouble';
import { clockTime, day } from '../core/time';
import { useWords, type Word } from '../core/words';
import { Card, Fact, Heading, Line, Tag } from '../kit/pieces';
import { Stars } from '../kit/stars';
import { Empty, Shown } from '../kit/states';
import { Box } from '../platform/elements';

async function readVolunteer(): Promise<Schemas['VolunteerView'] | undefined> {
  try {
    return await ask((api) => api.get('/api/v1/volunteers/{id}', { path: { id: ownId() } }));
  } catch (error) {
    if (codeOf(error) === 'resource.notFound') return undefined;
    throw error;
  }
}

async function read() {
  const [balance, volunteer, records] = await Promise.all([
    readBalance(),
    readVolunteer(),
    ask((api) => api.get('/api/v1/service-records', { query: { limit: 20 } })),
  ]);
  return { balance, volunteer, records: records.items };
}

/** Minutes given and credited, and how each service stands. */
export function MinutesTab() {
  const tell = useWords();
  const loaded = useLoad(read);
  return (
    <Shown loaded={loaded}>
      {({ balance, volunteer, records }) => (
        <>
          <Card>
            <Box className="soft">{tell('minutes.balance')}</Box>
            <Box className="huge">{balance?.balanceMinutes ?? 0}</Box>
            <Fact name={tell('minutes.held')}>{tell('minutes', { minutes: balance?.heldMinutes ?? 0 })}</Fact>
            <Fact name={tell('minutes.lifetime')}>
              {tell('minutes', { minutes: volunteer?.lifetimeMinutes ?? 0 })}
            </Fact>
            <Stars level={volunteer?.starLevel ?? 0} />
          </Card>
          <Card>
            <Line onPress={() => go('statement', {})}>{tell('statement.title')}</Line>
            <Line onPress={() => go('gifts', {})}>{tell('gifts.title')}</Line>
            <Line onPress={() => go('goods', {})}>{tell('open.goods')}</Line>
            <Line onPress={() => go('certificates', {})}>{tell('open.certificates')}</Line>
            <Line onPress={() => go('purchase', {})}>{tell('open.purchases')}</Line>
          </Card>
          <Heading>{tell('records.title')}</Heading>
          {records.length === 0 ? (
            <Empty mark="芽" title={tell('records.empty')} />
          ) : (
            <Box as="ul" className="stack">
              {records.map((record) => (
                <RecordCard key={record.id} record={record} />
              ))}
            </Box>
          )}
        </>
      )}
    </Shown>
  );
}

function RecordCard({ record }: { record: Schemas['ServiceRecordView'] }) {
  const tell = useWords();
  return (
    <Card as="li">
      <Box className="row between">
        <Box className="large">{tell('minutes', { minutes: record.serviceMinutes })}</Box>
        <Tag tone={record.state === 'credited' ? undefined : record.state === 'disputed' ? 'danger' : 'warm'}>
          {tell(`record.${record.state}` as Word)}
        </Tag>
      </Box>
      <Box className="soft">
        {`${day(record.startedAt)} ${clockTime(record.startedAt)}–${clockTime(record.endedAt)} · ${tell(`verification.${record.verification}`)}`}
      </Box>
      {record.state === 'submitted' && (
        <Box className="soft">
          {tell('record.waits', { given: record.confirmationsGiven, needed: record.confirmationsNeeded })}
        </Box>
      )}
      <Line onPress={() => go('record', { id: record.id })}>{tell('open.record')}</Line>
    </Card>
  );
}
