import { useQuery } from '@tanstack/react-query';
import { Descriptions, Drawer, Form, Input, Timeline } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Answer } from '../answer';
import { api } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { useNow } from '../live';
import { useSession } from '../session';
import { needTypes, roleNames } from '../terms';
import { moment } from '../time';
import { Contact } from './contact';
import { Due } from './due';
import { nextSteps } from './next.steps';
import { consents, type Referral, referralBodies, referralStates, type Step, steps } from './referral.terms';

/** A referral with its whole history, its contact, and the steps that are this person's to take. */
export function ReferralDrawer({ id, close }: { id: string | undefined; close: () => void }) {
  const t = useText();
  const referral = useQuery({
    queryKey: ['referrals', 'one', id],
    queryFn: () => api.get('/api/v1/referrals/{id}', { path: { id: id ?? '' } }),
    enabled: id !== undefined,
  });
  return (
    <Drawer
      open={id !== undefined}
      onClose={close}
      title={t('转介', 'Referral')}
      size="min(560px, 100vw)"
      destroyOnHidden
    >
      <Answer query={referral}>{(data) => <Details referral={data} />}</Answer>
    </Drawer>
  );
}

function Details({ referral }: { referral: Referral }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const now = useNow(30_000);
  const { type, summary, body, bodyName, reason, consent, state, dueAt, history, needId } = referral;
  const items: [string, ReactNode][] = [
    [t('需求', 'Need'), <Link to={`/needs?need=${needId}`}>{`${term(needTypes[type])}：${summary}`}</Link>],
    [t('机构', 'Body'), `${bodyName}（${term(referralBodies[body])}）`],
    [t('原因', 'Why'), reason],
    [t('居民同意', 'Consent'), term(consents[consent])],
    [t('状态', 'State'), term(referralStates[state])],
    [t('期限', 'Due'), <Due at={dueAt} now={now} />],
  ];
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        bordered
        items={items.map(([label, children]) => ({ key: label, label, children }))}
      />
      <Steps referral={referral} />
      <h2>{t('联系人', 'Contact')}</h2>
      <Contact referral={referral} />
      <h2>{t('经过', 'History')}</h2>
      <Timeline
        items={history.map(({ state: reached, byRole, at, note }) => ({
          content: (
            <>
              {`${term(referralStates[reached])} · ${byRole === 'system' ? t('系统', 'System') : term(roleNames[byRole])}`}
              <div className="quiet">{moment(at, language)}</div>
              {note && <div>{note}</div>}
            </>
          ),
        }))}
      />
    </>
  );
}

const questions: Record<Step, readonly [string, string]> = {
  send: ['材料已交给对方？', 'Was it handed to them?'],
  receive: ['对方已收到？', 'Have they received it?'],
  accept: ['对方接受办理？', 'Do they take it on?'],
  decline: ['对方谢绝？需求回到社工站。', 'Do they decline? The need comes back to the station.'],
  resolve: ['办结了？', 'Is it resolved?'],
  close: ['结案？不能再改。', 'Close it? Nothing can be changed then.'],
};
const noteNeeded: readonly Step[] = ['decline', 'resolve'];

function Steps({ referral }: { referral: Referral }) {
  const t = useText();
  const term = useTerm();
  const session = useSession();
  if (!session) return null;
  const note = (step: Step) =>
    step === 'decline' ? t('为什么？', 'Why?') : t('结果如何？', 'What came of it?');
  return (
    <div className="steps">
      {nextSteps(referral, session).map((step) => (
        <Decision<{ note?: string }>
          key={step}
          name={term(steps[step])}
          title={term(questions[step])}
          isPrimary={step !== 'decline'}
          isDanger={step === 'decline'}
          changes={['referrals', 'needs', 'need']}
          decide={({ note: said }) =>
            api.post('/api/v1/referrals/{id}/steps', {
              path: { id: referral.id },
              body: { step, note: said?.trim() || undefined },
            })
          }
        >
          {noteNeeded.includes(step) && (
            <Form.Item
              name="note"
              label={note(step)}
              rules={[{ required: true, whitespace: true, message: t('请填写', 'Needed') }]}
            >
              <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
            </Form.Item>
          )}
        </Decision>
      ))}
    </div>
  );
}
