import { useQuery } from '@tanstack/react-query';
import { useAddress, Views } from '../address';
import { Answer } from '../answer';
import { api } from '../api';
import { useText, type Wording } from '../language';
import { useSession } from '../session';
import { useCityCode } from '../system/city';
import { Proposal } from './proposal';
import { Versions } from './versions';

const reading = { versions: ['各版本', 'Versions'] } satisfies Record<string, Wording>;
const writing = { ...reading, proposal: ['拟定与试算', 'Propose and try'] } satisfies Record<string, Wording>;

/** The city's rules on time credits, version by version; who is responsible for the city proposes the next. */
export function PoliciesPage() {
  const t = useText();
  const { read } = useAddress();
  const mayPropose = useSession()?.role === 'administrator';
  const cityCode = useCityCode();
  const timeline = useQuery({
    queryKey: ['policies', cityCode],
    queryFn: () => api.get('/api/v1/cities/{cityCode}/policies', { path: { cityCode: cityCode ?? 0 } }),
    enabled: cityCode !== undefined,
  });
  const view = mayPropose && read('view') === 'proposal' ? 'proposal' : 'versions';
  return (
    <>
      <h1>{t('时间积分政策', 'Policies on time credits')}</h1>
      <Views views={mayPropose ? writing : reading} shown={view} />
      <Answer query={timeline}>
        {(data) => (view === 'proposal' ? <Proposal timeline={data} /> : <Versions timeline={data} />)}
      </Answer>
    </>
  );
}
