import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { Answer } from '../answer';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useTerm, useText } from '../language';
import { useNow } from '../live';
import { roleNames } from '../terms';
import { fromField, moment, nextQuarter, toField } from '../time';
import { useRegion } from '../volunteers/places';
import { StandIn } from './stand.in';

type Delegation = Schemas['DelegationView'];
type State = 'ended' | 'over' | 'running' | 'coming';

const names: Record<State, readonly [string, string]> = {
  ended: ['已提前结束', 'Ended early'],
  over: ['已期满', 'Over'],
  running: ['生效中', 'Running'],
  coming: ['未开始', 'To come'],
};

function stateOf({ startsAt, endsAt, endedAt }: Delegation, now: number): State {
  if (endedAt !== undefined) return 'ended';
  if (Date.parse(endsAt) <= now) return 'over';
  return Date.parse(startsAt) <= now ? 'running' : 'coming';
}

/** Roles handed to a colleague for a while, and those one was handed. */
export function Delegations() {
  const t = useText();
  const delegations = useQuery({
    queryKey: ['delegations'],
    queryFn: () => api.get('/api/v1/delegations'),
  });
  return (
    <>
      <div className="steps">
        <Delegate />
      </div>
      <Answer
        query={delegations}
        empty={{
          when: ({ items }) => items.length === 0,
          teach: t(
            '没有委托。休假前可把岗位委托给同单位的同事，最长 62 天，到期自动结束。',
            'No delegations. Before a holiday hand your role to a colleague, for 62 days at most; it ends by itself.',
          ),
        }}
      >
        {({ items }) => (
          <ul className="list">
            {items.map((one) => (
              <li key={one.id} className="panel">
                <DelegationPanel delegation={one} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}

function DelegationPanel({ delegation }: { delegation: Delegation }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const now = useNow(10_000);
  const place = useRegion(delegation.region).data?.name ?? delegation.region;
  const { id, isGiven, fromUserName, toUserName, role, startsAt, endsAt } = delegation;
  const state = stateOf(delegation, now);
  return (
    <>
      <h2>
        {`${fromUserName} → ${toUserName} `}
        <span className={`state ${state === 'running' ? 'claimed' : ''}`}>{term(names[state])}</span>
      </h2>
      <p>{`${term(roleNames[role])} · ${place}`}</p>
      <p className="quiet">{`${moment(startsAt, language)} – ${moment(endsAt, language)}`}</p>
      {(state === 'running' || state === 'coming') && (
        <div className="steps">
          {state === 'running' && !isGiven && <StandIn id={id} fromUserName={fromUserName} />}
          <Decision
            name={t('提前结束', 'End it now')}
            title={t('立即结束？代理登录随即失效。', 'End it at once? Sessions of the deputy end too.')}
            isDanger
            changes={['delegations']}
            decide={() => api.post('/api/v1/delegations/{id}/ending', { path: { id } })}
          />
        </div>
      )}
    </>
  );
}

interface Fields {
  userName: string;
  startsAt: string;
  endsAt: string;
}

const dayMs = 86_400_000;

function Delegate() {
  const t = useText();
  const [id, setId] = useState(newId);
  const [from] = useState(() => nextQuarter(Date.now()));
  const required = [{ required: true, message: t('请填写', 'Say so') }];
  return (
    <Decision<Fields>
      name={t('委托给同事', 'Delegate my role')}
      title={t('同事将以自己的名义代行您的岗位', 'A colleague acts in your role, under the own name')}
      isPrimary
      initial={{ startsAt: toField(from), endsAt: toField(from + 7 * dayMs) }}
      changes={['delegations']}
      decide={({ userName, startsAt, endsAt }) =>
        api.post('/api/v1/delegations', {
          body: { id, userName, startsAt: fromField(startsAt), endsAt: fromField(endsAt) },
        })
      }
      done={() => setId(newId())}
    >
      <Form.Item name="userName" label={t('同事的用户名', 'User name of the colleague')} rules={required}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="startsAt" label={t('开始', 'From')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="endsAt" label={t('结束（最长 62 天）', 'Until, 62 days at most')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
    </Decision>
  );
}
