import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTerm, useText } from '../language';
import { needTypes } from '../terms';
import { requirementNames, type Template } from './template.terms';

/** What somebody says of a template; which place it is for and which version it makes is not theirs to say. */
export type TemplateFields = Omit<Template, 'id' | 'version' | 'region' | 'madeAt' | 'isRetired'>;

const optionsOf = <K extends string>(terms: Record<K, unknown>, nameOf: (one: K) => string) =>
  (Object.keys(terms) as K[]).map((value) => ({ value, label: nameOf(value) }));

/** Everything a template fills in. `isNew`: its key is still to be chosen. */
export function TemplateFieldsOf({ isNew }: { isNew: boolean }) {
  const t = useText();
  const term = useTerm();
  const required = { required: true, message: t('请填写', 'Needed') };
  return (
    <>
      <Key isNew={isNew} />
      <Form.Item name="type" label={t('统计类别', 'Counted under')} rules={[required]}>
        <Select options={optionsOf(needTypes, (one) => term(needTypes[one]))} />
      </Form.Item>
      <div className="row">
        <Form.Item
          name="title"
          label={t('名称', 'Title in Chinese')}
          rules={[{ ...required, whitespace: true }]}
          className="grow"
        >
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="titleEn"
          label={t('英文名称（可不填）', 'Title in English (optional)')}
          className="grow"
        >
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item
        name="summary"
        label={t('预填说明', 'Words it fills in')}
        rules={[{ ...required, whitespace: true }]}
      >
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Numbers />
      <Form.Item name="riskNotice" label={t('风险告知（可不填）', 'Risk notice (optional)')}>
        <Input.TextArea maxLength={200} autoSize />
      </Form.Item>
      <Form.Item
        name="requirements"
        label={t('志愿者须具备（发布人不能去掉）', 'What a volunteer must have, whoever posts')}
      >
        <Select mode="multiple" options={optionsOf(requirementNames, (one) => term(requirementNames[one]))} />
      </Form.Item>
      <Form.Item name="isPurchase" valuePropName="checked">
        <Checkbox>
          {t('代购：须填最高金额', 'Something is bought: the most it may cost is asked for')}
        </Checkbox>
      </Form.Item>
    </>
  );
}

function Key({ isNew }: { isNew: boolean }) {
  const t = useText();
  return (
    <Form.Item
      name="key"
      hidden={!isNew}
      label={t('代号（小写字母开头的英文）', 'Key: letters and digits, a small letter first')}
      extra={t(
        '与上级模板同代号的，在本地替换它',
        'One with the key of a wider template stands in for it here',
      )}
      rules={[
        {
          required: true,
          pattern: /^[a-z][a-zA-Z0-9]{1,39}$/,
          message: t('如 windowCleaning', 'Like windowCleaning'),
        },
      ]}
    >
      <Input maxLength={40} autoComplete="off" />
    </Form.Item>
  );
}

function Numbers() {
  const t = useText();
  const required = [{ required: true, message: t('请填写', 'Needed') }];
  return (
    <div className="row">
      <Form.Item name="expectedMinutes" label={t('预计（分钟）', 'Takes (minutes)')} rules={required}>
        <InputNumber min={5} max={720} precision={0} />
      </Form.Item>
      <Form.Item name="slots" label={t('需要几人', 'Volunteers wanted')} rules={required}>
        <InputNumber min={1} max={200} precision={0} />
      </Form.Item>
      <Form.Item
        name="escalationMinutes"
        label={t('无人接单多少分钟后转社工站', 'Unclaimed, to the station after (minutes)')}
        rules={required}
      >
        <InputNumber min={5} max={10_080} precision={0} />
      </Form.Item>
    </div>
  );
}
