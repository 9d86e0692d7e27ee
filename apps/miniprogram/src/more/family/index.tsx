import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { go } from '../../core/go';
import { useLoad } from '../../core/load';
import { newId } from '../../core/new-id';
import { ask, ownId } from '../../core/session';
import { type Trouble, troubleOf } from '../../core/trouble';
import { useWords } from '../../core/words';
import { Field } from '../../kit/field';
import { Page } from '../../kit/page';
import { Button, Card, Choice, Heading, Tag } from '../../kit/pieces';
import { Empty, Shown, TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';

const relations = [
  'parent',
  'spouse',
  'child',
  'grandparent',
  'grandchild',
  'sibling',
  'otherRelative',
] as const;

/** Who may act for whom: declared by one, confirmed by the other or at the committee, ended by either. */
export default function Family() {
  const tell = useWords();
  const loaded = useLoad(() => ask((api) => api.get('/api/v1/kinship')));
  return (
    <Page title={tell('family.title')}>
      <Shown loaded={loaded}>
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <Empty mark="亲" title={tell('family.empty')} />
            ) : (
              <Box as="ul" className="stack">
                {items.map((tie) => (
                  <TieCard key={tie.id} tie={tie} again={loaded.again} />
                ))}
              </Box>
            )}
            <Declare again={loaded.again} />
          </>
        )}
      </Shown>
    </Page>
  );
}

function TieCard({ tie, again }: { tie: Schemas['KinshipView']; again: () => void }) {
  const tell = useWords();
  const [trouble, setTrouble] = useState<Trouble>();
  const path = { id: tie.id };
  const isOut = tie.fromId === ownId();
  const attempt = (work: () => Promise<unknown>) => {
    setTrouble(undefined);
    work().then(again, (error: unknown) => setTrouble(troubleOf(error)));
  };
  return (
    <Card as="li">
      <Box className="row between">
        <Box className="strong">{isOut ? tie.toName : tie.fromName}</Box>
        <Tag tone={tie.state === 'confirmed' ? undefined : 'warm'}>{tell(`kinship.${tie.state}`)}</Tag>
      </Box>
      <Box className="soft">
        {isOut
          ? tell(`relation.${tie.relation}`)
          : tell('family.declaredMe', { relation: tell(`relation.${tie.relation}`) })}
      </Box>
      {trouble && <TroubleState trouble={trouble} />}
      {tie.state === 'declared' && !isOut && (
        <Button
          onPress={() => attempt(() => ask((api) => api.post('/api/v1/kinship/{id}/confirmation', { path })))}
        >
          {tell('family.confirm')}
        </Button>
      )}
      {tie.state === 'confirmed' && isOut && (
        <Button onPress={() => go('need-new', { residentId: tie.toId })}>{tell('family.ask')}</Button>
      )}
      <Button
        kind="quiet"
        label={`${tell('family.end')} ${isOut ? tie.toName : tie.fromName}`}
        onPress={() => attempt(() => ask((api) => api.post('/api/v1/kinship/{id}/end', { path })))}
      >
        {tell('family.end')}
      </Button>
    </Card>
  );
}

function Declare({ again }: { again: () => void }) {
  const tell = useWords();
  const [toId, setToId] = useState('');
  const [relation, setRelation] = useState<(typeof relations)[number]>('parent');
  const [id, setId] = useState(newId);
  const [trouble, setTrouble] = useState<Trouble>();
  const declare = () => {
    setTrouble(undefined);
    ask((api) =>
      api.post('/api/v1/kinship', { body: { id, fromId: ownId(), toId: toId.trim(), relation } }),
    ).then(
      () => {
        setToId('');
        setId(newId());
        again();
      },
      (error: unknown) => setTrouble(troubleOf(error)),
    );
  };
  return (
    <Card as="section">
      <Heading>{tell('family.declare')}</Heading>
      <Box as="p" className="soft">
        {tell('family.how')}
      </Box>
      <Box className="soft small">{tell('family.ownNumber')}</Box>
      <Box className="small strong">{ownId()}</Box>
      <Field id="relative" label={tell('family.number')} maxLength={36} value={toId} onChange={setToId} />
      <Choice
        label={tell('family.relation')}
        value={relation}
        onChange={setRelation}
        options={relations.map((each) => [each, tell(`relation.${each}`)] as const)}
      />
      {trouble && <TroubleState trouble={trouble} />}
      <Button isDisabled={toId.trim().length !== 36} onPress={declare}>
        {tell('family.declare')}
      </Button>
    </Card>
  );
}
