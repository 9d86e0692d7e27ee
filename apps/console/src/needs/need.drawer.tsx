import { useQuery } from '@tanstack/react-query';
import { Descriptions, Drawer, Form, Input, Timeline } from 'antd';
import { Link } from 'react-router';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { mayOpen } from '../places';
import { useSession } from '../session';
import { needStates, needTypes, roleNames } from '../terms';
import { clock, moment } from '../time';
import { Rejection } from './rejection';

type Need = Schemas['NeedView'];

/** A need with its whole history, and the steps that this role may take now. */
export function NeedDrawer({ id, close }: { id: string | undefined; close: () => void }) {
  const t = useText();
  const need = useQuery({
    queryKey: ['need', id],
    queryFn: () => api.get('/api/v1/needs/{id}', { path: { id: id ?? '' } }),
    enabled: id !== undefined,
  });
  return (
    <Drawer
      open={id !== undefined}
      onClose={close}
      title={t('需求', 'Need')}
      size="min(520px, 100vw)"
      destroyOnHidden
    >
      <Answer query={need}>{(data) => <Details need={data} />}</Answer>
    </Drawer>
  );
}

function Details({ need }: { need: Need }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const items: [string, string | undefined][] = [
    [t('类型', 'Kind'), term(needTypes[need.type])],
    [t('内容', 'What'), need.summary],
    [t('居民', 'Resident'), need.residentName],
    [t('时间', 'When'), `${moment(need.windowStart, language)} – ${clock(need.windowEnd)}`],
    [t('预计', 'Takes'), t(`${need.expectedMinutes} 分钟`, `${need.expectedMinutes} min`)],
    [t('风险告知', 'Risk'), need.riskNotice],
    [t('门口暗号', 'Code at the door'), need.serviceCode],
    [t('结束暗号', 'Code at the end'), need.closingCode],
  ];
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        bordered
        items={items
          .filter(([, value]) => value !== undefined)
          .map(([label, value]) => ({ key: label, label, children: value }))}
      />
      <Steps need={need} />
      <Onward need={need} />
      <h2>{t('全过程', 'History')}</h2>
      <Timeline
        items={need.history.map(({ state, byRole, at, reason }) => ({
          content: (
            <>
              {`${term(needStates[state])} · ${byRole === 'system' ? t('系统', 'System') : term(roleNames[byRole])}`}
              <div className="quiet">{moment(at, language)}</div>
              {reason && <div>{reason}</div>}
            </>
          ),
        }))}
      />
    </>
  );
}

/** What can be done with a need on pages of their own, as far as this role may open them. */
function Onward({ need: { id, state, serviceCode, errandId } }: { need: Need }) {
  const t = useText();
  const role = useSession()?.role;
  if (!role) return null;
  return (
    <div className="steps">
      {errandId !== undefined && serviceCode !== undefined && mayOpen(role, '/needs/slip') && (
        <Link to={`/needs/slip?need=${id}`}>{t('打印给居民的纸条', 'Print a slip for the resident')}</Link>
      )}
      {['forwarded', 'accepted'].includes(state) && mayOpen(role, '/referrals/new') && (
        <Link to={`/referrals/new?need=${id}`}>{t('转介给其他机构', 'Refer to another body')}</Link>
      )}
    </div>
  );
}

/** None of them can be taken back, so each asks. */
function Steps({ need: { id, state } }: { need: Need }) {
  const t = useText();
  const role = useSession()?.role;
  const path = { id };
  const changes = ['need', 'needs'];
  const mayCancel =
    (role === 'committee' || role === 'station') &&
    !['fulfilled', 'closed', 'cancelled', 'rejected'].includes(state);
  const mayReject = mayCancel && ['submitted', 'verified', 'forwarded', 'accepted'].includes(state);
  return (
    <div className="steps">
      {role === 'committee' && state === 'submitted' && (
        <Decision
          name={t('已核实，转社工站', 'Verified: to the station')}
          title={t('内容属实？社工站随即收到。', 'Is it so? The station has it at once.')}
          isPrimary
          changes={changes}
          decide={() => api.post('/api/v1/needs/{id}/verification', { path })}
        />
      )}
      {role === 'station' && ['forwarded', 'accepted'].includes(state) && (
        <Decision
          name={t('受理并发布', 'Take on and post')}
          title={t(
            '受理并发布？附近志愿者随即收到提醒；之后只能取消。',
            'Take it on and post it? Volunteers near by are told at once; from then on it can only be cancelled.',
          )}
          isPrimary
          changes={changes}
          decide={() => api.post('/api/v1/needs/{id}/acceptance', { path, body: {} })}
        />
      )}
      {mayReject && <Rejection id={id} />}
      {mayCancel && (
        <Decision<{ reason: string }>
          name={t('取消需求', 'Cancel the need')}
          title={t('取消这条需求？不可恢复。', 'Cancel this need? It cannot be undone.')}
          isDanger
          changes={changes}
          decide={(body) => api.post('/api/v1/needs/{id}/cancellation', { path, body })}
        >
          <Form.Item
            name="reason"
            label={t('原因（居民会看到）', 'Reason (the resident sees it)')}
            rules={[{ required: true, whitespace: true, message: t('请说明原因', 'Say why') }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        </Decision>
      )}
    </div>
  );
}
