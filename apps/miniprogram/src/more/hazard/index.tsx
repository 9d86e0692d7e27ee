import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { useLoad } from '../../core/load';
import { newId } from '../../core/new-id';
import { letter, type Posted, postLetters } from '../../core/queue';
import { ask } from '../../core/session';
import { day } from '../../core/time';
import { Denied } from '../../kit/denied';
import { Field } from '../../kit/field';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { PhotoField } from '../../kit/photo';
import { Button, Card, Choice, Heading, Tag } from '../../kit/pieces';
import { Empty, Shown } from '../../kit/states';
import { Box } from '../../platform/elements';
import type { Denial } from '../../platform/device';
import { device } from '../../platform/this-device';
import { RegionPicker } from '../../parts/region-picker';
import { useLaterWords } from '../words';

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
  const tell = useLaterWords();
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

/** The same report sent again is the same report. */
const newIds = () => ({ id: newId(), photoId: newId() });

function Report({ errandId, onDone }: { errandId?: string; onDone: () => void }) {
  const tell = useLaterWords();
  const [{ id, photoId }, setIds] = useState(newIds);
  const [category, setCategory] = useState<(typeof categories)[number]>();
  const [severity, setSeverity] = useState<(typeof severities)[number]>('medium');
  const [description, setDescription] = useState('');
  const [region, setRegion] = useState<{ code: string; name: string }>();
  const [denial, setDenial] = useState<Denial>();
  const [photo, setPhoto] = useState<string>();
  const [posted, setPosted] = useState<Posted>();
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    if (!category) return;
    setBusy(true);
    setPosted(undefined);
    const place = await device.place();
    setDenial(typeof place === 'string' ? place : undefined);
    if (typeof place !== 'string') {
      const words = description.trim() || tell(`hazard.${category}`);
      const where = errandId ? { errandId } : { communityCode: region?.code };
      const content = { ...where, point: place.point, category, severity, description: words };
      const withPhoto = photo ? { ...content, photoId, image: photo } : content;
      const outcome = await postLetters(letter('hazard', words, withPhoto, id));
      setPosted(outcome);
      if (outcome.state !== 'refused') {
        setIds(newIds());
        setDescription('');
        setPhoto(undefined);
        onDone();
      }
    }
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
      <PhotoField label={tell('hazard.photo')} value={photo} onChange={setPhoto} />
      {denial && <Denied what="place" denial={denial} again={() => void send()} />}
      {posted && (
        <Note tone={posted.state === 'sent' ? 'good' : posted.state === 'kept' ? 'warm' : 'danger'} isSaid>
          {posted.state === 'refused'
            ? posted.why
            : tell(posted.state === 'sent' ? 'hazard.sent' : 'keptHow')}
        </Note>
      )}
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
  const tell = useLaterWords();
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
