import { useAddress, Views } from '../address';
import { useText, type Wording } from '../language';
import { Delegations } from './delegations';
import { OwnEmployment } from './own.employment';
import { Password } from './password';
import { Sessions } from './sessions';

const views = {
  sessions: ['我的登录', 'My sessions'],
  password: ['修改密码', 'Password'],
  employment: ['聘用与证书', 'Employment'],
  delegations: ['委托与代理', 'Deputies'],
} satisfies Record<string, Wording>;
type View = keyof typeof views;

/** What is one's own: where one is signed in, the password, and who stands in for whom. */
export function OwnPage() {
  const t = useText();
  const { read } = useAddress();
  const asked = read('view') ?? '';
  const view: View = asked in views ? (asked as View) : 'sessions';
  return (
    <>
      <h1>{t('我的账号', 'My account')}</h1>
      <Views views={views} shown={view} />
      {view === 'sessions' && <Sessions />}
      {view === 'password' && <Password />}
      {view === 'employment' && <OwnEmployment />}
      {view === 'delegations' && <Delegations />}
    </>
  );
}
