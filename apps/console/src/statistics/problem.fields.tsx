import { Form, Input, Select } from 'antd';
import { useTerm, useText } from '../language';
import { referralBodies } from '../referrals/referral.terms';
import { type EvidenceFields, EvidenceFieldsOf } from './entry.fields';
import { type Problem, problemCategories, problemStates } from './statistic.terms';

export interface ProblemFields extends EvidenceFields {
  category: Problem['category'];
  asked: string;
  handling?: string;
  state: Problem['state'];
  body?: Problem['body'];
  bodyName?: string;
}

/** Everything that is known of a problem; what its state asks for is shown with it. */
export function ProblemFieldsOf() {
  const t = useText();
  const term = useTerm();
  const state = Form.useWatch<Problem['state'] | undefined>('state') ?? 'open';
  return (
    <>
      <Form.Item
        name="category"
        label={t('类别', 'Kind')}
        rules={[{ required: true, message: t('请选择', 'Choose one') }]}
      >
        <Select
          options={Object.entries(problemCategories).map(([value, name]) => ({ value, label: term(name) }))}
        />
      </Form.Item>
      <Form.Item
        name="asked"
        label={t('所问', 'What was asked')}
        rules={[{ required: true, whitespace: true, message: t('请填写', 'Needed') }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name="state" label={t('状态', 'State')}>
        <Select
          options={Object.entries(problemStates).map(([value, name]) => ({ value, label: term(name) }))}
        />
      </Form.Item>
      {state === 'referred' && <BodyFields />}
      {state !== 'open' && <HandlingField isNeeded={state === 'closed'} />}
      <EvidenceFieldsOf />
    </>
  );
}

/** Where it goes. */
export function BodyFields() {
  const t = useText();
  const term = useTerm();
  return (
    <div className="row">
      <Form.Item
        name="body"
        label={t('转给哪类机构', 'Kind of body')}
        rules={[{ required: true, message: t('请选择', 'Choose one') }]}
      >
        <Select
          options={Object.entries(referralBodies).map(([value, name]) => ({ value, label: term(name) }))}
        />
      </Form.Item>
      <Form.Item
        name="bodyName"
        label={t('机构名称', 'Its name')}
        className="grow"
        rules={[{ required: true, whitespace: true, message: t('请填写', 'Needed') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </div>
  );
}

/** How it was handled, which its closing has to say. */
export function HandlingField({ isNeeded }: { isNeeded: boolean }) {
  const t = useText();
  return (
    <Form.Item
      name="handling"
      label={t('怎样处理', 'How it was handled')}
      rules={[{ required: isNeeded, whitespace: isNeeded, message: t('请填写', 'Needed') }]}
    >
      <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
    </Form.Item>
  );
}
