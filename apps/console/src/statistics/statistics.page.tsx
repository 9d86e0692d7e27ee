import { useState } from 'react';
import { useAddress, Views } from '../address';
import { Answer } from '../answer';
import { DivisionPath, useDivision } from '../divisions/division.path';
import { useText, type Wording } from '../language';
import { toField } from '../time';
import { Campaigns } from './campaigns';
import { Problems } from './problems';
import { Records } from './records';

type View = 'records' | 'campaigns' | 'problems';

const views: Record<View, Wording> = {
  records: ['对外统计', 'Figures'],
  campaigns: ['专项行动', 'Campaigns'],
  problems: ['问题日志', 'Problem log'],
};

/** What a station publishes of its work beside what the suite counts: figures, campaigns with goals, the daily log. */
export function StatisticsPage() {
  const t = useText();
  const { read } = useAddress();
  const place = useDivision();
  const [today] = useState(() => toField(Date.now()).slice(0, 10));
  const asked = read('view') as View | undefined;
  const view = asked !== undefined && asked in views ? asked : 'records';
  return (
    <>
      <h1>{t('站点统计', 'Station statistics')}</h1>
      <Views views={views} shown={view} keep={['region', 'from', 'to']} />
      <Answer query={place}>
        {(shown) => (
          <>
            <div className="title">
              <DivisionPath place={shown} />
            </div>
            {view === 'records' && <Records key={shown.code} region={shown.code} today={today} />}
            {view === 'campaigns' && <Campaigns key={shown.code} region={shown.code} today={today} />}
            {view === 'problems' && <Problems key={shown.code} region={shown.code} today={today} />}
          </>
        )}
      </Answer>
    </>
  );
}
