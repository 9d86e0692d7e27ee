import { useQuery } from '@tanstack/react-query';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Choice, useAddress } from '../address';
import { api, newId } from '../api';
import { Decision } from '../decision';
import { Place } from '../divisions/division.path';
import { useTerm, useText } from '../language';
import { Log } from '../log';
import { usePages } from '../pages';
import { Span } from '../published/span';
import { EvidenceFieldsOf } from './entry.fields';
import { ImportRecords } from './import.records';
import { type RecordFields, RecordFieldsOf, type ValueFields, ValueFieldsOf } from './record.fields';
import { figureOf, fromShown, type Metric, metricNames, type Statistic, toShown } from './statistic.terms';
import { ReasonField, VersionsPanel, Withdraw } from './versions';

export const recordChanges = ['statistics', 'campaigns'] as const;

/** What a place and everything inside it has entered, each record in its newest version. */
export function Records({ region, today }: { region: string; today: string }) {
  const t = useText();
  const { read, choose } = useAddress();
  const metric = read('metric') as Metric | undefined;
  const [from, to, campaignId] = [read('from'), read('to'), read('campaign')];
  const pages = usePages<Statistic>(['statistics', region, metric, from, to, campaignId], (cursor) =>
    api.get('/api/v1/statistics', { query: { region, metric, from, to, campaignId, cursor } }),
  );
  const record = read('record');
  return (
    <>
      <div className="title">
        <Choice
          label={t('指标', 'Figure')}
          terms={metricNames}
          value={metric}
          choose={(value) => choose({ metric: value })}
        />
        <Span from={from ?? ''} to={to ?? ''} today={today} />
        {campaignId && (
          <Button onClick={() => choose({ campaign: undefined })}>
            {t('不限于一项专项行动', 'Not of one campaign alone')}
          </Button>
        )}
        <NewRecord region={region} today={today} />
        <ImportRecords region={region} today={today} />
      </div>
      <Log
        pages={pages}
        label={t('统计记录', 'Records')}
        teach={t(
          '这里还没有这样的记录。个案、小组、活动、持证社工、资源链接等系统不自己数的，在这里登记或整表导入。',
          'No such records here yet. Cases, groups, activities, licensed staff, resource links: enter them, or import a file.',
        )}
        columns={useColumns()}
      />
      {record && <RecordPanel id={record} close={() => choose({ record: undefined })} />}
    </>
  );
}

function useColumns(): TableColumnsType<Statistic> {
  const t = useText();
  const term = useTerm();
  const { choose } = useAddress();
  return [
    {
      title: t('指标', 'Figure'),
      render: (_, { id, metric }) => (
        <Button type="link" onClick={() => choose({ record: id })}>
          {term(metricNames[metric])}
        </Button>
      ),
    },
    {
      title: t('数值', 'Value'),
      align: 'right',
      className: 'line',
      render: (_, record) => figureOf(record, t),
    },
    {
      title: t('期间', 'Days'),
      className: 'line',
      render: (_, { from, to }) => (from ? `${from} – ${to}` : to),
    },
    { title: t('区划', 'Division'), className: 'line', render: (_, { region }) => <Place code={region} /> },
    { title: t('来源', 'Source'), dataIndex: 'source' },
    {
      title: t('版本', 'Version'),
      render: (_, { version, isWithdrawn }) =>
        isWithdrawn ? <span className="state rejected">{t('已撤回', 'Withdrawn')}</span> : version,
    },
  ];
}

interface NewProps {
  region: string;
  today: string;
  /** What it is progress of. */
  campaign?: { id: string; metric: Metric; from: string | undefined };
}

/** Enters one record: a figure of the place, or progress of a campaign. */
export function NewRecord({ region, today, campaign }: NewProps) {
  const t = useText();
  const [id, setId] = useState(newId);
  const campaignId = campaign?.id;
  return (
    <Decision<RecordFields>
      name={campaign ? t('登记进展', 'Enter progress') : t('登记一项', 'Enter one')}
      title={t(
        '登记后公开；错了以新版本更正，不会抹去。',
        'It is public once entered; a mistake is corrected by a version more, never wiped.',
      )}
      isPrimary
      initial={{ qualifier: 'exact', to: today, metric: campaign?.metric, from: campaign?.from }}
      changes={recordChanges}
      done={() => setId(newId())}
      decide={({ value, metric, ...rest }) =>
        api.post('/api/v1/statistics', {
          body: { ...rest, id, region, campaignId, metric, value: fromShown(metric, value) },
        })
      }
    >
      <RecordFieldsOf today={today} metric={campaign?.metric} />
    </Decision>
  );
}

function RecordPanel({ id, close }: { id: string; close: () => void }) {
  const t = useText();
  const term = useTerm();
  const versions = useQuery({
    queryKey: ['statistics', 'one', id],
    queryFn: () => api.get('/api/v1/statistics/{id}/versions', { path: { id } }),
  });
  const newest = versions.data?.items.at(-1);
  return (
    <VersionsPanel
      title={newest ? term(metricNames[newest.metric]) : t('统计记录', 'Record')}
      query={versions}
      close={close}
      tell={(one) => `${figureOf(one, t)} · ${one.from ? `${one.from} – ` : ''}${one.to} · ${one.source}`}
      steps={(one) => <Steps record={one} />}
    />
  );
}

function Steps({ record }: { record: Statistic }) {
  const t = useText();
  const { id, version: ofVersion, metric, value, qualifier, evidence, evidenceSha256, isWithdrawn } = record;
  const correct = (body: object) =>
    api.post('/api/v1/statistics/{id}/corrections', {
      path: { id },
      body: { value, qualifier, evidence, evidenceSha256, reason: '', ...body, ofVersion },
    });
  return (
    <>
      <Decision<ValueFields & { reason: string }>
        name={isWithdrawn ? t('重新登记', 'Enter it again') : t('更正', 'Correct')}
        title={t('增加一个版本；先前的仍可查看。', 'A version more; those before stay to be read.')}
        isPrimary
        initial={{ value: toShown(metric, value), qualifier, evidence, evidenceSha256 }}
        changes={recordChanges}
        decide={({ value: shown, ...rest }) => correct({ ...rest, value: fromShown(metric, shown) })}
      >
        <ValueFieldsOf metric={metric} />
        <EvidenceFieldsOf />
        <ReasonField />
      </Decision>
      {!isWithdrawn && (
        <Withdraw changes={recordChanges} send={(reason) => correct({ reason, isWithdrawn: true })} />
      )}
    </>
  );
}
