import { useState } from 'react';
import { useAddress, Views } from '../address';
import { DivisionPath, useDivision } from '../divisions/division.path';
import { useText, type Wording } from '../language';
import { useSession } from '../session';
import { toField } from '../time';
import { BehindView } from './behind';
import { ComparisonView } from './comparison';
import { DaysView } from './days';
import { PublishedView } from './published';
import { TrendsView } from './trends';

const views = {
  published: ['已发布的报告', 'As published'],
  days: ['逐日', 'Day by day'],
  trends: ['趋势', 'Trends'],
  comparison: ['同比', 'Year on year'],
} satisfies Record<string, Wording>;
/** `behind`: reached from a figure. */
type View = keyof typeof views | 'behind';

/** Reports as they were published, the days behind them, and the year before; each a sheet and a page to print. */
export function ReportsPage() {
  const t = useText();
  const { read } = useAddress();
  const own = useSession()?.region ?? '';
  const region = read('region') ?? own;
  const place = useDivision().data;
  const [today] = useState(() => toField(Date.now()).slice(0, 10));
  const asked = read('view') ?? '';
  const view: View = asked in views || asked === 'behind' ? (asked as View) : 'published';
  return (
    <>
      <h1>{t(`报告：${place?.name ?? '…'}`, `Reports: ${place?.name ?? '…'}`)}</h1>
      {place && <DivisionPath place={place} />}
      <Views views={views} shown={view === 'behind' ? 'days' : view} keep={['region']} />
      {region !== '' && (
        <>
          {view === 'published' && <PublishedView region={region} today={today} />}
          {view === 'days' && <DaysView region={region} today={today} />}
          {view === 'behind' && <BehindView region={region} today={today} />}
          {view === 'trends' && <TrendsView region={region} today={today} />}
          {view === 'comparison' && <ComparisonView region={region} today={today} />}
        </>
      )}
    </>
  );
}
