import { useState } from 'react';
import { ask, ownId } from '../core/session';
import { type Trouble, troubleOf } from '../core/trouble';
import { useWords } from '../core/words';
import { Denied } from '../kit/denied';
import { Field } from '../kit/field';
import { Note } from '../kit/note';
import { Button, Choice, Heading } from '../kit/pieces';
import { TroubleState } from '../kit/states';
import { Box } from '../platform/elements';
import type { Denial, Place } from '../platform/device';
import { device } from '../platform/this-device';
import { RegionPicker } from './region-picker';

/** Where one lives, asked once, before the first need: so that somebody can come. */
export function ResidentForm({ onDone }: { onDone: () => void }) {
  const tell = useWords();
  const [region, setRegion] = useState<{ code: string; name: string }>();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [door, setDoor] = useState('');
  const [point, setPoint] = useState<Place['point']>();
  const [denial, setDenial] = useState<Denial>();
  const [agrees, setAgrees] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const locate = async () => {
    const place = await device.place();
    setDenial(typeof place === 'string' ? place : undefined);
    if (typeof place !== 'string') setPoint(place.point);
  };
  const send = async () => {
    if (!region || !point) return;
    setBusy(true);
    setTrouble(undefined);
    const body = { id: ownId(), name, phone, door, communityCode: region.code, point };
    await ask((api) => api.post('/api/v1/residents', { body })).then(onDone, (error: unknown) =>
      setTrouble(troubleOf(error)),
    );
    setBusy(false);
  };
  const missing = [
    !name.trim() && tell('person.name'),
    !phone.trim() && tell('person.phone'),
    !region && tell('region.community'),
    !door.trim() && tell('resident.door'),
    !point && tell('resident.place'),
    !agrees && tell('consent.agree'),
  ].filter((each) => each !== false);
  return (
    <>
      <Heading>{tell('resident.title')}</Heading>
      <Box as="p">{tell('resident.why')}</Box>
      <Field id="resident-name" label={tell('person.name')} maxLength={30} value={name} onChange={setName} />
      <Field
        id="resident-phone"
        kind="phone"
        label={tell('person.phone')}
        maxLength={20}
        value={phone}
        onChange={setPhone}
      />
      <RegionPicker value={region} onChange={setRegion} />
      <Field
        id="resident-door"
        label={tell('resident.door')}
        maxLength={60}
        value={door}
        onChange={setDoor}
      />
      {point ? (
        <Note tone="good">{tell('resident.placed')}</Note>
      ) : (
        <Button kind="quiet" onPress={() => void locate()}>
          {tell('resident.place')}
        </Button>
      )}
      {denial && <Denied what="place" denial={denial} again={() => void locate()} />}
      <Note>{tell('resident.consent')}</Note>
      <Choice
        label={tell('resident.consent')}
        value={agrees}
        options={[[true, tell('consent.agree')]]}
        onChange={setAgrees}
      />
      {trouble && <TroubleState trouble={trouble} />}
      {missing.length > 0 && <Note>{tell('resident.missing', { what: missing.join(' · ') })}</Note>}
      <Button size="tall" isBusy={isBusy} isDisabled={missing.length > 0} onPress={() => void send()}>
        {tell('resident.send')}
      </Button>
    </>
  );
}
