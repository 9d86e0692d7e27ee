import { useState } from 'react';
import { restart } from '../../core/go';
import { asNobody, signedIn } from '../../core/session';
import { settings } from '../../core/settings';
import { useStore } from '../../core/store';
import { type Trouble, troubleOf } from '../../core/trouble';
import { useWords } from '../../core/words';
import { Field } from '../../kit/field';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button, Choice } from '../../kit/pieces';
import { TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';
import { device } from '../../platform/this-device';

type Role = 'volunteer' | 'resident';

/** By a code sent to the phone, or by WeChat where there is WeChat. */
export default function SignIn() {
  const tell = useWords();
  const { isElder } = useStore(settings);
  const [role, setRole] = useState<Role>(isElder ? 'resident' : 'volunteer');
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [isSent, setSent] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setTrouble(undefined);
    await work().catch((error: unknown) => setTrouble(troubleOf(error)));
    setBusy(false);
  };
  const send = () =>
    attempt(async () => {
      await asNobody((api) => api.post('/api/v1/auth/phone-codes', { body: { phone } }));
      setSent(true);
    });
  const enter = () =>
    attempt(async () => {
      signedIn(
        await asNobody((api) => api.post('/api/v1/auth/phone/sign-in', { body: { phone, code, role } })),
      );
      restart('home', {});
    });
  const byWechat = () =>
    attempt(async () => {
      const wechat = (await device.wechatCode()) ?? '';
      signedIn(
        await asNobody((api) => api.post('/api/v1/auth/wechat/sign-in', { body: { code: wechat, role } })),
      );
      restart('home', {});
    });
  return (
    <Page title={tell('signIn.title')}>
      <Choice
        label={tell('signIn.who')}
        shape="tiles"
        value={role}
        onChange={setRole}
        options={[
          ['volunteer', tell('role.volunteer')],
          ['resident', tell('role.resident')],
        ]}
      />
      <Field
        id="phone"
        kind="phone"
        label={tell('signIn.phone')}
        maxLength={11}
        value={phone}
        onChange={setPhone}
      />
      {isSent && (
        <>
          <Note tone="good" isSaid>
            {tell('signIn.sent')}
          </Note>
          <Field
            id="code"
            kind="code"
            label={tell('signIn.code')}
            maxLength={6}
            value={code}
            onChange={setCode}
          />
        </>
      )}
      {trouble && <TroubleOf trouble={trouble} />}
      {isSent ? (
        <>
          <Button size="tall" isBusy={isBusy} isDisabled={code.length !== 6} onPress={() => void enter()}>
            {tell('signIn.enter')}
          </Button>
          <Button kind="quiet" isBusy={isBusy} onPress={() => void send()}>
            {tell('signIn.sendAgain')}
          </Button>
        </>
      ) : (
        <Button size="tall" isBusy={isBusy} isDisabled={phone.length !== 11} onPress={() => void send()}>
          {tell('signIn.send')}
        </Button>
      )}
      {process.env.TARO_ENV === 'weapp' && (
        <Button kind="quiet" isBusy={isBusy} onPress={() => void byWechat()}>
          {tell('signIn.wechat')}
        </Button>
      )}
      <Box as="p" className="soft small">
        {tell('signIn.privacy')}
      </Box>
    </Page>
  );
}

/** Here a refused sign-in is no expired session. */
function TroubleOf({ trouble }: { trouble: Trouble }) {
  const tell = useWords();
  if (trouble.kind === 'expired')
    return (
      <Note tone="danger" isSaid>
        {tell('signIn.failed')}
      </Note>
    );
  return <TroubleState trouble={trouble} />;
}
