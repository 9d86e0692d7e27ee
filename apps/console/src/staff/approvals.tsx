import { useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { More, usePages } from '../pages';
import { useSession } from '../session';
import { roleNames } from '../terms';
import { moment } from '../time';
import { useRegion } from '../volunteers/places';
import { useStaffName } from './staff';
import { approvalStates } from './staff.terms';

type Approval = Schemas['ApprovalView'];

/** What one administrator asked for and another decides on, those that wait first. */
export function Approvals() {
  const t = useText();
  const { read } = useAddress();
  const approvals = usePages(['approvals'], (cursor) => api.get('/api/v1/approvals', { query: { cursor } }));
  const shown = read('approval');
  return (
    <Answer
      query={approvals}
      empty={{
        when: (items) => items.length === 0,
        teach: t(
          '没有申请。新增工作人员由一位管理员申请，另一位管理员在 72 小时内批准。',
          'Nothing was asked for. One administrator asks for staff, another approves within 72 hours.',
        ),
      }}
    >
      {(items) => (
        <>
          <ul className="list">
            {[...items].sort(byUrgency).map((one) => (
              <li key={one.id} className="panel" aria-current={one.id === shown ? 'true' : undefined}>
                <ApprovalPanel approval={one} />
              </li>
            ))}
          </ul>
          <More pages={approvals} />
        </>
      )}
    </Answer>
  );
}

function byUrgency(one: Approval, other: Approval): number {
  return Number(other.state === 'requested') - Number(one.state === 'requested');
}

function ApprovalPanel({ approval }: { approval: Approval }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const nameOf = useStaffName();
  const place = useRegion(approval.region).data?.name ?? approval.region;
  const { state, staff, requestedBy, requestedAt, expiresAt, decidedBy, decidedAt } = approval;
  return (
    <>
      <h2>
        {staff.displayName} <span className={`state ${state}`}>{term(approvalStates[state])}</span>
      </h2>
      <p>{`${staff.userName} · ${term(roleNames[staff.role])} · ${place}`}</p>
      <p className="quiet">
        {t(
          `${nameOf(requestedBy)} 于 ${moment(requestedAt, language)} 申请`,
          `Asked for by ${nameOf(requestedBy)}, ${moment(requestedAt, language)}`,
        )}
        {state === 'requested' &&
          t(`，${moment(expiresAt, language)} 前有效`, `; until ${moment(expiresAt, language)}`)}
        {decidedBy !== undefined &&
          decidedAt !== undefined &&
          t(
            `；${nameOf(decidedBy)} 于 ${moment(decidedAt, language)} 决定`,
            `; decided by ${nameOf(decidedBy)}, ${moment(decidedAt, language)}`,
          )}
      </p>
      {state === 'requested' && <Steps approval={approval} />}
    </>
  );
}

/** Who asked may take it back; everybody else of the region approves or refuses. */
function Steps({ approval: { id, requestedBy } }: { approval: Approval }) {
  const t = useText();
  const isOwn = useSession()?.actorId === requestedBy;
  const changes = ['approvals', 'staff', 'role-log'];
  const decide = (decision: 'approve' | 'refuse') =>
    api.post('/api/v1/approvals/{id}/decision', { path: { id }, body: { decision } });
  return (
    <div className="steps">
      {!isOwn && (
        <Decision
          name={t('批准', 'Approve')}
          title={t(
            '核对过本人、单位与岗位？批准后即可登录。',
            'Person, body and role are right? Once approved, the person can sign in.',
          )}
          isPrimary
          changes={changes}
          decide={() => decide('approve')}
        />
      )}
      <Decision
        name={isOwn ? t('撤回', 'Take back') : t('不批准', 'Refuse')}
        title={t('以后仍需要的，须重新申请。', 'Where it is still wanted it has to be asked for anew.')}
        isDanger
        changes={changes}
        decide={() => decide('refuse')}
      />
      {isOwn && (
        <p className="quiet">
          {t(
            '您自己的申请须由另一位管理员批准。',
            'Your own request is for another administrator to approve.',
          )}
        </p>
      )}
    </div>
  );
}
