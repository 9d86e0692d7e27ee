import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAddress } from '../address';
import { Answer } from '../answer';
import { api, type Schemas } from '../api';
import { Decision } from '../decision';
import { useLanguage, useText } from '../language';
import { addDays } from '../published/day';
import { toField } from '../time';
import { Difference } from './difference';
import { DryRun } from './dry.run';
import { type Policy, policyOf, type Rules, rulesOf } from './policy.keys';
import { RuleFields } from './rule.fields';

type Timeline = Schemas['PolicyTimeline'];
type Preset = Schemas['PolicyPreset'];

/** A policy to begin from: the one in force, or one that a city is known to have. */
export function Proposal({ timeline }: { timeline: Timeline }) {
  const t = useText();
  const language = useLanguage();
  const { read, choose } = useAddress();
  const presets = useQuery({
    queryKey: ['policy-presets'],
    queryFn: () => api.get('/api/v1/policy-presets'),
    staleTime: Infinity,
  });
  const base = read('base') ?? '';
  return (
    <Answer query={presets}>
      {({ items }) => {
        const preset = items.find(({ id }) => id === base);
        return (
          <>
            <label className="filter">
              {t('从哪里开始', 'Begin from')}
              <Select
                aria-label={t('从哪里开始', 'Begin from')}
                value={base}
                popupMatchSelectWidth={false}
                onChange={(id: string) => choose({ base: id })}
                options={[
                  { value: '', label: t('生效中的版本', 'The version in force') },
                  ...items.map(({ id, name }) => ({ value: id, label: name[language] })),
                ]}
              />
            </label>
            {preset && <About preset={preset} />}
            <Draft key={base} timeline={timeline} preset={preset} />
          </>
        );
      }}
    </Answer>
  );
}

function About({ preset: { note, source, toDecide } }: { preset: Preset }) {
  const t = useText();
  const language = useLanguage();
  return (
    <div className="risk">
      <p>{note[language]}</p>
      <p className="quiet">{`${t('出处', 'Source')}：${source}`}</p>
      {toDecide.length > 0 && (
        <>
          <p>{t('通过之前须先决定：', 'To be decided before it can be adopted:')}</p>
          <ul>
            {toDecide.map((one) => (
              <li key={one.zh}>{one[language]}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Draft({ timeline, preset }: { timeline: Timeline; preset: Preset | undefined }) {
  const t = useText();
  const inForce = timeline.versions.find(({ isInForce }) => isInForce)?.policy;
  const held: Rules = inForce ? rulesOf(inForce) : {};
  const [chosen, setChosen] = useState<Rules>(() => (preset ? rulesOf(preset.policy) : held));
  const policy = policyOf(chosen);
  return (
    <>
      <h2>{t('规定', 'Rules')}</h2>
      <RuleFields chosen={chosen} choose={(path, value) => setChosen({ ...chosen, [path]: value })} />
      <h2>{t('与生效版本的不同', 'What differs from the version in force')}</h2>
      <Difference before={held} after={chosen} />
      <h2>{t('试算', 'Dry run')}</h2>
      <DryRun cityCode={timeline.cityCode} policy={policy} />
      <h2>{t('通过', 'Adopt')}</h2>
      <Adoption cityCode={timeline.cityCode} policy={policy} presetId={preset?.id} />
    </>
  );
}

interface AdoptionProps {
  cityCode: number;
  policy: Policy;
  presetId: string | undefined;
}

function Adoption({ cityCode, policy, presetId }: AdoptionProps) {
  const t = useText();
  const { choose } = useAddress();
  const [tomorrow] = useState(() => addDays(toField(Date.now()).slice(0, 10), 1));
  return (
    <div className="steps">
      <Decision<{ effectiveFrom: string; note: string }>
        name={t('通过新版本', 'Adopt it')}
        title={t(
          '通过后不能修改，只能再通过下一版。',
          'It cannot be changed then, only followed by another.',
        )}
        isPrimary
        initial={{ effectiveFrom: tomorrow }}
        changes={['policies']}
        decide={({ effectiveFrom, note }) =>
          api.post('/api/v1/cities/{cityCode}/policies', {
            path: { cityCode },
            body: { versions: [{ effectiveFrom, note, presetId, policy }] },
          })
        }
        done={() => choose({ view: 'versions', base: undefined })}
      >
        <Form.Item
          name="effectiveFrom"
          label={t('自哪天起生效（最早明天）', 'First day in force, tomorrow at the earliest')}
          rules={[{ required: true, message: t('请选择日期', 'Choose the day') }]}
        >
          <Input type="date" min={tomorrow} />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('依据（如文号）', 'Why; the number of the decision, say')}
          rules={[{ required: true, whitespace: true, message: t('请写明依据', 'Say why') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Decision>
    </div>
  );
}
