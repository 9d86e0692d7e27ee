import { useAddress, Views } from '../address';
import { useText, type Wording } from '../language';
import { Search } from './search';
import { Searches } from './searches';

const views = {
  search: ['谁看过谁的资料', 'Who looked at whose data'],
  searches: ['审计查询日志', 'Log of searches'],
} satisfies Record<string, Wording>;
type View = keyof typeof views;

/** Looks at what is sealed, searched by an administrator; the searches are logged and shown here as well. */
export function AuditPage() {
  const t = useText();
  const { read } = useAddress();
  const view: View = read('view') === 'searches' ? 'searches' : 'search';
  return (
    <>
      <h1>{t('查阅审计', 'Audit of looks')}</h1>
      <Views views={views} shown={view} />
      {view === 'search' ? <Search /> : <Searches />}
    </>
  );
}
