import { useAddress, Views } from '../address';
import { useText, type Wording } from '../language';
import { Delegations } from './delegations';
import { Sessions } from './sessions';

const views = {
  sessions: ['我的登录', 'My sessions'],
  delegations: ['委托与代理', 'Deputies'],
} satisfies Record<string, Wording>;
type View = keyof typeof views;

/** What is one's own: where one is signed in, and who stands in for whom. */
export function OwnPage() {
  const t = useText();
  const { read } = useAddress();
  const view: View = read('view') === 'delegations' ? 'delegations' : 'sessions';
  return (
    <>
      <h1>{t('我的账号', 'My account')}</h1>
      <Views views={views} shown={view} />
      {view === 'sessions' ? <Sessions /> : <Delegations />}
    </>
  );
}
