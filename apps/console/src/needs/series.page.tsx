import { Form, Input } from 'antd';
import { Link } from 'react-router';
import { Choice, useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { OrganisationName } from '../divisions/organisation.name';
import { useTerm, useText } from '../language';
import { More, usePages } from '../pages';
import { useSession } from '../session';
import { needStates, needTypes, type Terms } from '../terms';
import { ruleInWords, weekdayNames, weekdayOf } from './recurrence';
import { useResidents } from './residents';

type Series = Schemas['SeriesView'];

const states: Terms<Series['state']> = {
  submitted: ['待居委会核实', 'To be checked by the committee'],
  active: ['进行中', 'Going on'],
  ended: ['已结束', 'Ended'],
};
const dayStates: Terms<Series['next'][number]['state']> = {
  ...needStates,
  planned: ['到时发布', 'Posted when it is due'],
  skipped: ['跳过', 'Left out'],
  holiday: ['放假', 'Holiday'],
};

/** Needs that come again: what comes next of each, a day left out, an end. */
export function SeriesPage() {
  const t = useText();
  const { read, choose } = useAddress();
  const state = read('state') as Series['state'] | undefined;
  const series = usePages(['series', state], (cursor) =>
    api.get('/api/v1/need-series', { query: { limit: 20, cursor, state } }),
  );
  return (
    <>
      <div className="title">
        <h1>{t('定期需求', 'Needs that come again')}</h1>
        <Choice
          label={t('状态', 'State')}
          terms={states}
          value={state}
          choose={(value) => choose({ state: value })}
        />
        <Link className="button" to="/needs/new?repeats=weekly">
          {t('代发定期需求', 'Post one')}
        </Link>
      </div>
      <Answer
        query={series}
        empty={{
          when: (items) => items.length === 0,
          teach: t(
            '没有定期需求。代发需求时选“每周”，以后每次自动提前七天发布。',
            'None. Choose “Every week” when posting a need: each then comes by itself, seven days ahead.',
          ),
        }}
      >
        {(items) => (
          <ul className="list">
            {items.map((one) => (
              <li key={one.id} className="panel">
                <SeriesPanel series={one} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <More pages={series} />
    </>
  );
}

function SeriesPanel({ series }: { series: Series }) {
  const t = useText();
  const term = useTerm();
  const resident = useResidents().data?.find(({ id }) => id === series.residentId);
  const { content, state, rule, startTime, windowMinutes, holidays } = series;
  return (
    <>
      <h2>
        {content.summary ?? (content.type && term(needTypes[content.type]))}{' '}
        <span className={state === 'active' ? 'state claimed' : 'state'}>{term(states[state])}</span>
      </h2>
      <p>{resident?.name}</p>
      {series.groupId !== undefined && <Group id={series.groupId} />}
      <p className="quiet">
        {[
          term(ruleInWords(rule)),
          t(`${startTime} 起 ${windowMinutes} 分钟内`, `from ${startTime} within ${windowMinutes} min`),
        ].join(t('；', '; '))}
        {holidays === 'skip' && t('；放假不来', '; not on holidays')}
      </p>
      <Next days={series.next} />
      <Steps series={series} />
    </>
  );
}

/** The organisation whose members serve together each time. */
function Group({ id }: { id: string }) {
  const t = useText();
  return (
    <p>
      {`${t('团体服务', 'Served by a group')}：`}
      <OrganisationName id={id} />
    </p>
  );
}

const shownDays = 4;

function Next({ days }: { days: Series['next'] }) {
  const term = useTerm();
  if (days.length === 0) return null;
  return (
    <ul className="days">
      {days.slice(0, shownDays).map(({ day, state, needId }) => (
        <li key={day}>
          {`${day} ${term(weekdayNames[weekdayOf(day)])} · `}
          {needId ? (
            <Link to={`/needs?need=${needId}`}>{term(dayStates[state])}</Link>
          ) : (
            term(dayStates[state])
          )}
        </li>
      ))}
    </ul>
  );
}

const stillToCome: readonly Series['next'][number]['state'][] = [
  'planned',
  'forwarded',
  'accepted',
  'posted',
];

function Steps({ series: { id, state, next } }: { series: Series }) {
  const t = useText();
  const role = useSession()?.role;
  const path = { id };
  const day = next.find((one) => stillToCome.includes(one.state))?.day;
  if (state === 'ended') return null;
  return (
    <div className="steps">
      {role === 'committee' && state === 'submitted' && (
        <Decision
          name={t('已核实', 'Checked')}
          title={t('内容属实？此后每次自动发布。', 'Is it so? From then on each is posted by itself.')}
          isPrimary
          changes={['series']}
          decide={() => api.post('/api/v1/need-series/{id}/verification', { path })}
        />
      )}
      {day !== undefined && (
        <Decision<{ reason: string }>
          name={t(`跳过 ${day}`, `Leave out ${day}`)}
          title={t(
            `${day} 这一次不来？已发布的会取消，不能恢复。`,
            `Leave out ${day}? What is posted for it is cancelled, for good.`,
          )}
          changes={['series', 'needs']}
          decide={({ reason }) => api.post('/api/v1/need-series/{id}/skips', { path, body: { day, reason } })}
        >
          <Reason />
        </Decision>
      )}
      <Decision<{ reason: string }>
        name={t('结束', 'End it')}
        title={t(
          '以后都不来？明天起已发布而未开始的会取消，不能恢复。',
          'No more of it? What is posted from tomorrow on and has not begun is cancelled, for good.',
        )}
        isDanger
        changes={['series', 'needs']}
        decide={({ reason }) => api.post('/api/v1/need-series/{id}/end', { path, body: { reason } })}
      >
        <Reason />
      </Decision>
    </div>
  );
}

function Reason() {
  const t = useText();
  return (
    <Form.Item
      name="reason"
      label={t('原因（居民会看到）', 'Reason (the resident sees it)')}
      rules={[{ required: true, whitespace: true, message: t('请说明原因', 'Say why') }]}
    >
      <Input maxLength={200} />
    </Form.Item>
  );
}
