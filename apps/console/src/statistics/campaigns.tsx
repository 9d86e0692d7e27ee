import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Progress, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../address';
import { Answer } from '../answer';
import { api, newId, type Schemas } from '../api';
import { Decision } from '../decision';
import { Place } from '../divisions/division.path';
import { useTerm, useText } from '../language';
import { More, usePages } from '../pages';
import { lies } from '../referrals/next.steps';
import { useSession } from '../session';
import { DayField, type EvidenceFields, EvidenceFieldsOf } from './entry.fields';
import { NewRecord } from './records';
import { type Campaign, figureOf, fromShown, goals, metricNames, stands, toShown } from './statistic.terms';
import { ReasonField, VersionsPanel, Withdraw } from './versions';

type Version = Schemas['CampaignView'];

const changes = ['campaigns'] as const;

/** Campaigns of a place and everything inside it, each with its goal and how far it is. */
export function Campaigns({ region, today }: { region: string; today: string }) {
  const t = useText();
  const { read, choose } = useAddress();
  const on = read('on');
  const pages = usePages<Campaign>(['campaigns', region, on], (cursor) =>
    api.get('/api/v1/open/campaigns', { query: { region, on, cursor } }),
  );
  const campaign = read('campaign');
  return (
    <>
      <div className="title">
        <label className="filter">
          {t('在这一天进行', 'Running on')}
          <Input type="date" value={on ?? ''} onChange={({ target }) => choose({ on: target.value })} />
        </label>
        <NewCampaign region={region} />
      </div>
      <Answer
        query={pages}
        empty={{
          when: (items) => items.length === 0,
          teach: t(
            '没有专项行动。先立一项：写明做什么、数什么、目标多少；进展逐条登记，完成比例随之而来。',
            'No campaigns. Enter one with what it counts and its target; progress is entered record by record, and the share follows.',
          ),
        }}
      >
        {(items) => (
          <>
            <ul className="list">
              {items.map((one) => (
                <li key={one.id} className="panel">
                  <Standing campaign={one} today={today} open={() => choose({ campaign: one.id })} />
                </li>
              ))}
            </ul>
            <More pages={pages} />
          </>
        )}
      </Answer>
      {campaign && <CampaignPanel id={campaign} close={() => choose({ campaign: undefined })} />}
    </>
  );
}

interface StandingProps {
  campaign: Campaign;
  today: string;
  open: () => void;
}

function Standing({ campaign, today, open }: StandingProps) {
  const t = useText();
  const term = useTerm();
  const own = useSession()?.region;
  const { id, region, name, metric, target, from, to, reached, qualifier, percent, records } = campaign;
  const most = toShown(metric, target).toLocaleString('en-US');
  const soFar = figureOf({ metric, value: reached, qualifier }, t);
  return (
    <>
      <button type="button" className="plain" onClick={open}>
        <strong>{name}</strong>
        <span className="summary">{`${from} – ${to}`}</span>
      </button>
      <p className="quiet">
        <Place code={region} /> · {term(metricNames[metric])}
      </p>
      <Progress percent={Math.min(100, percent)} format={() => `${percent}%`} aria-label={name} />
      <p>{t(`目标 ${most}，已达 ${soFar}`, `Target ${most}, reached ${soFar}`)}</p>
      <div className="steps">
        {own !== undefined && lies(region, own) && from <= today && (
          <NewRecord
            region={region}
            today={today < to ? today : to}
            campaign={{ id, metric, from: stands(metric) ? undefined : from }}
          />
        )}
        <Link to={`?${new URLSearchParams({ view: 'records', region, campaign: id }).toString()}`}>
          {t(`进展 ${records} 条`, `Records: ${records}`)}
        </Link>
      </div>
    </>
  );
}

interface Fields extends EvidenceFields {
  name: string;
  metric: Campaign['metric'];
  target: number;
  from: string;
  to: string;
}

function NewCampaign({ region }: { region: string }) {
  const t = useText();
  const term = useTerm();
  const [id, setId] = useState(newId);
  return (
    <Decision<Fields>
      name={t('新立一项', 'Enter a campaign')}
      title={t(
        '登记后公开；目标可以更正，名称、指标与期间不再改。',
        'It is public; its target may be corrected, its name, figure and days stay.',
      )}
      isPrimary
      changes={changes}
      done={() => setId(newId())}
      decide={({ target, ...rest }) =>
        api.post('/api/v1/campaigns', {
          body: { ...rest, id, region, target: fromShown(rest.metric, target) },
        })
      }
    >
      <Form.Item
        name="name"
        label={t('名称', 'Name')}
        rules={[{ required: true, whitespace: true, message: t('请填写', 'Needed') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="metric"
        label={t('目标指标', 'What it counts')}
        rules={[{ required: true, message: t('请选择', 'Choose one') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={goals.map((value) => ({ value, label: term(metricNames[value]) }))}
        />
      </Form.Item>
      <TargetField />
      <div className="row">
        <DayField name="from" label={t('起日', 'First day')} />
        <DayField name="to" label={t('止日', 'Last day')} />
      </div>
      <EvidenceFieldsOf />
    </Decision>
  );
}

function TargetField({ metric: given }: { metric?: Campaign['metric'] }) {
  const t = useText();
  const metric = Form.useWatch<Campaign['metric'] | undefined>('metric') ?? given;
  const isMoney = metric === 'resourceEquivalentFen';
  return (
    <Form.Item
      name="target"
      label={t('目标', 'Target')}
      rules={[{ required: true, message: t('请填写', 'Needed') }]}
    >
      <InputNumber
        min={isMoney ? 0.01 : 1}
        max={1e12}
        precision={isMoney ? 2 : 0}
        style={{ width: '100%' }}
      />
    </Form.Item>
  );
}

function CampaignPanel({ id, close }: { id: string; close: () => void }) {
  const t = useText();
  const term = useTerm();
  const versions = useQuery({
    queryKey: ['campaigns', 'one', id],
    queryFn: () => api.get('/api/v1/campaigns/{id}/versions', { path: { id } }),
  });
  const told = ({ metric, target, from, to }: Version) =>
    `${term(metricNames[metric])} · ${t('目标', 'Target')} ${toShown(metric, target).toLocaleString('en-US')} · ${from} – ${to}`;
  return (
    <VersionsPanel
      title={versions.data?.items[0]?.name ?? t('专项行动', 'Campaign')}
      query={versions}
      close={close}
      tell={told}
      steps={(one) => <Steps campaign={one} />}
    />
  );
}

function Steps({ campaign }: { campaign: Version }) {
  const t = useText();
  const { id, version: ofVersion, metric, target, evidence, evidenceSha256, isWithdrawn } = campaign;
  const correct = (body: object) =>
    api.post('/api/v1/campaigns/{id}/corrections', {
      path: { id },
      body: { target, evidence, evidenceSha256, reason: '', ...body, ofVersion },
    });
  return (
    <>
      <Decision<EvidenceFields & { target: number; reason: string }>
        name={isWithdrawn ? t('重新登记', 'Enter it again') : t('更正目标', 'Correct the target')}
        title={t('增加一个版本；先前的仍可查看。', 'A version more; those before stay to be read.')}
        isPrimary
        initial={{ target: toShown(metric, target), evidence, evidenceSha256 }}
        changes={changes}
        decide={({ target: shown, ...rest }) => correct({ ...rest, target: fromShown(metric, shown) })}
      >
        <TargetField metric={metric} />
        <EvidenceFieldsOf />
        <ReasonField />
      </Decision>
      {!isWithdrawn && (
        <Withdraw changes={changes} send={(reason) => correct({ reason, isWithdrawn: true })} />
      )}
    </>
  );
}
