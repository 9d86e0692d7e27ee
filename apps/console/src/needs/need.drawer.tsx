import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Descriptions, Drawer, Input, Modal, Timeline } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Answer, Failure } from '../answer';
import { api, type Schemas } from '../api';
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

/** Accepting can be undone by cancelling; cancelling cannot, and asks for a reason. */
function Steps({ need }: { need: Need }) {
  const t = useText();
  const role = useSession()?.role;
  const queries = useQueryClient();
  const [reason, setReason] = useState<string>();
  const path = { id: need.id };
  const step = useMutation({
    mutationFn: (what: 'verify' | 'accept' | 'cancel') => {
      if (what === 'verify') return api.post('/api/v1/needs/{id}/verification', { path });
      if (what === 'accept') return api.post('/api/v1/needs/{id}/acceptance', { path, body: {} });
      return api.post('/api/v1/needs/{id}/cancellation', { path, body: { reason: reason ?? '' } });
    },
    onSuccess: (after) => {
      setReason(undefined);
      queries.setQueryData(['need', need.id], after);
      return queries.invalidateQueries({ queryKey: ['needs'] });
    },
  });
  const mayCancel =
    (role === 'committee' || role === 'station') &&
    !['fulfilled', 'closed', 'cancelled', 'rejected'].includes(need.state);
  const mayReject = mayCancel && ['submitted', 'verified', 'forwarded', 'accepted'].includes(need.state);
  return (
    <div className="steps">
      {role === 'committee' && need.state === 'submitted' && (
        <Button type="primary" loading={step.isPending} onClick={() => step.mutate('verify')}>
          {t('已核实，转社工站', 'Verified: to the station')}
        </Button>
      )}
      {role === 'station' && ['forwarded', 'accepted'].includes(need.state) && (
        <Button type="primary" loading={step.isPending} onClick={() => step.mutate('accept')}>
          {t('受理并发布', 'Take on and post')}
        </Button>
      )}
      {mayReject && <Rejection id={need.id} />}
      {mayCancel && (
        <Button danger onClick={() => setReason('')}>
          {t('取消需求', 'Cancel the need')}
        </Button>
      )}
      {step.error !== null && <Failure error={step.error} />}
      <Modal
        open={reason !== undefined}
        title={t('取消这条需求？不可恢复。', 'Cancel this need? It cannot be undone.')}
        okText={t('取消需求', 'Cancel the need')}
        okButtonProps={{ danger: true, disabled: !reason?.trim(), loading: step.isPending }}
        cancelText={t('返回', 'Back')}
        onOk={() => step.mutate('cancel')}
        onCancel={() => setReason(undefined)}
      >
        <label>
          {t('原因（居民会看到）', 'Reason (the resident sees it)')}
          <Input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
        </label>
      </Modal>
    </div>
  );
}
