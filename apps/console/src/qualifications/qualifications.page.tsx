import { useState } from 'react';
import { Choice, useAddress, Views } from '../address';
import { Answer } from '../answer';
import { api } from '../api';
import { useText, type Wording } from '../language';
import { More, usePages } from '../pages';
import { QualificationTable } from './qualification.table';
import { qualificationStates } from './qualification.terms';

const views = {
  waiting: ['待核验', 'To be verified'],
  due: ['即将到期', 'Ending soon'],
  all: ['全部', 'All'],
} satisfies Record<string, Wording>;
type View = keyof typeof views;

const spans = {
  '30': ['30 天内', 'Within 30 days'],
  '60': ['60 天内', 'Within 60 days'],
  '90': ['90 天内', 'Within 90 days'],
} satisfies Record<string, Wording>;
type Days = keyof typeof spans;

const dayMs = 86_400_000;

/** Insurance, training and certificates of volunteers who live here: what waits for the desk, and what ends soon. */
export function QualificationsPage() {
  const t = useText();
  const { read } = useAddress();
  const asked = read('view') ?? '';
  const view: View = asked in views ? (asked as View) : 'waiting';
  return (
    <>
      <h1>{t('保险、培训与证件', 'Insurance, training, certificates')}</h1>
      <Views views={views} shown={view} />
      {view === 'waiting' && (
        <List
          query={{ state: 'declared' }}
          teach={t(
            '没有待核验的资质。志愿者声明的保险、培训与证件，看过原件后核验才算数。',
            'Nothing waits. What volunteers declare counts once you have seen the document.',
          )}
        />
      )}
      {view === 'due' && <Due />}
      {view === 'all' && <All />}
    </>
  );
}

function Due() {
  const t = useText();
  const { read, choose } = useAddress();
  const asked = read('days') ?? '';
  const days: Days = asked in spans ? (asked as Days) : '30';
  // The same instant while the page is open: a query that moves on would never be answered from what is there.
  const [now] = useState(() => Date.now());
  const endsBefore = new Date(now + Number(days) * dayMs).toISOString();
  return (
    <>
      <Choice
        label={t('到期', 'Ends')}
        terms={spans}
        value={days}
        isRequired
        choose={(value) => choose({ days: value })}
      />
      <List
        query={{ endsBefore }}
        teach={t(
          '没有即将到期的。到期后，需要它的任务就不能再接；已有更晚到期的不在此列。',
          'Nothing ends soon. From its end on, errands that need it cannot be claimed; what is renewed is not listed.',
        )}
      />
    </>
  );
}

function All() {
  const t = useText();
  const { read, choose } = useAddress();
  const state = read('state') as keyof typeof qualificationStates | undefined;
  return (
    <>
      <Choice
        label={t('状态', 'State')}
        terms={qualificationStates}
        value={state}
        choose={(value) => choose({ state: value })}
      />
      <List
        query={{ state }}
        teach={t('没有资质。在志愿者的详情里登记。', 'None. Record them where a volunteer is shown.')}
      />
    </>
  );
}

interface ListProps {
  query: { state?: keyof typeof qualificationStates; endsBefore?: string };
  teach: string;
}

function List({ query, teach }: ListProps) {
  const qualifications = usePages(['qualifications', query], (cursor) =>
    api.get('/api/v1/qualifications', { query: { ...query, limit: 100, cursor } }),
  );
  return (
    <Answer query={qualifications} empty={{ when: (items) => items.length === 0, teach }}>
      {(items) => (
        <>
          <QualificationTable items={items} hasVolunteer />
          <More pages={qualifications} />
        </>
      )}
    </Answer>
  );
}
