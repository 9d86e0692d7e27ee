import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Failure } from '../answer';
import { api } from '../api';
import { useText } from '../language';
import { keepSession } from '../session';
import { type Credentials, isProblem, type Step } from './step';

/** @returns the step that is missing, or undefined once somebody is signed in. */
async function signIn(credentials: Credentials, isEnrolling: boolean): Promise<Step | undefined> {
  if (isEnrolling) return enrol(credentials);
  try {
    keepSession(await api.post('/api/v1/auth/staff/sign-in', { body: credentials }));
    return undefined;
  } catch (error) {
    if (isProblem(error, 'auth.codeRequired')) return { at: 'code', credentials };
    if (isProblem(error, 'auth.enrolmentRequired')) return enrol(credentials);
    if (isProblem(error, 'auth.passwordChangeRequired')) return { at: 'replacement', credentials };
    throw error;
  }
}

async function enrol(credentials: Credentials): Promise<Step> {
  const secret = await api.post('/api/v1/auth/staff/second-factor', { body: credentials });
  return { at: 'enrolment', credentials, secret };
}

/** User name and password; whoever wants a second factor without having to sets it up from here too. */
export function PasswordStep({ go }: { go: (step: Step) => void }) {
  const t = useText();
  const [isEnrolling, setEnrolling] = useState(false);
  const attempt = useMutation({
    mutationFn: (credentials: Credentials) => signIn(credentials, isEnrolling),
    onSuccess: (next) => next && go(next),
  });
  return (
    <>
      <p className="quiet">
        {isEnrolling
          ? t(
              '验明密码后领取动态验证码的密钥。',
              'Your password first, then the secret for your authenticator.',
            )
          : t('居委会、社工站与主管部门的工作台。', 'For residents’ committees, stations and officials.')}
      </p>
      <PasswordForm
        send={(credentials) => attempt.mutate(credentials)}
        action={isEnrolling ? t('下一步', 'Next') : t('登录', 'Sign in')}
        isBusy={attempt.isPending}
        failure={attempt.error}
      />
      <p>
        <Button type="link" onClick={() => setEnrolling(!isEnrolling)}>
          {isEnrolling
            ? t('返回登录', 'Back to signing in')
            : t('为我的账号启用动态验证码', 'Set up a second factor')}
        </Button>
        <Link to="/open">{t('公开数据', 'Open data')}</Link>
      </p>
      <p className="quiet">
        {t(
          '关闭本页即退出登录。志愿者与居民请用小程序。',
          'Closing the page signs you out. Volunteers and residents use the mini-program.',
        )}
      </p>
    </>
  );
}

interface PasswordFormProps {
  send: (credentials: Credentials) => void;
  action: string;
  isBusy: boolean;
  failure: unknown;
}

function PasswordForm({ send, action, isBusy, failure }: PasswordFormProps) {
  const t = useText();
  return (
    <Form<Credentials> layout="vertical" requiredMark={false} onFinish={send}>
      <Form.Item
        name="userName"
        label={t('用户名', 'User name')}
        rules={[{ required: true, message: t('请输入用户名', 'Type your user name') }]}
      >
        <Input size="large" autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('密码', 'Password')}
        rules={[{ required: true, message: t('请输入密码', 'Type your password') }]}
      >
        <Input type="password" size="large" autoComplete="current-password" />
      </Form.Item>
      {failure !== null && <Failure error={failure} />}
      <Button type="primary" size="large" htmlType="submit" loading={isBusy} block>
        {action}
      </Button>
    </Form>
  );
}
