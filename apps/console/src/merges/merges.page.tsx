import { Form, Radio } from 'antd';
import { useState } from 'react';
import { Answer } from '../answer';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { More, usePages } from '../pages';
import { useSession } from '../session';
import type { Terms } from '../terms';
import { moment } from '../time';
import { VolunteerField } from '../volunteers/volunteer.field';
import { VolunteerLink } from '../volunteers/volunteer.link';

type Merge = Schemas['MergeView'];

const states: Terms<Merge['state']> = {
  requested: ['等另一位批准', 'Waits for a second person'],
  approved: ['已合并', 'Made one'],
  refused: ['未批准', 'Refused'],
  expired: ['已过期', 'Expired'],
};
const reasons: Terms<Merge['reason']> = {
  otherDocument: ['同一人用两种证件登记', 'Registered with two documents'],
  wrongNumber: ['证件号码录错', 'A number was mistyped'],
};
const changes = ['merges', 'volunteers', 'volunteer'];

/** People who are registered twice: what one member of staff proposes, another approves. */
export function MergesPage() {
  const t = useText();
  const merges = usePages(['merges'], (cursor) => api.get('/api/v1/volunteer-merges', { query: { cursor } }));
  return (
    <>
      <h1>{t('重复登记', 'Registered twice')}</h1>
      <p className="quiet">
        {t(
          '时长、积分、记录与证明都归保留的一条；合并后不能拆开，所以须另一位工作人员在 72 小时内批准。',
          'Hours, credits, records and certificates become those of the registration that stays. It cannot be taken apart, so somebody else approves within 72 hours.',
        )}
      </p>
      <div className="steps">
        <Propose />
      </div>
      <Answer
        query={merges}
        empty={{
          when: (items) => items.length === 0,
          teach: t(
            '没有合并申请。发现同一人有两个编号时，在此提出。',
            'Nothing was proposed. Where one person has two numbers, propose it here.',
          ),
        }}
      >
        {(items) => (
          <>
            <ul className="list">
              {items.map((one) => (
                <li key={one.id} className="panel">
                  <MergePanel merge={one} />
                </li>
              ))}
            </ul>
            <More pages={merges} />
          </>
        )}
      </Answer>
    </>
  );
}

function MergePanel({ merge }: { merge: Merge }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const { state, reason, keptId, keptNumber, mergedNumber, proposedAt, expiresAt, decidedAt } = merge;
  return (
    <>
      <h2>
        {`${mergedNumber} → ${keptNumber} `}
        <span className={`state ${state}`}>{term(states[state])}</span>
      </h2>
      <p>
        {t('保留：', 'Stays: ')}
        <VolunteerLink id={keptId} /> · {term(reasons[reason])}
      </p>
      <p className="quiet">
        {t(`${moment(proposedAt, language)} 提出`, `Proposed ${moment(proposedAt, language)}`)}
        {state === 'requested' &&
          t(`，${moment(expiresAt, language)} 前有效`, `; until ${moment(expiresAt, language)}`)}
        {decidedAt !== undefined &&
          t(`；${moment(decidedAt, language)} 决定`, `; decided ${moment(decidedAt, language)}`)}
      </p>
      {state === 'requested' && <Steps merge={merge} />}
    </>
  );
}

/** Who proposed may take it back; everybody else who answers for both approves or refuses. */
function Steps({ merge: { id, proposedBy } }: { merge: Merge }) {
  const t = useText();
  const isOwn = useSession()?.actorId === proposedBy;
  const decide = (decision: 'approve' | 'refuse') =>
    api.post('/api/v1/volunteer-merges/{id}/decision', { path: { id }, body: { decision } });
  return (
    <div className="steps">
      {!isOwn && (
        <Decision
          name={t('批准合并', 'Make one')}
          title={t(
            '核对过两份证件，确是同一人？合并后不能拆开。',
            'You saw both documents, and it is one person? It cannot be taken apart.',
          )}
          isPrimary
          changes={changes}
          decide={() => decide('approve')}
        />
      )}
      <Decision
        name={isOwn ? t('撤回', 'Take back') : t('不批准', 'Refuse')}
        title={t('以后仍要合并的，须重新提出。', 'To merge them later it has to be proposed anew.')}
        isDanger
        changes={changes}
        decide={() => decide('refuse')}
      />
      {isOwn && (
        <p className="quiet">
          {t('您提出的须由另一位工作人员批准。', 'What you proposed is for somebody else to approve.')}
        </p>
      )}
    </div>
  );
}

type Fields = Pick<Merge, 'keptId' | 'mergedId' | 'reason'>;

function Propose() {
  const t = useText();
  const term = useTerm();
  const [id, setId] = useState(newId);
  const required = { required: true, message: t('请选择', 'Please choose') };
  return (
    <Decision<Fields>
      name={t('提出合并', 'Propose a merge')}
      title={t('哪两条登记是同一人？', 'Which two registrations are one person?')}
      initial={{ reason: 'otherDocument' }}
      isPrimary
      changes={changes}
      decide={(fields) => api.post('/api/v1/volunteer-merges', { body: { id, ...fields } })}
      done={() => setId(newId())}
    >
      <Form.Item name="keptId" label={t('保留（已实名核验）', 'Stays (verified)')} rules={[required]}>
        <VolunteerField />
      </Form.Item>
      <Form.Item name="mergedId" label={t('并入后结束', 'Ends')} rules={[required]}>
        <VolunteerField />
      </Form.Item>
      <Form.Item name="reason" label={t('原因', 'Why')}>
        <Radio.Group
          options={Object.entries(reasons).map(([value, name]) => ({ value, label: term(name) }))}
        />
      </Form.Item>
    </Decision>
  );
}
