import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Choice, useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { Downloads } from '../downloads';
import { useLanguage, useTerm, useText, type Wording } from '../language';
import { useSession } from '../session';
import { moment } from '../time';
import { addDays, neighbour, type Period } from './day';
import { MetricTable } from './metric.table';
import { metricNames } from './metric.terms';

const periods: Record<Period, Wording> = {
  day: ['每日一报', 'Day'],
  week: ['周报', 'Week'],
  month: ['月报', 'Month'],
  year: ['年报', 'Year'],
};

type Report = Omit<Schemas['PeriodReport'], 'kind'>;

/** A day's report in the shape of the others. */
async function read(region: string, kind: Period, day: string): Promise<Report> {
  if (kind !== 'day') return api.get('/api/v1/reports/periods', { query: { region, kind, day } });
  const report = await api.get('/api/v1/reports/daily', { query: { region, day } });
  return { ...report, from: report.day, to: report.day };
}

/** What was published, with every revision: numbers that changed later are a revision more, with its reason. */
export function PublishedView({ region, today }: { region: string; today: string }) {
  const t = useText();
  const { read: asked, choose } = useAddress();
  const kind = (asked('kind') ?? 'day') as Period;
  const day = asked('day') ?? (kind === 'day' ? addDays(today, -1) : neighbour(today, kind, -1));
  const report = useQuery({
    queryKey: ['published', region, kind, day],
    queryFn: () => read(region, kind, day),
  });
  return (
    <>
      <div className="filter screen">
        <Choice
          label={t('报告', 'Report')}
          terms={periods}
          value={kind}
          isRequired
          choose={(value) => choose({ kind: value, day: undefined })}
        />
        <Button onClick={() => choose({ day: neighbour(day, kind, -1) })}>{t('上一期', 'Before')}</Button>
        <Input
          type="date"
          aria-label={t('日期', 'Day')}
          style={{ width: 160 }}
          value={day}
          max={today}
          onChange={({ target }) => choose({ day: target.value })}
        />
        <Button
          disabled={neighbour(day, kind, 1) >= today}
          onClick={() => choose({ day: neighbour(day, kind, 1) })}
        >
          {t('下一期', 'After')}
        </Button>
      </div>
      <Answer query={report} nothingYet="report.notPublished">
        {(data) => (
          <>
            <Standing report={data} />
            <Downloads path="/api/v1/reports/file" query={{ region, kind, day }} formats={['csv', 'xlsx']} />
            <Revise report={data} kind={kind} />
            <MetricTable
              columns={data.revisions.map(({ revision, metrics }) => ({
                title: t(`第 ${revision} 版`, `Revision ${revision}`),
                metrics,
              }))}
            />
          </>
        )}
      </Answer>
    </>
  );
}

/** Which days, when it was published and why it was revised, and whether it still holds. */
function Standing({ report: { from, to, revisions, outdated } }: { report: Report }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  return (
    <>
      <h2>{from === to ? from : `${from} – ${to}`}</h2>
      <ul>
        {revisions.map(({ revision, publishedAt, reason }) => (
          <li key={revision}>
            {t(`第 ${revision} 版发布于 `, `Revision ${revision} published `)}
            {moment(publishedAt, language)}
            {reason && `：${reason}`}
          </li>
        ))}
      </ul>
      {outdated.length > 0 && (
        <p className="risk">
          {t('发布后又有变化，尚未修订：', 'Changed since, not revised yet: ')}
          {outdated.map((name) => term(metricNames[name])).join(t('、', ', '))}
        </p>
      )}
    </>
  );
}

function Revise({ report, kind }: { report: Report; kind: Period }) {
  const t = useText();
  const role = useSession()?.role;
  const { region, from: day, outdated } = report;
  if ((role !== 'official' && role !== 'administrator') || outdated.length === 0) return null;
  return (
    <div className="steps screen">
      <Decision<{ reason: string }>
        name={t('修订', 'Revise')}
        title={t('发布新的一版？以前各版保留。', 'Publish a revision? Earlier ones stay.')}
        isPrimary
        changes={['published']}
        decide={({ reason }) =>
          kind === 'day'
            ? api.post('/api/v1/reports/daily/revisions', { body: { region, day, reason } })
            : api.post('/api/v1/reports/periods/revisions', { body: { region, kind, day, reason } })
        }
      >
        <Form.Item
          name="reason"
          label={t('原因（随报告公布）', 'Reason, published with it')}
          rules={[{ required: true, whitespace: true, message: t('请说明原因', 'Say why') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Decision>
    </div>
  );
}
