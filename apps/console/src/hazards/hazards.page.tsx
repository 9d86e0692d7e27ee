import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Choice, useAddress } from '../address';
import { Answer, Failure } from '../answer';
import { api, type Schemas } from '../api';
import { DivisionPath, useDivision } from '../divisions/division.path';
import { useLanguage, useTerm, useText, type Wording } from '../language';
import { useSession } from '../session';
import { hazardCategories, hazardStates, severities } from '../terms';
import { moment } from '../time';

type Hazard = Schemas['HazardView'];
type Step = 'handling' | 'feedback' | 'closing';

const next: Partial<Record<Hazard['state'], Step>> = {
  reported: 'handling',
  routed: 'handling',
  handled: 'feedback',
  fedBack: 'closing',
};
const stepNames: Record<Step, Wording> = {
  handling: ['已处理', 'It is handled'],
  feedback: ['反馈上报人', 'Tell the reporters'],
  closing: ['结案', 'Close'],
};
const questions: Record<Step, Wording> = {
  handling: ['做了什么？', 'What was done?'],
  feedback: ['告诉上报人什么？', 'What shall the reporters be told?'],
  closing: ['隐患已消除，结案？', 'The hazard is gone: close it?'],
};

/** Hazards from the report to the closing; station and committee see the same. */
export function HazardsPage() {
  const t = useText();
  const { read, choose } = useAddress();
  const place = useDivision();
  const region = read('region');
  const state = read('state') as Hazard['state'] | undefined;
  const category = read('category') as Hazard['category'] | undefined;
  const hazards = useQuery({
    queryKey: ['hazards', state, category, region],
    queryFn: () => api.get('/api/v1/hazards', { query: { state, category, region, limit: 100 } }),
  });
  return (
    <>
      <div className="title">
        <h1>{t('隐患', 'Hazards')}</h1>
        <Choice
          label={t('状态', 'State')}
          terms={hazardStates}
          value={state}
          choose={(value) => choose({ state: value })}
        />
        <Choice
          label={t('类别', 'Category')}
          terms={hazardCategories}
          value={category}
          choose={(value) => choose({ category: value })}
        />
      </div>
      {place.data && <DivisionPath place={place.data} isFromCity />}
      <Answer
        query={hazards}
        empty={{
          when: ({ items }) => items.length === 0,
          teach:
            state || category
              ? t(
                  '没有这样的隐患：换个状态、类别或区划看看。',
                  'None of these: choose another state, category or division.',
                )
              : t(
                  '没有隐患。骑手在途中上报的隐患会同时到社工站和居委会。',
                  'No hazards. What couriers report on their way reaches station and committee at the same moment.',
                ),
        }}
      >
        {({ items }) => (
          <ul className="list">
            {items.map((hazard) => (
              <li key={hazard.id} className="panel">
                <HazardPanel hazard={hazard} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}

function HazardPanel({ hazard }: { hazard: Hazard }) {
  const t = useText();
  const term = useTerm();
  const language = useLanguage();
  const role = useSession()?.role;
  const step = role === 'committee' || role === 'station' ? next[hazard.state] : undefined;
  return (
    <>
      <h2>
        {term(hazardCategories[hazard.category])}{' '}
        <span className={`state ${hazard.severity}`}>{term(severities[hazard.severity])}</span>{' '}
        <span className="state">{term(hazardStates[hazard.state])}</span>
      </h2>
      <p>{hazard.reports[0]?.description}</p>
      <p className="quiet">
        {t(
          `首次上报 ${moment(hazard.firstReportedAt, language)}，共 ${hazard.reportCount} 次`,
          `First reported ${moment(hazard.firstReportedAt, language)}, ${hazard.reportCount} in all`,
        )}
      </p>
      {hazard.handling && <p>{`${t('处理', 'Done')}：${hazard.handling}`}</p>}
      {hazard.feedback && <p>{`${t('反馈', 'Told')}：${hazard.feedback}`}</p>}
      {step && <NextStep hazard={hazard} step={step} />}
    </>
  );
}

function NextStep({ hazard, step }: { hazard: Hazard; step: Step }) {
  const t = useText();
  const term = useTerm();
  const queries = useQueryClient();
  const [note, setNote] = useState<string>();
  const path = { id: hazard.id };
  const move = useMutation({
    mutationFn: (text: string) => {
      if (step === 'handling')
        return api.post('/api/v1/hazards/{id}/handling', { path, body: { note: text } });
      if (step === 'feedback')
        return api.post('/api/v1/hazards/{id}/feedback', { path, body: { message: text } });
      return api.post('/api/v1/hazards/{id}/closing', { path });
    },
    onSuccess: () => {
      setNote(undefined);
      return queries.invalidateQueries({ queryKey: ['hazards'] });
    },
  });
  const isReady = step === 'closing' || (note?.trim().length ?? 0) >= 4;
  return (
    <>
      <Button type="primary" onClick={() => setNote('')}>
        {term(stepNames[step])}
      </Button>
      <Modal
        open={note !== undefined}
        title={term(questions[step])}
        okText={term(stepNames[step])}
        okButtonProps={{ disabled: !isReady, loading: move.isPending }}
        cancelText={t('返回', 'Back')}
        onOk={() => move.mutate(note?.trim() ?? '')}
        onCancel={() => setNote(undefined)}
      >
        {step !== 'closing' && (
          <Input.TextArea
            aria-label={term(questions[step])}
            value={note}
            maxLength={300}
            autoSize={{ minRows: 3 }}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
        {move.error !== null && <Failure error={move.error} />}
      </Modal>
    </>
  );
}
