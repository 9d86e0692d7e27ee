import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select, Table } from 'antd';
import { useState } from 'react';
import { useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useText } from '../language';
import { addDays } from '../published/day';
import { useSession } from '../session';
import { moment, toField } from '../time';
import { useRegion } from '../volunteers/places';
import { Wide } from '../wide';

type Steps = Schemas['StarSteps'];

/** The hours of each star, where they hold and by which decision; an administrator decides on others. */
export function StarsPage() {
  const t = useText();
  const { read, choose } = useAddress();
  const places = usePlaces();
  const region = read('region') ?? places[0]?.code ?? '';
  const role = useSession()?.role;
  const [now, later] = [useSteps(region), useSteps(region, lastDay)];
  return (
    <>
      <div className="title">
        <h1>{t('星级标准', 'Steps of the stars')}</h1>
        <label className="filter">
          {t('地区', 'Where')}
          <Select
            aria-label={t('地区', 'Where')}
            value={region}
            popupMatchSelectWidth={false}
            onChange={(code: string) => choose({ region: code })}
            options={places.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </label>
        {role === 'administrator' && later.data && (
          <Decide key={`${region} ${later.data.version}`} region={region} known={later.data} />
        )}
      </div>
      <Answer query={now}>{(data) => <StepsTable steps={data} />}</Answer>
      {later.data && now.data && later.data.version !== now.data.version && (
        <>
          <h2>{t('已定、尚未生效', 'Decided, not in force yet')}</h2>
          <StepsTable steps={later.data} />
        </>
      )}
    </>
  );
}

/** Beyond every day that anything is decided for. */
const lastDay = '2099-12-31';

/** What holds somewhere on a day, today unless told. */
function useSteps(region: string, day?: string) {
  return useQuery({
    queryKey: ['star-steps', region, day],
    queryFn: () => api.get('/api/v1/star-steps', { query: { region, day } }),
    enabled: region !== '',
  });
}

/** The city and its counties, as far as they are one's own. */
function usePlaces(): { code: string; name: string }[] {
  const t = useText();
  const own = useRegion(useSession()?.region ?? '').data;
  const city = useRegion(own?.level === 'province' ? (own.children[0]?.code ?? '') : '').data;
  const top = own?.level === 'province' ? city : own;
  if (!top) return [];
  // The single city of a municipality has no name of its own.
  const name = top.level === 'city' ? t('全市', 'The whole city') : top.name;
  return [{ code: top.code, name }, ...(top.level === 'city' ? top.children : [])];
}

function StepsTable({ steps: known }: { steps: Steps }) {
  const t = useText();
  const { steps, fewestEvaluations } = known;
  return (
    <>
      <Source steps={known} />
      <Wide label={t('星级标准', 'Steps of the stars')}>
        <Table
          rowKey="hours"
          dataSource={steps}
          pagination={false}
          size="small"
          columns={[
            { title: t('星级', 'Stars'), render: (_, __, index) => index + 1 },
            { title: t('累计小时', 'Hours in a life'), dataIndex: 'hours', align: 'right' },
            {
              title: t('好评至少', 'Without a complaint, at least'),
              align: 'right',
              render: (_, { goodPercent }) => (goodPercent ? `${goodPercent} %` : '—'),
            },
          ]}
        />
      </Wide>
      <p className="quiet">
        {t(
          `评价少于 ${fewestEvaluations} 次的，不看好评率。`,
          `Who has fewer than ${fewestEvaluations} evaluations is held back by none.`,
        )}
      </p>
    </>
  );
}

/** Where they were decided and from when they hold. */
function Source({
  steps: { region, version, effectiveFrom = '', source = '', decidedAt },
}: {
  steps: Steps;
}) {
  const t = useText();
  const language = useLanguage();
  const place = useRegion(region ?? '').data;
  const name = place?.level === 'city' ? t('全市', 'the whole city') : (place?.name ?? region ?? '');
  const at = decidedAt ? moment(decidedAt, language) : '';
  return (
    <p className="quiet">
      {version === 0
        ? t('这里没有自己的标准，按默认执行。', 'Nothing was decided here: these are the default ones.')
        : t(
            `${name}第 ${version} 版，自 ${effectiveFrom} 起。依据：${source}（${at}）`,
            `Version ${version} of ${name}, from ${effectiveFrom} on. Stands on: ${source} (${at})`,
          )}
    </p>
  );
}

interface Fields {
  steps: { hours: number; goodPercent?: number }[];
  fewestEvaluations: number;
  effectiveFrom: string;
  source: string;
}

function Decide({ region, known }: { region: string; known: Steps }) {
  const t = useText();
  const [today] = useState(() => toField(Date.now()).slice(0, 10));
  const required = [{ required: true, message: t('请填写', 'Needed') }];
  return (
    <Decision<Fields>
      name={t('制定新标准', 'Decide on others')}
      title={t(
        '从生效日起，这里每位志愿者的星级按新标准重算；改错只能再制定一版。',
        'From its day on all who live there have the stars it gives; a mistake takes another version.',
      )}
      initial={{
        steps: known.steps,
        fewestEvaluations: known.fewestEvaluations,
        effectiveFrom: addDays(today, 1),
      }}
      changes={['star-steps']}
      decide={(fields) =>
        api.post('/api/v1/star-steps', {
          // A version of another place does not count for this one.
          body: { ...fields, region, ofVersion: known.region === region ? known.version : 0 },
        })
      }
    >
      {known.steps.map((_, index) => (
        <div key={index} className="row">
          <Form.Item
            name={['steps', index, 'hours']}
            label={t(`${index + 1} 星（小时）`, `${index + 1} stars, hours`)}
            rules={required}
          >
            <InputNumber min={1} max={100_000} precision={0} />
          </Form.Item>
          <Form.Item name={['steps', index, 'goodPercent']} label={t('好评至少 %', 'Good at least, %')}>
            <InputNumber min={0} max={100} precision={0} />
          </Form.Item>
        </div>
      ))}
      <Form.Item
        name="fewestEvaluations"
        label={t('评价满几次才看好评率', 'Evaluations before they count')}
        rules={required}
      >
        <InputNumber min={1} max={1_000} precision={0} />
      </Form.Item>
      <Form.Item name="effectiveFrom" label={t('生效日', 'From')} rules={required}>
        <Input type="date" min={today} />
      </Form.Item>
      <Form.Item
        name="source"
        label={t('依据（如文号）', 'Decision it stands on')}
        rules={[{ required: true, whitespace: true, message: t('请填写依据', 'Say on which decision') }]}
      >
        <Input maxLength={300} />
      </Form.Item>
    </Decision>
  );
}
