import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Failure } from '../answer';
import { api } from '../api';
import { useText } from '../language';
import { keepSession } from '../session';
import { NewPassword, type NewPasswordFields } from './new.password';
import type { Credentials, Step } from './step';

interface Fields extends NewPasswordFields {
  code?: string;
}

interface Props {
  credentials: Credentials;
  /** Of the second factor, where there is one; it may have run out by the time it is sent. */
  code?: string;
  go: (step: Step) => void;
}

/** A one-time password is replaced by one's own, and that signs in. */
export function ReplacementStep({ credentials, code, go }: Props) {
  const t = useText();
  const replace = useMutation({
    mutationFn: ({ newPassword, code: typed }: Fields) =>
      api.post('/api/v1/auth/staff/password', { body: { ...credentials, newPassword, code: typed } }),
    onSuccess: keepSession,
  });
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ code }}
      onFinish={(fields) => replace.mutate(fields)}
    >
      <p>
        {t(
          '您用的是一次性密码。请设置自己的密码，随后即登录。',
          'Yours is a one-time password. Choose one of your own; that signs you in.',
        )}
      </p>
      <NewPassword />
      {code !== undefined && (
        <Form.Item
          name="code"
          label={t('动态验证码', 'Code')}
          extra={t('已过 30 秒的，请换成现在显示的。', 'After 30 seconds: what it shows now.')}
          rules={[{ required: true, message: t('请输入验证码', 'Type the code') }]}
        >
          <Input autoComplete="one-time-code" maxLength={24} />
        </Form.Item>
      )}
      {replace.error !== null && <Failure error={replace.error} />}
      <Button type="primary" size="large" htmlType="submit" loading={replace.isPending} block>
        {t('设为新密码并登录', 'Set it and sign in')}
      </Button>
      <p>
        <Button type="link" onClick={() => go({ at: 'password' })}>
          {t('返回登录', 'Back to signing in')}
        </Button>
      </p>
    </Form>
  );
}
