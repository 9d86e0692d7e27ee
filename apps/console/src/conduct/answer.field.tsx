import { Form, Input } from 'antd';
import { useText } from '../language';

/** Why something is decided so, in words the person is told; never left out. */
export function AnswerField({ label }: { label?: string }) {
  const t = useText();
  return (
    <Form.Item
      name="answer"
      label={label ?? t('告诉本人的理由', 'Why, as the person is told')}
      rules={[{ required: true, whitespace: true, message: t('请说明理由', 'Say why') }]}
    >
      <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
    </Form.Item>
  );
}
