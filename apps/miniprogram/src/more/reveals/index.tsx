import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { useLoad } from '../../core/load';
import { ask } from '../../core/session';
import { clockTime, fullDay } from '../../core/time';
import { useWords } from '../../core/words';
import { Page } from '../../kit/page';
import { Button, Card, Heading } from '../../kit/pieces';
import { Empty, Shown } from '../../kit/states';
import { Box } from '../../platform/elements';

const pageSize = 20;
const most = 100;

/** Who looked at my data, and at what: every look leaves a line that nobody can take away. */
export default function Reveals() {
  const tell = useWords();
  const [limit, setLimit] = useState(pageSize);
  const loaded = useLoad(() => ask((api) => api.get('/api/v1/reveals', { query: { limit } })), String(limit));
  return (
    <Page title={tell('reveals.title')}>
      <Box as="p">{tell('reveals.how')}</Box>
      <Shown loaded={loaded}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty mark="眼" title={tell('reveals.empty')} />
          ) : (
            <>
              <Card>
                <Box as="ul">
                  {items.map((reveal) => (
                    <Reveal key={reveal.id} reveal={reveal} />
                  ))}
                </Box>
              </Card>
              {nextCursor && limit < most && (
                <Button kind="quiet" onPress={() => setLimit(most)}>
                  {tell('reveals.more')}
                </Button>
              )}
            </>
          )
        }
      </Shown>
    </Page>
  );
}

function Reveal({ reveal }: { reveal: Schemas['RevealView'] }) {
  const tell = useWords();
  const { viewerName, viewerRole, fields, at } = reveal;
  return (
    <Box as="li" className="line">
      <Box className="grow">
        <Heading>{viewerName ?? tell(`viewer.${viewerRole}`)}</Heading>
        <Box>{fields.map((field) => tell(`revealed.${field}`)).join(tell('reveals.and'))}</Box>
        <Box className="soft small">{`${fullDay(at)} ${clockTime(at)}`}</Box>
      </Box>
    </Box>
  );
}
