import { Alert, Table } from 'antd';
import { useState } from 'react';
import { Choice, useAddress } from '../address';
import { Answer } from '../answer';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { More, usePages } from '../pages';
import { moment } from '../time';
import { serviceNames } from './service.names';

type Letter = Schemas['DeadLetterView'];
type Consumer = Letter['consumer'];

/** Events that a service could not take, and the way back once the cause is mended. */
export function DeadLetters() {
  const t = useText();
  const term = useTerm();
  const { read, choose } = useAddress();
  const consumer = read('consumer') as Consumer | undefined;
  const [done, setDone] = useState<number>();
  const letters = usePages(['dead-letters', consumer], (cursor) =>
    api.get('/api/v1/dead-letters', { query: { consumer, limit: 50, cursor } }),
  );
  return (
    <>
      <div className="filter">
        <Choice
          label={t('服务', 'Service')}
          terms={serviceNames}
          value={consumer}
          choose={(value) => choose({ consumer: value })}
        />
        {consumer !== undefined && (letters.data?.length ?? 0) > 0 && (
          <Replay
            name={t('全部重新投递', 'Deliver all again')}
            title={t(
              `原因已排除？把“${term(serviceNames[consumer])}”的全部死信重新投递；每个事件只生效一次。`,
              `Is the cause mended? All letters of ${term(serviceNames[consumer])} are delivered again; each event takes effect once.`,
            )}
            consumer={consumer}
            done={setDone}
          />
        )}
      </div>
      {done !== undefined && <Delivered count={done} />}
      <Answer
        query={letters}
        empty={{
          when: (items) => items.length === 0,
          teach: t('没有死信：所有事件都已处理。', 'No dead letters: every event was taken.'),
        }}
      >
        {(items) => (
          <>
            <List items={items} done={setDone} />
            <More pages={letters} />
          </>
        )}
      </Answer>
    </>
  );
}

function Delivered({ count }: { count: number }) {
  const t = useText();
  return (
    <Alert
      type="success"
      role="status"
      title={t(`已重新投递 ${count} 封。`, `${count} delivered again.`)}
      description={t('仍失败的会作为新的死信回到这里。', 'What fails again comes back here as a new letter.')}
    />
  );
}

interface ReplayProps {
  name: string;
  title: string;
  consumer: Consumer;
  sequence?: number;
  done: (count: number) => void;
}

/** The same id until it is done, so that pressing again is the same replay. */
function Replay({ name, title, consumer, sequence, done }: ReplayProps) {
  const [id, setId] = useState(newId);
  const replay = async () => {
    let count = 0;
    for (let hasMore = true; hasMore;) {
      const answer = await api.post('/api/v1/dead-letters/replays', { body: { id, consumer, sequence } });
      count += answer.replayed;
      hasMore = answer.hasMore;
    }
    setId(newId());
    done(count);
  };
  return <Decision name={name} title={title} changes={['dead-letters', 'replays']} decide={replay} />;
}

interface ListProps {
  items: readonly Letter[];
  done: (count: number) => void;
}

function List({ items, done }: ListProps) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  return (
    <Table<Letter>
      rowKey="sequence"
      dataSource={items}
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('编号', 'Number'), dataIndex: 'sequence', align: 'right' },
        { title: t('时间', 'When'), render: (_, { at }) => moment(at, language) },
        { title: t('服务', 'Service'), render: (_, { consumer }) => term(serviceNames[consumer]) },
        { title: t('事件', 'Event'), render: (_, { subject, eventCount }) => `${subject} × ${eventCount}` },
        { title: t('错误', 'Error'), dataIndex: 'errorType' },
        {
          title: t('处理', 'Step'),
          render: (_, { isReplayable, consumer, sequence }) =>
            isReplayable ? (
              <Replay
                name={t('重新投递', 'Deliver again')}
                title={t(
                  '原因已排除？每个事件只生效一次。',
                  'Is the cause mended? Each event takes effect once.',
                )}
                consumer={consumer}
                sequence={sequence}
                done={done}
              />
            ) : (
              <span className="quiet">{t('无法读取，请看日志', 'cannot be read: see the log')}</span>
            ),
        },
      ]}
    />
  );
}
