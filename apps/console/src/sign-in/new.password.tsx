import { Form, Input } from 'antd';
import { useText } from '../language';

/** What {@link NewPassword} asks for; typed twice, since nobody sees it. */
export interface NewPasswordFields {
  newPassword: string;
  again: string;
}

const shortest = 10;

/** A password of one's own choice, twice. */
export function NewPassword() {
  const t = useText();
  const rule = t(`至少 ${shortest} 个字符`, `At least ${shortest} characters`);
  return (
    <>
      <Form.Item
        name="newPassword"
        label={t('新密码', 'New password')}
        extra={t(
          '至少 10 个字符；一句话最好记，也最难猜。',
          'At least 10 characters; a sentence is easy to keep and hard to guess.',
        )}
        rules={[
          { required: true, message: rule },
          { min: shortest, message: rule, validateTrigger: 'onSubmit' },
        ]}
        validateTrigger="onSubmit"
      >
        <Input type="password" autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('再输一遍', 'Once more')}
        dependencies={['newPassword']}
        validateTrigger="onSubmit"
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value?: string) =>
              value === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error(t('两次输入不同', 'These differ'))),
          }),
        ]}
      >
        <Input type="password" autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
