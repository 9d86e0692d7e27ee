import { useQuery } from '@tanstack/react-query';
import { Choice, useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { AnswerField } from '../conduct/answer.field';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { useSession } from '../session';
import { roleNames, type Terms } from '../terms';
import { moment } from '../time';
import { CorrectionFields, correctionOf, type CorrectionTyped } from './correction.fields';
import { objectionReasons, objectionStates } from './dispute.terms';
import { RecordById, RecordHistory } from './record.facts';

type Objection = Schemas['ObjectionView'];

const roles: Partial<Terms<string>> = roleNames;

/** Objections to records that are confirmed or void; no public notice ends while one is open. */
export function Objections() {
  const t = useText();
  const { read, choose } = useAddress();
  const state = read('state') as Objection['state'] | undefined;
  const objections = useQuery({
    queryKey: ['records', 'objections', state],
    queryFn: () => api.get('/api/v1/objections', { query: { state, limit: 100 } }),
  });
  return (
    <>
      <Choice
        label={t('状态', 'State')}
        terms={objectionStates}
        value={state}
        choose={(value) => choose({ state: value })}
      />
      <Answer
        query={objections}
        empty={{
          when: ({ items }) => items.length === 0,
          teach: t(
            '没有异议。志愿者、居民或居委会对已确认的记录提出异议，就到这里；未办结时公示不会结束。',
            'No objections. Volunteers, residents and committees object to confirmed records; while one is open no notice ends.',
          ),
        }}
      >
        {({ items }) => (
          <ul className="list">
            {items.map((objection) => (
              <li key={objection.id} className="panel">
                <ObjectionPanel objection={objection} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}

function ObjectionPanel({ objection }: { objection: Objection }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const { state, reason, raisedRole, raisedAt, note, answer, recordId } = objection;
  const isStation = useSession()?.role === 'station';
  const isOpen = state === 'raised' || state === 'investigating';
  return (
    <>
      <h2>
        {term(objectionReasons[reason])}{' '}
        <span className={`state ${state}`}>{term(objectionStates[state])}</span>
      </h2>
      <p className="quiet">{`${term(roles[raisedRole])} · ${moment(raisedAt, language)}`}</p>
      {note && <p>{note}</p>}
      <RecordById id={recordId} />
      <RecordHistory id={recordId} />
      {answer && <p>{`${t('答复', 'Answer')}：${answer}`}</p>}
      {isStation && isOpen && (
        <div className="steps">
          {state === 'raised' && <Investigate id={objection.id} />}
          <Decide id={objection.id} />
        </div>
      )}
    </>
  );
}

function Investigate({ id }: { id: string }) {
  const t = useText();
  return (
    <Decision
      name={t('受理', 'Take it on')}
      title={t('受理这项异议？本人随即得知。', 'Take it on? Who raised it is told at once.')}
      changes={['records']}
      decide={() => api.post('/api/v1/objections/{id}/investigation', { path: { id } })}
    />
  );
}

/** Upheld, it says what to put in its place; somebody of another role then applies that. */
function Decide({ id }: { id: string }) {
  const t = useText();
  const path = { id };
  return (
    <>
      <Decision<CorrectionTyped & { answer: string }>
        name={t('支持', 'Uphold')}
        title={t(
          '支持异议：同时提出更正，由居委会复核。',
          'Uphold it: propose the correction that the committee then applies.',
        )}
        isPrimary
        initial={{ kind: 'correct' }}
        changes={['records']}
        decide={({ answer, ...typed }) =>
          api.post('/api/v1/objections/{id}/decision', {
            path,
            body: { decision: 'upheld', answer, correction: correctionOf(typed) },
          })
        }
      >
        <AnswerField />
        <CorrectionFields />
      </Decision>
      <Decision<{ answer: string }>
        name={t('驳回', 'Dismiss')}
        title={t('驳回异议？记录不变。', 'Dismiss it? The record stays as it is.')}
        changes={['records']}
        decide={({ answer }) =>
          api.post('/api/v1/objections/{id}/decision', { path, body: { decision: 'dismissed', answer } })
        }
      >
        <AnswerField />
      </Decision>
    </>
  );
}
