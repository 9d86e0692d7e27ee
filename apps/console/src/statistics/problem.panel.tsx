import { useQuery } from '@tanstack/react-query';
import { api } from '../api';
import { Decision } from '../decision';
import { useTerm, useText } from '../language';
import { referralBodies } from '../referrals/referral.terms';
import { BodyFields, HandlingField, type ProblemFields, ProblemFieldsOf } from './problem.fields';
import { type Problem, problemCategories, problemStates } from './statistic.terms';
import { ReasonField, VersionsPanel, Withdraw } from './versions';

const changes = ['problems'] as const;

/** One entry of the log with its history, and what may happen to it next. */
export function ProblemPanel({ id, close }: { id: string; close: () => void }) {
  const t = useText();
  const versions = useQuery({
    queryKey: ['problems', 'one', id],
    queryFn: () => api.get('/api/v1/problems/{id}/versions', { path: { id } }),
  });
  return (
    <VersionsPanel
      title={t('问题日志', 'The log')}
      query={versions}
      close={close}
      tell={(one) => <Told problem={one} />}
      steps={(one) => <Steps problem={one} />}
    />
  );
}

function Told({ problem: { day, category, state, asked, handling, body, bodyName } }: { problem: Problem }) {
  const t = useText();
  const term = useTerm();
  return (
    <>
      <div>{[day, term(problemCategories[category]), term(problemStates[state])].join(' · ')}</div>
      <p>{asked}</p>
      {body && <div>{`${t('转往', 'Referred to')}：${bodyName}（${term(referralBodies[body])}）`}</div>}
      {handling && <div>{`${t('处理', 'Handled')}：${handling}`}</div>}
    </>
  );
}

/** A version tells an entry whole: what does not change is said again. */
function useCorrection({
  id,
  version,
  isWithdrawn: _,
  enteredAt: __,
  region: ___,
  day: ____,
  ...content
}: Problem) {
  return (change: object) =>
    api.post('/api/v1/problems/{id}/corrections', {
      path: { id },
      body: { ...content, reason: '', ...change, ofVersion: version },
    });
}

function Steps({ problem }: { problem: Problem }) {
  const t = useText();
  const correct = useCorrection(problem);
  const { state, isWithdrawn, handling, category, asked, body, bodyName, evidence, evidenceSha256 } = problem;
  const isMoving = !isWithdrawn && state !== 'closed';
  return (
    <>
      {isMoving && state === 'open' && (
        <Decision<Required<Pick<ProblemFields, 'body' | 'bodyName' | 'handling'>>>
          name={t('转介', 'Refer')}
          title={t('此后由该机构办理。', 'Another body has it from now on.')}
          isPrimary
          initial={{ handling }}
          changes={changes}
          decide={(fields) => correct({ ...fields, state: 'referred', reason: fields.handling })}
        >
          <BodyFields />
          <HandlingField isNeeded />
        </Decision>
      )}
      {isMoving && (
        <Decision<{ handling: string }>
          name={t('办结', 'Close')}
          title={t('写明怎样办结。', 'Say how it was closed.')}
          isPrimary={state === 'referred'}
          changes={changes}
          decide={(fields) => correct({ ...fields, state: 'closed', reason: fields.handling })}
        >
          <HandlingField isNeeded />
        </Decision>
      )}
      <Decision<ProblemFields & { reason: string }>
        name={isWithdrawn ? t('重新登记', 'Enter it again') : t('更正', 'Correct')}
        title={t('增加一个版本；先前的仍可查看。', 'A version more; those before stay to be read.')}
        initial={{ state, handling, category, asked, body, bodyName, evidence, evidenceSha256 }}
        changes={changes}
        decide={(fields) =>
          correct(fields.state === 'open' ? { ...fields, body: undefined, bodyName: undefined } : fields)
        }
      >
        <ProblemFieldsOf />
        <ReasonField />
      </Decision>
      {!isWithdrawn && (
        <Withdraw changes={changes} send={(reason) => correct({ reason, isWithdrawn: true })} />
      )}
    </>
  );
}
