import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { useLoad } from '../../core/load';
import { newId } from '../../core/new-id';
import { ask } from '../../core/session';
import { day } from '../../core/time';
import { type Trouble, troubleOf } from '../../core/trouble';
import { useWords, type Word } from '../../core/words';
import { Field } from '../../kit/field';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button, Card, Choice, Heading, Tag } from '../../kit/pieces';
import { Empty, Shown, TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';
import { device } from '../../platform/this-device';
import { RegionPicker } from '../../parts/region-picker';

const categories = [
  'rubbish',
  'blockedPassage',
  'fireRisk',
  'exposedWiring',
  'bicycleCharging',
  'brokenFacility',
  'slipperyGround',
  'waterLeak',
  'fallenTree',
  'strayAnimal',
  'other',
] as const;
const severities = ['low', 'medium', 'high', 'urgent'] as const;

/** Tells station and committee of a danger at once; shows what became of those one told before. */
export default function Hazard() {
  const tell = useWords();
  const { errandId } = useRouter().params;
  const loaded = useLoad(() => ask((api) => api.get('/api/v1/hazards', { query: { limit: 20 } })));
  return (
    <Page title={tell('hazard.title')}>
      <Report errandId={errandId} onDone={loaded.again} />
      <Heading>{tell('hazard.mine')}</Heading>
      <Shown loaded={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty mark="净" title={tell('hazard.none')} />
          ) : (
            <Box as="ul" className="stack">
              {items.map((hazard) => (
                <HazardCard key={hazard.id} hazard={hazard} />
              ))}
            </Box>
          )
        }
      </Shown>
    </Page>
  );
}

function Report({ errandId, onDone }: { errandId?: string; onDone: () => void }) {
  const tell = useWords();
  const [id, setId] = useState(newId);
  const [category, setCategory] = useState<(typeof categories)[number]>();
  const [severity, setSeverity] = useState<(typeof severities)[number]>('medium');
  const [description, setDescription] = useState('');
  const [region, setRegion] = useState<{ code: string; name: string }>();
  const [denial, setDenial] = useState<Word>();
  const [said, setSaid] = useState<Word>();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async () => {
    if (!category) return;
    setBusy(true);
    setTrouble(undefined);
    setDenial(undefined);
    setSaid(undefined);
    const place = await device.place();
    if (typeof place === 'string') setDenial(place === 'denied' ? 'place.denied' : 'place.unavailable');
    else
      await ask((api) =>
        api.post('/api/v1/hazards', {
          body: {
            id,
            errandId,
            communityCode: errandId ? undefined : region?.code,
            point: place.point,
            category,
            severity,
            description: description.trim() || tell(`hazard.${category}`),
          },
        }),
      ).then(
        ({ joined }) => {
          setSaid(joined ? 'hazard.joined' : 'hazard.sent');
          setId(newId());
          setDescription('');
          onDone();
        },
        (error: unknown) => setTrouble(troubleOf(error)),
      );
    setBusy(false);
  };
  return (
    <Card as="section">
      <Heading>{tell('hazard.report')}</Heading>
      <Choice
        label={tell('hazard.category')}
        value={category}
        onChange={setCategory}
        options={categories.map((each) => [each, tell(`hazard.${each}`)] as const)}
      />
      <Choice
        label={tell('hazard.severity')}
        shape="segments"
        value={severity}
        onChange={setSeverity}
        options={severities.map((each) => [each, tell(`severity.${each}`)] as const)}
      />
      {!errandId && <RegionPicker value={region} onChange={setRegion} />}
      <Field
        id="hazard-words"
        kind="long"
        label={tell('hazard.words')}
        maxLength={200}
        value={description}
        onChange={setDescription}
      />
      {denial && (
        <Note tone="warm" isSaid>
          {tell(denial)}
        </Note>
      )}
      {said && (
        <Note tone="good" isSaid>
          {tell(said)}
        </Note>
      )}
      {trouble && <TroubleState trouble={trouble} />}
      <Button
        size="tall"
        isBusy={isBusy}
        isDisabled={!category || (!errandId && !region)}
        onPress={() => void send()}
      >
        {tell('hazard.send')}
      </Button>
    </Card>
  );
}

function HazardCard({ hazard }: { hazard: Schemas['HazardView'] }) {
  const tell = useWords();
  const [report] = hazard.reports;
  return (
    <Card as="li">
      <Box className="row between">
        <Box as="h2" className="strong">
          {tell(`hazard.${hazard.category}`)}
        </Box>
        <Tag>{tell(`hazardState.${hazard.state}`)}</Tag>
      </Box>
      {report && <Box as="p">{report.description}</Box>}
      <Box className="soft small">{day(hazard.firstReportedAt)}</Box>
      {hazard.feedback && <Note tone="good">{hazard.feedback}</Note>}
    </Card>
  );
}
