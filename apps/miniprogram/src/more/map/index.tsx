import { useEffect, useState } from 'react';
import { askPoint, type Errand, knownPoint, readFeed } from '../../core/feed';
import { go } from '../../core/go';
import { onHint } from '../../core/hints';
import { useLoad } from '../../core/load';
import { type Frame, frameAround, gather, isInside, project, type Spot } from '../../core/map';
import { ask } from '../../core/session';
import { change } from '../../core/settings';
import { Denied } from '../../kit/denied';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button, Card } from '../../kit/pieces';
import { Shown, TroubleState } from '../../kit/states';
import { distance, ErrandLines } from '../../parts/errand-lines';
import { GrabSheet } from '../../parts/grab-sheet';
import type { Denial } from '../../platform/device';
import { Box } from '../../platform/elements';
import { ErrandMap } from '../../platform/errand-map';
import { device } from '../../platform/this-device';
import { useAttempt } from '../attempt';
import { useLaterWords } from '../words';

const radiuses = [500, 1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** Of the map's side: what a finger covers. */
const fingerPart = 0.16;
const mostErrands = 100;

/** What can be taken, where it lies; and where I am going. */
export default function MapPage() {
  const tell = useLaterWords();
  const loaded = useLoad(() => readFeed({ order: 'nearest', onMyRoute: false, limit: mostErrands }));
  useEffect(() => onHint(/^errand\./, loaded.again), [loaded.again]);
  return (
    <Page title={tell('map.title')}>
      <Shown loaded={loaded}>{({ items }) => <Whole errands={items} again={loaded.again} />}</Shown>
    </Page>
  );
}

function firstFrame(errands: Errand[], me: Spot | undefined): Frame {
  const points = errands.map(({ point }) => point);
  const found = frameAround(me ? [me, ...points.slice(0, 10)] : points, radiuses);
  if (!found) return { centre: me ?? { longitude: 117.2, latitude: 39.1 }, radiusMetres: 2_000 };
  return me ? { centre: me, radiusMetres: Math.max(1_000, found.radiusMetres) } : found;
}

function Whole({ errands, again }: { errands: Errand[]; again: () => void }) {
  const tell = useLaterWords();
  const [me, setMe] = useState<Spot | undefined>(knownPoint);
  const [frame, setFrame] = useState(() => firstFrame(errands, me));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [taking, setTaking] = useState<Errand>();
  const [denial, setDenial] = useState<Denial>();
  const [way, setWay] = useState<readonly Spot[]>([]);
  const pins = errands.map((errand) => ({ id: errand.id, point: errand.point, label: nameOf(errand) }));
  function nameOf({ type, distanceMetres }: Errand): string {
    const far = distanceMetres === undefined ? '' : distance(tell, distanceMetres);
    return far ? tell('map.one', { type: tell(`type.${type}`), far }) : tell(`type.${type}`);
  }
  const further = pins.filter(({ point }) => !isInside(project(frame, point))).length;
  const zoom = (step: 1 | -1) => {
    const index = radiuses.findIndex((radius) => radius === frame.radiusMetres) + step;
    const radiusMetres = radiuses[Math.min(radiuses.length - 1, Math.max(0, index))] ?? 2_000;
    setFrame({ ...frame, radiusMetres });
  };
  const locate = async () => {
    change({ usesPlace: true });
    const point = await askPoint();
    setDenial(point ? undefined : 'denied');
    if (!point) return change({ usesPlace: false });
    setMe(point);
    setFrame({ centre: point, radiusMetres: 2_000 });
    again();
  };
  const route = useRouteTelling(me, setWay);
  return (
    <>
      {route.note}
      <ErrandMap
        frame={frame}
        label={tell('map.label')}
        me={me}
        way={way}
        groups={gather(frame, pins, fingerPart)}
        chosen={chosen}
        many={(count) => tell('map.many', { count })}
        onChoose={(ids) => {
          const first = pins.find(({ id }) => ids.includes(id));
          if (route.isAsking && first) route.tellWay(first.point);
          else setChosen(ids);
        }}
        onTap={(spot) => route.isAsking && route.tellWay(spot)}
      />
      <Box className="soft small">
        {`${tell('map.across', { km: (frame.radiusMetres * 2) / 1_000 })} · ${tell('map.own')}`}
      </Box>
      <Box className="row">
        <Button kind="quiet" onPress={() => zoom(-1)}>
          {tell('map.in')}
        </Button>
        <Button kind="quiet" onPress={() => zoom(1)}>
          {tell('map.out')}
        </Button>
      </Box>
      {further > 0 && <Note>{tell('map.further', { count: further })}</Note>}
      {denial && <Denied what="place" denial={denial} again={() => void locate()} />}
      {me ? (
        route.button
      ) : (
        <Note tone="warm">
          {tell('map.noPlace')}
          <Button kind="quiet" onPress={() => void locate()}>
            {tell('feed.usePlace')}
          </Button>
        </Note>
      )}
      <Chosen errands={errands.filter(({ id }) => chosen.includes(id))} onTake={setTaking} />
      {taking && <GrabSheet errand={taking} onClose={() => setTaking(undefined)} onChanged={again} />}
    </>
  );
}

function Chosen({ errands, onTake }: { errands: Errand[]; onTake: (errand: Errand) => void }) {
  const tell = useLaterWords();
  return (
    <Box as="ul" className="stack">
      {errands.map((errand) => (
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
          <Button
            kind="quiet"
            label={`${tell('navigate')} ${errand.summary}`}
            onPress={() => device.navigate(errand.point, errand.summary)}
          >
            {tell('navigate')}
          </Button>
        </Card>
      ))}
    </Box>
  );
}

/** Telling the way from here to where one taps: on duty it is told anew, off duty one goes on duty with it. */
function useRouteTelling(me: Spot | undefined, onTold: (way: readonly Spot[]) => void) {
  const tell = useLaterWords();
  const { attempt, isBusy, trouble } = useAttempt();
  const [isAsking, setAsking] = useState(false);
  const [isTold, setTold] = useState(false);
  const tellWay = (there: Spot) => {
    if (!me) return;
    const way = [me, there];
    void attempt(async () => {
      const { isOnDuty } = await ask((api) => api.get('/api/v1/volunteers/me/duty'));
      const body = { point: me, route: way };
      if (isOnDuty) await ask((api) => api.post('/api/v1/volunteers/me/position', { body }));
      else await ask((api) => api.post('/api/v1/volunteers/me/duty', { body }));
      onTold(way);
      setTold(true);
    });
    setAsking(false);
  };
  const note = (
    <>
      {isAsking && (
        <Note tone="good" isSaid>
          {tell('map.tapRoute')}
        </Note>
      )}
      {isTold && (
        <Note tone="good" isSaid>
          {tell('map.routeTold')}
        </Note>
      )}
      {trouble && <TroubleState trouble={trouble} />}
    </>
  );
  const button = (
    <>
      <Button kind="quiet" isBusy={isBusy} onPress={() => setAsking(!isAsking)}>
        {tell('map.tellRoute')}
      </Button>
      <Box className="soft small">{tell('map.routeDuty')}</Box>
    </>
  );
  return { isAsking, tellWay, note, button };
}
