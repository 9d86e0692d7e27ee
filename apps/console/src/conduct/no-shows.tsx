import { useQuery } from '@tanstack/react-query';
import { Choice, useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { moment } from '../time';
import { appealReasons, noShowStates } from '../volunteer.terms';
import { VolunteerLink } from '../volunteers/volunteer.link';
import { AnswerField } from './answer.field';

type NoShow = Schemas['NoShowView'];

/** No-shows, and the appeals that wait for a decision. */
export function NoShows() {
  const t = useText();
  const { read, choose } = useAddress();
  const state = read('state') as NoShow['state'] | undefined;
  const noShows = useQuery({
    queryKey: ['no-shows', state],
    queryFn: () => api.get('/api/v1/no-shows', { query: { state, limit: 100 } }),
  });
  return (
    <>
      <Choice
        label={t('状态', 'State')}
        terms={noShowStates}
        value={state}
        choose={(value) => choose({ state: value })}
      />
      <Answer
        query={noShows}
        empty={{
          when: ({ items }) => items.length === 0,
          teach: t(
            '没有爽约。时段结束 30 分钟仍未签到才算，本人可申诉。',
            'No no-shows. Only a window that ended half an hour ago without a check-in is one; the person may appeal.',
          ),
        }}
      >
        {({ items }) => (
          <ul className="list">
            {items.map((one) => (
              <li key={one.id} className="panel">
                <NoShowPanel noShow={one} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}

function NoShowPanel({ noShow }: { noShow: NoShow }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const { id, state, volunteerId, windowEnd, appealReason, appealNote, answer } = noShow;
  const decide = (decision: 'upheld' | 'withdrawn', words: string) =>
    api.post('/api/v1/no-shows/{id}/decision', { path: { id }, body: { decision, answer: words } });
  return (
    <>
      <h2>
        <VolunteerLink id={volunteerId} />{' '}
        <span className={`state ${state}`}>{term(noShowStates[state])}</span>
      </h2>
      <p>{t(`时段至 ${moment(windowEnd, language)}`, `The window ended ${moment(windowEnd, language)}`)}</p>
      {appealReason && (
        <p>{`${t('申诉', 'Appeal')}：${term(appealReasons[appealReason])} ${appealNote ?? ''}`}</p>
      )}
      {answer && <p className="quiet">{`${t('答复', 'Answer')}：${answer}`}</p>}
      {state === 'appealed' && (
        <div className="steps">
          <Decision<{ answer: string }>
            name={t('撤销爽约', 'Withdraw it')}
            title={t(
              '撤销后不计，由此而来的暂停随之解除。',
              'It then does not count, and a suspension on it is lifted.',
            )}
            isPrimary
            changes={['no-shows', 'suspensions']}
            decide={(fields) => decide('withdrawn', fields.answer)}
          >
            <AnswerField />
          </Decision>
          <Decision<{ answer: string }>
            name={t('维持爽约', 'Let it stand')}
            title={t('维持这次爽约？', 'Let this no-show stand?')}
            changes={['no-shows']}
            decide={(fields) => decide('upheld', fields.answer)}
          >
            <AnswerField />
          </Decision>
        </div>
      )}
    </>
  );
}
