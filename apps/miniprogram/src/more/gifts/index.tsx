import { useState } from 'react';
import { useLoad } from '../../core/load';
import { newId } from '../../core/new-id';
import { type Person, readPeople } from '../../core/people';
import { ask } from '../../core/session';
import { type Trouble, troubleOf } from '../../core/trouble';
import { useWords } from '../../core/words';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { Button, Card, Choice, Heading } from '../../kit/pieces';
import { Sheet } from '../../kit/sheet';
import { Shown, TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';

const pool = 'pool';

/** Gives minutes to a relative, or to the public pool for those who have nobody. */
export default function Gifts() {
  const tell = useWords();
  const loaded = useLoad(readPeople);
  return (
    <Page title={tell('gifts.title')}>
      <Shown loaded={loaded}>{(people) => <Giving people={people.filter(({ isSelf }) => !isSelf)} />}</Shown>
    </Page>
  );
}

function Giving({ people }: { people: Person[] }) {
  const tell = useWords();
  const [to, setTo] = useState<string>(pool);
  const [minutes, setMinutes] = useState<number>();
  const [id, setId] = useState(newId);
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [left, setLeft] = useState<number>();
  const [trouble, setTrouble] = useState<Trouble>();
  const give = async () => {
    if (minutes === undefined) return;
    setBusy(true);
    setTrouble(undefined);
    await ask((api) =>
      to === pool
        ? api.post('/api/v1/donations', { body: { id, minutes } })
        : api.post('/api/v1/gifts', { body: { id, toOwnerId: to, minutes } }),
    ).then(
      ({ balanceMinutes }) => {
        setLeft(balanceMinutes);
        setId(newId());
      },
      (error: unknown) => setTrouble(troubleOf(error)),
    );
    setSure(false);
    setBusy(false);
  };
  const name = to === pool ? tell('gifts.pool') : (people.find((person) => person.id === to)?.name ?? '');
  return (
    <>
      {left !== undefined && (
        <Note tone="good" isSaid>
          {tell('gifts.given', { minutes: left })}
        </Note>
      )}
      {trouble && <TroubleState trouble={trouble} />}
      <Card as="section">
        <Heading>{tell('gifts.to')}</Heading>
        <Choice
          label={tell('gifts.to')}
          value={to}
          onChange={setTo}
          options={[[pool, tell('gifts.pool')], ...people.map((person) => [person.id, person.name] as const)]}
        />
        <Heading>{tell('gifts.howMany')}</Heading>
        <Choice
          label={tell('gifts.howMany')}
          value={minutes}
          onChange={setMinutes}
          options={[60, 120, 240, 480].map((each) => [each, tell('minutes', { minutes: each })] as const)}
        />
        <Button size="tall" isDisabled={minutes === undefined} onPress={() => setSure(true)}>
          {tell('gifts.give')}
        </Button>
        <Box as="p" className="soft small">
          {tell('gifts.rules')}
        </Box>
      </Card>
      {isSure && minutes !== undefined && (
        <Sheet title={tell('gifts.sure', { minutes, name })} onClose={() => setSure(false)}>
          <Button size="tall" isBusy={isBusy} onPress={() => void give()}>
            {tell('gifts.give')}
          </Button>
          <Button kind="quiet" onPress={() => setSure(false)}>
            {tell('close')}
          </Button>
        </Sheet>
      )}
    </>
  );
}
