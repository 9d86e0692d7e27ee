import { useQuery } from '@tanstack/react-query';
import { Choice, useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { moment } from '../time';
import { suspensionStates } from '../volunteer.terms';
import { VolunteerLink } from '../volunteers/volunteer.link';
import { AnswerField } from './answer.field';

type Suspension = Schemas['SuspensionView'];

/** Suspensions, those that wait for a review first. */
export function Suspensions() {
  const t = useText();
  const { read, choose } = useAddress();
  const state = read('state') as Suspension['state'] | undefined;
  const suspensions = useQuery({
    queryKey: ['suspensions', state],
    queryFn: () => api.get('/api/v1/suspensions', { query: { state, limit: 100 } }),
  });
  return (
    <>
      <Choice
        label={t('状态', 'State')}
        terms={suspensionStates}
        value={state}
        choose={(value) => choose({ state: value })}
      />
      <Answer
        query={suspensions}
        empty={{
          when: ({ items }) => items.length === 0,
          teach: t(
            '没有暂停。30 天内爽约 3 次会自动暂停接单 14 天，本人可申请复核。',
            'Nobody is suspended. Three no-shows in thirty days suspend for fourteen; the person may ask for a review.',
          ),
        }}
      >
        {({ items }) => (
          <ul className="list">
            {[...items].sort(byUrgency).map((one) => (
              <li key={one.id} className="panel">
                <SuspensionPanel suspension={one} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}

function byUrgency(one: Suspension, other: Suspension): number {
  return Number(other.state === 'reviewAsked') - Number(one.state === 'reviewAsked');
}

function SuspensionPanel({ suspension }: { suspension: Suspension }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const { id, state, volunteerId, noShows, from, until, answer } = suspension;
  const isOpen = state === 'running' || state === 'reviewAsked';
  const review = (decision: 'lift' | 'keep', words: string) =>
    api.post('/api/v1/suspensions/{id}/review', { path: { id }, body: { decision, answer: words } });
  return (
    <>
      <h2>
        <VolunteerLink id={volunteerId} />{' '}
        <span className={`state ${state}`}>{term(suspensionStates[state])}</span>
      </h2>
      <p>
        {t(
          `${moment(from, language)} 至 ${moment(until, language)}，因爽约 ${noShows} 次`,
          `${moment(from, language)} to ${moment(until, language)}, after ${noShows} no-shows`,
        )}
      </p>
      {answer && <p className="quiet">{`${t('答复', 'Answer')}：${answer}`}</p>}
      {isOpen && (
        <div className="steps">
          <Decision<{ answer: string }>
            name={t('解除暂停', 'Lift it')}
            title={t('解除后即可接单。', 'Once lifted, errands may be claimed at once.')}
            isPrimary
            changes={['suspensions']}
            decide={(fields) => review('lift', fields.answer)}
          >
            <AnswerField />
          </Decision>
          <Decision<{ answer: string }>
            name={t('维持暂停', 'Keep it')}
            title={t('维持到期满？', 'Keep it until it ends?')}
            changes={['suspensions']}
            decide={(fields) => review('keep', fields.answer)}
          >
            <AnswerField />
          </Decision>
        </div>
      )}
    </>
  );
}
