import { useAddress, Views } from '../address';
import { useText, type Wording } from '../language';
import { NoShows } from './no-shows';
import { Suspensions } from './suspensions';

const views = {
  suspensions: ['暂停接单', 'Suspensions'],
  noShows: ['爽约与申诉', 'No-shows and appeals'],
} satisfies Record<string, Wording>;

/** Who did not come, who may claim nothing for a while, and what they say about it; the station decides. */
export function ConductPage() {
  const t = useText();
  const view = useAddress().read('view') === 'noShows' ? 'noShows' : 'suspensions';
  return (
    <>
      <h1>{t('爽约与暂停', 'No-shows and suspensions')}</h1>
      <Views views={views} shown={view} />
      <p className="quiet">
        {t(
          '只有社工站与本人可见。裁定过申诉的人不能复核由此而来的暂停。',
          'For the station and the person alone. Who decided an appeal does not review the suspension behind it.',
        )}
      </p>
      {view === 'noShows' ? <NoShows /> : <Suspensions />}
    </>
  );
}
