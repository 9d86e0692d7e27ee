import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Failure } from './answer';
import { api } from './api';
import { useText } from './language';
import { keepSession } from './session';
import { Switches } from './shell';

interface Fields {
  userName: string;
  password: string;
}

/** Staff sign in; volunteers and residents use the mini-program. */
export function SignInPage() {
  const t = useText();
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const signIn = async (body: Fields) => {
    setBusy(true);
    try {
      keepSession(await api.post('/api/v1/auth/staff/sign-in', { body }));
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <div className="sign-in">
      <header>
        <Switches />
      </header>
      <main>
        <h1>{t('顺路控制台', 'Shunlu console')}</h1>
        <p className="quiet">
          {t('居委会、社工站与主管部门的工作台。', 'For residents’ committees, stations and officials.')}
        </p>
        <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => void signIn(fields)}>
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
          {failure !== undefined && <Failure error={failure} />}
          <Button type="primary" size="large" htmlType="submit" loading={isBusy} block>
            {t('登录', 'Sign in')}
          </Button>
        </Form>
        <p className="quiet">
          {t(
            '关闭本页即退出登录。志愿者与居民请用小程序。',
            'Closing the page signs you out. Volunteers and residents use the mini-program.',
          )}
        </p>
      </main>
    </div>
  );
}
