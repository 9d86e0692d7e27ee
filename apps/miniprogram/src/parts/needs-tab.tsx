import type { Schemas } from '../core/client';
import { go } from '../core/go';
import { needSeconds, useEvery, useLoad } from '../core/load';
import { ask } from '../core/session';
import { useWords, type Word } from '../core/words';
import { Button, Card, Heading, Tag } from '../kit/pieces';
import { Empty, Shown } from '../kit/states';
import { Box } from '../platform/elements';
import { windowOf } from './errand-lines';
import { Waiting } from './waiting';

/** What I have asked for, for myself or a relative, and the large button to ask for more. */
export function NeedsTab() {
  const tell = useWords();
  const loaded = useLoad(() => ask((api) => api.get('/api/v1/needs', { query: { limit: 20 } })));
  useEvery(needSeconds, loaded.again);
  return (
    <>
      <Waiting />
      <Button size="tall" onPress={() => go('need-new', {})}>
        {tell('need.new')}
      </Button>
      <Heading>{tell('need.mine')}</Heading>
      <Shown loaded={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty mark="家" title={tell('need.empty')}>
              <Box as="p">{tell('need.emptyHow')}</Box>
            </Empty>
          ) : (
            <Box as="ul" className="stack">
              {items.map((need) => (
                <NeedCard key={need.id} need={need} />
              ))}
            </Box>
          )
        }
      </Shown>
    </>
  );
}

function NeedCard({ need }: { need: Schemas['NeedView'] }) {
  const tell = useWords();
  return (
    <Card as="li">
      <Box className="row between">
        <Box as="h2" className="large grow">
          {tell(`type.${need.type}`)}
        </Box>
        <Tag>{tell(`need.${need.state}` as Word)}</Tag>
      </Box>
      <Box as="p">{need.summary}</Box>
      <Box as="p" className="soft">
        {`${need.residentName} · ${windowOf(tell, need)}`}
      </Box>
      <Button
        kind="quiet"
        label={`${tell('details')} ${need.summary}`}
        onPress={() => go('need', { id: need.id })}
      >
        {tell('details')}
      </Button>
    </Card>
  );
}
