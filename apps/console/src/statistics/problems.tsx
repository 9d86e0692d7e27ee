import { useQuery } from '@tanstack/react-query';
import { Button, Form, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Choice, useAddress } from '../address';
import { Answer } from '../answer';
import { api, newId } from '../api';
import { Decision } from '../decision';
import { Place } from '../divisions/division.path';
import { useTerm, useText } from '../language';
import { Log } from '../log';
import { usePages } from '../pages';
import { Span } from '../published/span';
import { CommunityField } from '../volunteers/community.field';
import { DayField } from './entry.fields';
import { ProblemPanel } from './problem.panel';
import { type ProblemFields, ProblemFieldsOf } from './problem.fields';
import { type Problem, problemCategories, problemStates } from './statistic.terms';

const changes = ['problems'] as const;

/** What people asked a station for, day by day, and what became of it. */
export function Problems({ region, today }: { region: string; today: string }) {
  const t = useText();
  const { read, choose } = useAddress();
  const state = read('state') as Problem['state'] | undefined;
  const [from, to, problem] = [read('from'), read('to'), read('problem')];
  const pages = usePages<Problem>(['problems', region, state, from, to], (cursor) =>
    api.get('/api/v1/problems', { query: { region, state, from, to, cursor } }),
  );
  return (
    <>
      <div className="title">
        <Choice
          label={t('状态', 'State')}
          terms={problemStates}
          value={state}
          choose={(value) => choose({ state: value })}
        />
        <Span from={from ?? ''} to={to ?? ''} today={today} />
        <LogProblem region={region} today={today} />
      </div>
      <Counts region={region} from={from} to={to} />
      <Log
        pages={pages}
        label={t('问题日志', 'The log')}
        teach={t(
          '没有这样的问题。居民来问、来求助的，当天登记；转介、办结随后补上，登记数与转介数由此得出。',
          'Nothing like this was asked. Log what people ask for on the day; referrals and closings follow, and the figures with them.',
        )}
        columns={useColumns()}
      />
      {problem && <ProblemPanel id={problem} close={() => choose({ problem: undefined })} />}
    </>
  );
}

function useColumns(): TableColumnsType<Problem> {
  const t = useText();
  const term = useTerm();
  const { choose } = useAddress();
  return [
    { title: t('日期', 'Day'), dataIndex: 'day', className: 'line' },
    {
      title: t('类别', 'Kind'),
      className: 'line',
      render: (_, { category }) => term(problemCategories[category]),
    },
    {
      title: t('所问', 'What was asked'),
      render: (_, { id, asked }) => (
        <Button type="link" onClick={() => choose({ problem: id })}>
          {asked.length > 40 ? `${asked.slice(0, 40)}…` : asked}
        </Button>
      ),
    },
    { title: t('社区', 'Community'), className: 'line', render: (_, { region }) => <Place code={region} /> },
    { title: t('状态', 'State'), className: 'line', render: (_, { state }) => term(problemStates[state]) },
    { title: t('转往', 'Referred to'), render: (_, { bodyName }) => bodyName ?? '—' },
  ];
}

/** How many were logged and what became of them, all kinds together. */
function Counts({ region, from, to }: { region: string; from?: string; to?: string }) {
  const t = useText();
  const counts = useQuery({
    queryKey: ['problems', 'counts', region, from, to],
    queryFn: () => api.get('/api/v1/problems/counts', { query: { region, from, to } }),
  });
  return (
    <Answer query={counts}>
      {({ categories }) => {
        const sum = (of: 'logged' | 'referred' | 'stillOpen' | 'closed') =>
          categories.reduce((all, one) => all + one[of], 0);
        return (
          <p role="status">
            {t(
              `登记 ${sum('logged')} 件，转介过 ${sum('referred')} 件，待办 ${sum('stillOpen')} 件，办结 ${sum('closed')} 件`,
              `${sum('logged')} logged, ${sum('referred')} referred at some time, ${sum('stillOpen')} open, ${sum('closed')} closed`,
            )}
          </p>
        );
      }}
    </Answer>
  );
}

function LogProblem({ region, today }: { region: string; today: string }) {
  const t = useText();
  const [id, setId] = useState(newId);
  return (
    <Decision<ProblemFields & { region?: string; day: string }>
      name={t('登记问题', 'Log a problem')}
      title={t('不写姓名、电话、证件号与门牌。', 'No names, numbers or doors.')}
      isPrimary
      initial={{ state: 'open', day: today }}
      changes={changes}
      done={() => setId(newId())}
      decide={({ region: community = region, ...rest }) =>
        api.post('/api/v1/problems', { body: { ...rest, id, region: community } })
      }
    >
      <Form.Item name="region" label={t('社区', 'Community')}>
        <CommunityField within={region} />
      </Form.Item>
      <DayField name="day" label={t('日期', 'Day')} max={today} />
      <ProblemFieldsOf />
    </Decision>
  );
}
