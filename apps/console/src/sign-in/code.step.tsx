import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Failure } from '../answer';
import { api } from '../api';
import { useText } from '../language';
import { keepSession } from '../session';
import { type Credentials, isProblem, type Step } from './step';

interface Props {
  credentials: Credentials;
  hasJustEnrolled?: true;
  go: (step: Step) => void;
}

/** What people type between the characters of a code. */
const spaces = /[\s-]/g;

/** @returns the step that is missing, or undefined once somebody is signed in. */
async function signIn(credentials: Credentials, code: string): Promise<Step | undefined> {
  try {
    keepSession(await api.post('/api/v1/auth/staff/sign-in', { body: { ...credentials, code } }));
    return undefined;
  } catch (error) {
    if (isProblem(error, 'auth.passwordChangeRequired')) return { at: 'replacement', credentials, code };
    throw error;
  }
}

/** The second half of a sign-in: what the authenticator shows now, or a recovery code where the phone is lost. */
export function CodeStep({ credentials, hasJustEnrolled, go }: Props) {
  const t = useText();
  const attempt = useMutation({
    mutationFn: (typed: string) => signIn(credentials, typed.replaceAll(spaces, '')),
    onSuccess: (next) => next && go(next),
  });
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => attempt.mutate(code)}
    >
      {hasJustEnrolled && (
        <p role="status">
          {t(
            '动态验证码已启用。刚才那个码已用过，请等下一个（至多 30 秒）。',
            'The second factor is active. The code just typed is used up: wait for the next, 30 seconds at most.',
          )}
        </p>
      )}
      <CodeField />
      {attempt.error !== null && <Failure error={attempt.error} />}
      <Button type="primary" size="large" htmlType="submit" loading={attempt.isPending} block>
        {t('登录', 'Sign in')}
      </Button>
      <p>
        <Button type="link" onClick={() => go({ at: 'password' })}>
          {t('换一个账号', 'Use another account')}
        </Button>
      </p>
      <p className="quiet">
        {t(
          '恢复码也没有了？请管理员重置您的身份验证器，再重新登记。',
          'No recovery code left? The administrator can reset your authenticator; then enrol anew.',
        )}
      </p>
    </Form>
  );
}

function CodeField() {
  const t = useText();
  return (
    <Form.Item
      name="code"
      label={t('动态验证码', 'Code')}
      extra={t(
        '身份验证器上的六位数字。手机不在手边？输入一个 16 位恢复码，每个只能用一次。',
        'The six digits of your authenticator. No phone at hand? Type one of your 16-character recovery codes; each works once.',
      )}
      rules={[
        { required: true, message: t('请输入验证码', 'Type the code') },
        {
          transform: (code: string) => code.replaceAll(spaces, ''),
          pattern: /^(\d{6}|[a-zA-Z2-7]{16})$/,
          message: t('应为 6 位数字，或 16 位恢复码', 'Six digits, or the 16 characters of a recovery code'),
          validateTrigger: 'onSubmit',
        },
      ]}
    >
      <Input size="large" autoComplete="one-time-code" autoFocus maxLength={24} />
    </Form.Item>
  );
}
