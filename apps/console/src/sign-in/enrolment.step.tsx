import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { Failure } from '../answer';
import { api } from '../api';
import { useText } from '../language';
import { QrImage } from '../qr.image';
import type { Credentials, Secret, Step } from './step';

interface Props {
  credentials: Credentials;
  secret: Secret;
  go: (step: Step) => void;
}

/** The secret is shown once, a first code proves that the authenticator has it, then come the recovery codes. */
export function EnrolmentStep({ credentials, secret, go }: Props) {
  const confirm = useMutation({
    mutationFn: (code: string) =>
      api.post('/api/v1/auth/staff/second-factor/confirmation', { body: { ...credentials, code } }),
  });
  if (confirm.data)
    return (
      <RecoveryCodes
        codes={confirm.data.items.map(({ code }) => code)}
        goOn={() => go({ at: 'code', credentials, hasJustEnrolled: true })}
      />
    );
  return (
    <>
      <TheSecret secret={secret} />
      <FirstCode
        send={(code) => confirm.mutate(code)}
        isBusy={confirm.isPending}
        failure={confirm.error}
        leave={() => go({ at: 'password' })}
      />
    </>
  );
}

function TheSecret({ secret: { secret, uri } }: { secret: Secret }) {
  const t = useText();
  return (
    <>
      <h2>{t('登记身份验证器', 'Enrol an authenticator')}</h2>
      <p>
        {t(
          '在手机上打开任意身份验证器应用（TOTP），扫描下图；扫不了就手工输入密钥。',
          'Open any authenticator app (TOTP) on your phone and scan this; or type the key in.',
        )}
      </p>
      <QrImage value={uri} label={t('密钥二维码', 'QR code of the key')} />
      <p>
        {t('密钥 ', 'Key ')}
        <code className="key">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
    </>
  );
}

interface FirstCodeProps {
  send: (code: string) => void;
  isBusy: boolean;
  failure: unknown;
  leave: () => void;
}

function FirstCode({ send, isBusy, failure, leave }: FirstCodeProps) {
  const t = useText();
  return (
    <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={({ code }) => send(code)}>
      <Form.Item
        name="code"
        label={t('应用上显示的六位数字', 'The six digits it shows')}
        normalize={(code: string) => code.replaceAll(/\D/g, '').slice(0, 6)}
        rules={[{ required: true, len: 6, message: t('请输入六位数字', 'Type the six digits') }]}
      >
        <Input size="large" autoComplete="one-time-code" inputMode="numeric" autoFocus />
      </Form.Item>
      {failure !== null && <Failure error={failure} />}
      <Button type="primary" size="large" htmlType="submit" loading={isBusy} block>
        {t('启用', 'Make it active')}
      </Button>
      <p>
        <Button type="link" onClick={leave}>
          {t('返回登录', 'Back to signing in')}
        </Button>
      </p>
    </Form>
  );
}

function RecoveryCodes({ codes, goOn }: { codes: readonly string[]; goOn: () => void }) {
  const t = useText();
  const [areKept, setKept] = useState(false);
  return (
    <>
      <h2>{t('恢复码：只显示这一次', 'Recovery codes: shown only now')}</h2>
      <p>
        {t(
          '手机丢失时，每个码可代替验证码登录一次。请打印或抄下，与手机分开存放。',
          'Each signs in once in place of a code if your phone is lost. Print or copy them, and keep them apart from it.',
        )}
      </p>
      <ol className="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </li>
        ))}
      </ol>
      <div className="steps screen">
        <Button onClick={() => window.print()}>{t('打印', 'Print')}</Button>
        <Checkbox checked={areKept} onChange={({ target }) => setKept(target.checked)}>
          {t('我已存好', 'I have kept them')}
        </Checkbox>
        <Button type="primary" disabled={!areKept} onClick={goOn}>
          {t('去登录', 'Go on and sign in')}
        </Button>
      </div>
    </>
  );
}
