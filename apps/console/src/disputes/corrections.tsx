import { useQuery } from '@tanstack/react-query';
import { Choice, useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { useSession } from '../session';
import { roleNames, type Terms } from '../terms';
import { moment } from '../time';
import { correctionKinds, correctionReasons, correctionStates, evidenceKinds } from './dispute.terms';
import { RecordById, RecordHistory } from './record.facts';

type Correction = Schemas['CorrectionView'];

const roles: Partial<Terms<string>> = roleNames;

/** What is to stand instead: proposed by one role, applied by another. */
export function Corrections() {
  const t = useText();
  const { read, choose } = useAddress();
  const state = read('state') as Correction['state'] | undefined;
  const corrections = useQuery({
    queryKey: ['records', 'corrections', state],
    queryFn: () => api.get('/api/v1/corrections', { query: { state, limit: 100 } }),
  });
  return (
    <>
      <p className="quiet">
        {t(
          '社工站提出的由居委会复核，反过来也一样；生效后记录多一版，各处合计随之改变。',
          'What the station proposes the committee applies, and the other way round; the record then has a version more and totals follow.',
        )}
      </p>
      <Choice
        label={t('状态', 'State')}
        terms={correctionStates}
        value={state}
        choose={(value) => choose({ state: value })}
      />
      <Answer
        query={corrections}
        empty={{
          when: ({ items }) => items.length === 0,
          teach: t('没有更正。', 'No corrections.'),
        }}
      >
        {({ items }) => (
          <ul className="list">
            {items.map((correction) => (
              <li key={correction.id} className="panel">
                <CorrectionPanel correction={correction} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}

function CorrectionPanel({ correction }: { correction: Correction }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const { kind, state, serviceMinutes, reason, evidence, note, recordId } = correction;
  const { proposedRole, proposedAt, startedAt, endedAt } = correction;
  return (
    <>
      <h2>
        {term(correctionKinds[kind])}
        {serviceMinutes !== undefined && t(`：${serviceMinutes} 分钟`, `: ${serviceMinutes} min`)}{' '}
        <span className={`state ${state}`}>{term(correctionStates[state])}</span>
      </h2>
      {(startedAt ?? endedAt) && (
        <p>{[startedAt, endedAt].map((at) => (at ? moment(at, language) : '…')).join(' – ')}</p>
      )}
      <p>{`${term(correctionReasons[reason])} · ${term(evidenceKinds[evidence])}`}</p>
      {note && <p>{note}</p>}
      <p className="quiet">{`${term(roles[proposedRole])} · ${moment(proposedAt, language)}`}</p>
      <RecordById id={recordId} />
      <RecordHistory id={recordId} />
      {state === 'proposed' && <Decide correction={correction} />}
    </>
  );
}

/** Whoever proposed it may take it back by declining; applying is another role's. */
function Decide({ correction: { id, proposedRole } }: { correction: Correction }) {
  const t = useText();
  const role = useSession()?.role;
  const decide = (decision: 'apply' | 'decline') =>
    api.post('/api/v1/corrections/{id}/decision', { path: { id }, body: { decision } });
  return (
    <div className="steps">
      {role !== proposedRole && (
        <Decision
          name={t('采纳', 'Apply')}
          title={t(
            '采纳后记录多一版，不能撤回。',
            'The record has a version more then; it cannot be taken back.',
          )}
          isPrimary
          changes={['records']}
          decide={() => decide('apply')}
        />
      )}
      <Decision
        name={t('不采纳', 'Decline')}
        title={t('不采纳？记录不变。', 'Decline it? The record stays as it is.')}
        changes={['records']}
        decide={() => decide('decline')}
      />
    </div>
  );
}
