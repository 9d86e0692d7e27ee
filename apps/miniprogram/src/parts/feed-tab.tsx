import { useEffect, useState } from 'react';
import { askPoint, type Errand, type Feed, firstWish, type Order, readFeed, recallFeed } from '../core/feed';
import { useLoad } from '../core/load';
import { go } from '../core/go';
import { onHint } from '../core/hints';
import { change } from '../core/settings';
import { clockTime } from '../core/time';
import { useWords } from '../core/words';
import { Note } from '../kit/note';
import { Button, Card, Choice } from '../kit/pieces';
import { Empty, Shown } from '../kit/states';
import { Box } from '../platform/elements';
import { ErrandLines } from './errand-lines';
import { GrabSheet } from './grab-sheet';

/** What can be taken now. The first tap of two is on this page. */
export function FeedTab() {
  const tell = useWords();
  const [order, setOrder] = useState<Order | 'onMyRoute'>(firstWish.order);
  const [chosen, setChosen] = useState<Errand>();
  const [isDenied, setDenied] = useState(false);
  const onMyRoute = order === 'onMyRoute';
  const wish = { order: onMyRoute ? ('bestMatch' as const) : order, onMyRoute };
  const loaded = useLoad(
    () => readFeed(wish),
    order,
    () => recallFeed(wish),
  );
  const { trouble } = loaded;
  const lacksRoute = trouble?.kind === 'refused' && trouble.problem.code === 'feed.routeUnknown';
  useEffect(() => onHint(/^errand\./, loaded.again), [loaded.again]);
  const sortHere = async () => {
    change({ usesPlace: true });
    const point = await askPoint();
    if (!point) change({ usesPlace: false });
    setDenied(!point);
    loaded.again();
  };
  return (
    <>
      <Choice
        label={tell('feed.order')}
        shape="segments"
        value={order}
        onChange={setOrder}
        options={[
          ['bestMatch', tell('feed.bestMatch')],
          ['nearest', tell('feed.nearest')],
          ['newest', tell('feed.newest')],
          ['onMyRoute', tell('feed.onMyRoute')],
        ]}
      />
      <Button kind="quiet" onPress={() => go('map', {})}>
        {tell('open.map')}
      </Button>
      {lacksRoute ? (
        <Empty mark="路" title={trouble.problem.title}>
          <Box as="p">{tell('feed.routeHow')}</Box>
          <Button onPress={() => go('map', {})}>{tell('open.map')}</Button>
        </Empty>
      ) : (
        <Shown loaded={loaded}>
          {(feed) => (
            <>
              {feed.seenAt && (
                <Note tone="warm">
                  {tell(feed.isOffline ? 'feed.offline' : 'feed.old', { time: clockTime(feed.seenAt) })}
                </Note>
              )}
              {feed.lacksPlace && (
                <Note tone="warm">
                  {tell(isDenied ? 'feed.placeDenied' : 'feed.placeUnknown')}
                  <Button kind="quiet" onPress={() => void sortHere()}>
                    {tell('feed.usePlace')}
                  </Button>
                </Note>
              )}
              <FeedList feed={feed} onTake={setChosen} />
            </>
          )}
        </Shown>
      )}
      {chosen && <GrabSheet errand={chosen} onClose={() => setChosen(undefined)} onChanged={loaded.again} />}
    </>
  );
}

function FeedList({ feed, onTake }: { feed: Feed; onTake: (errand: Errand) => void }) {
  const tell = useWords();
  if (feed.items.length === 0)
    return (
      <Empty mark="歇" title={tell('feed.empty')}>
        <Box as="p">{tell('feed.emptyHow')}</Box>
        <Button kind="quiet" onPress={() => go('duty', {})}>
          {tell('duty.open')}
        </Button>
      </Empty>
    );
  return (
    <Box as="ul" className="stack">
      {feed.items.map((errand) => (
        <Card key={errand.id} as="li">
          <ErrandLines errand={errand} />
          <Box className="row">
            <Button
              kind="quiet"
              label={`${tell('details')} ${errand.summary}`}
              onPress={() => go('errand', { id: errand.id })}
            >
              {tell('details')}
            </Button>
            <Button label={`${tell('grab.do')} ${errand.summary}`} onPress={() => onTake(errand)}>
              {tell('grab.do')}
            </Button>
          </Box>
        </Card>
      ))}
    </Box>
  );
}
