import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { Schemas } from '../api';
import { useTerm, useText, type Wording } from '../language';
import { fromField } from '../time';
import { correctionKinds, correctionReasons, evidenceKinds } from './dispute.terms';

type Correction = Schemas['CorrectionTerms'];

/** A correction as it is typed in: moments as fields of the form have them, in the time of China. */
export interface CorrectionTyped {
  kind: Correction['kind'];
  serviceMinutes?: number | null;
  startedAt?: string;
  endedAt?: string;
  reason: Correction['reason'];
  evidence: Correction['evidence'];
  note?: string;
}

/** What the API is told: nothing of times where the record is void. */
export function correctionOf({ kind, reason, evidence, note, ...typed }: CorrectionTyped): Correction {
  const common = { kind, reason, evidence, note: note?.trim() || undefined };
  if (kind === 'void') return common;
  const { serviceMinutes, startedAt, endedAt } = typed;
  return {
    ...common,
    serviceMinutes: serviceMinutes ?? undefined,
    startedAt: startedAt ? fromField(startedAt) : undefined,
    endedAt: endedAt ? fromField(endedAt) : undefined,
  };
}

/** What a record should say instead, why, and what that stands on. */
export function CorrectionFields() {
  const t = useText();
  const kind = Form.useWatch<Correction['kind'] | undefined>('kind');
  const required = { required: true, message: t('请选择', 'Choose one') };
  return (
    <>
      <Form.Item name="kind" label={t('改为', 'Instead')} rules={[required]}>
        <Radio.Group options={useOptions(correctionKinds)} />
      </Form.Item>
      {kind === 'correct' && (
        <div className="row">
          <Form.Item
            name="serviceMinutes"
            label={t('实际分钟', 'Minutes really served')}
            rules={[{ required: true, message: t('请填写分钟', 'Give the minutes') }]}
          >
            <InputNumber min={1} max={1440} precision={0} />
          </Form.Item>
          <Form.Item name="startedAt" label={t('开始（有误才填）', 'Start, if wrong')}>
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item name="endedAt" label={t('结束（有误才填）', 'End, if wrong')}>
            <Input type="datetime-local" />
          </Form.Item>
        </div>
      )}
      <Form.Item name="reason" label={t('原因', 'Reason')} rules={[required]}>
        <Select options={useOptions(correctionReasons)} />
      </Form.Item>
      <Form.Item name="evidence" label={t('依据', 'It stands on')} rules={[required]}>
        <Select options={useOptions(evidenceKinds)} />
      </Form.Item>
      <Form.Item name="note" label={t('说明', 'Note')}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  );
}

/** Terms as the options of a list. */
function useOptions(terms: Record<string, Wording>): { value: string; label: string }[] {
  const term = useTerm();
  return Object.entries(terms).map(([value, wording]) => ({ value, label: term(wording) }));
}
