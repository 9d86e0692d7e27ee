import { useQuery } from '@tanstack/react-query';
import { InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { Answer } from '../answer';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { callBackAnswers } from '../terms';
import { moment } from '../time';

type Due = Schemas['CallBackDue'];
type Said = NonNullable<Schemas['CallBackDue']['lastAnswer']>;

/** Residents to be called about a service, the longest past first. */
export function CallBacksPage() {
  const t = useText();
  const queue = useQuery({
    queryKey: ['call-backs'],
    queryFn: () => api.get('/api/v1/call-backs', { query: { limit: 100 } }),
  });
  return (
    <div className="narrow">
      <h1>{t('电话回访', 'Call-backs')}</h1>
      <Answer
        query={queue}
        empty={{
          when: ({ items }) => items.length === 0,
          teach: t(
            '没有待回访的服务。志愿者签退后，没有智能手机的居民会出现在这里。',
            'Nobody to call. Residents without a smartphone appear here once a volunteer has checked out.',
          ),
        }}
      >
        {({ items }) => (
          <ul className="list">
            {items.map((due) => (
              <li key={due.recordId} className="panel">
                <CallBack due={due} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </div>
  );
}

function Whom({ due }: { due: Due }) {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <h2>{`${due.residentName} · ${due.residentPhone}`}</h2>
      <p className="quiet">
        {t(
          `服务结束于 ${moment(due.endedAt, language)}，记录 ${due.serviceMinutes} 分钟，已拨打 ${due.calls} 次`,
          `Ended ${moment(due.endedAt, language)}, ${due.serviceMinutes} min recorded, called ${due.calls} times`,
        )}
      </p>
    </>
  );
}

function CallBack({ due }: { due: Due }) {
  const t = useText();
  const term = useTerm();
  const [id, setId] = useState(newId);
  const [said, setSaid] = useState<Said>();
  const [minutes, setMinutes] = useState<number | null>(null);
  const isComplete = said !== undefined && (said !== 'servedShorter' || minutes !== null);
  return (
    <>
      <Whom due={due} />
      <Radio.Group
        aria-label={t('居民怎么说', 'What the resident said')}
        value={said}
        onChange={({ target }) => setSaid(target.value as Said)}
        options={Object.entries(callBackAnswers).map(([value, wording]) => ({ value, label: term(wording) }))}
      />
      {said === 'servedShorter' && (
        <p>
          <label>
            {t('实际分钟 ', 'Minutes served ')}
            <InputNumber
              min={1}
              max={due.serviceMinutes}
              precision={0}
              value={minutes}
              onChange={setMinutes}
            />
          </label>
        </p>
      )}
      <p>
        <Decision
          name={t('登记', 'Note it')}
          title={t(
            `登记为“${said ? term(callBackAnswers[said]) : ''}”？登记后不能更改。`,
            `Note “${said ? term(callBackAnswers[said]) : ''}”? It cannot be changed afterwards.`,
          )}
          isPrimary
          isIncomplete={!isComplete}
          changes={['call-backs', 'records']}
          decide={() =>
            api.post('/api/v1/service-records/{recordId}/call-backs', {
              path: { recordId: due.recordId },
              body: {
                ...{ id, answer: said ?? 'noAnswer' },
                serviceMinutes: said === 'servedShorter' ? (minutes ?? undefined) : undefined,
              },
            })
          }
          done={() => {
            setId(newId());
            setSaid(undefined);
          }}
        />
      </p>
    </>
  );
}
