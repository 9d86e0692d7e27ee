import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Schemas } from '../../core/client';
import { askPicture } from '../../core/files';
import { useLoad } from '../../core/load';
import { newId } from '../../core/new-id';
import { letter, type Posted, postLetters } from '../../core/queue';
import { ask } from '../../core/session';
import { day } from '../../core/time';
import { Field } from '../../kit/field';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { PhotoField } from '../../kit/photo';
import { Button, Card, Fact, Heading, Tag } from '../../kit/pieces';
import { Empty, Shown, TroubleState } from '../../kit/states';
import { Box, Picture } from '../../platform/elements';
import { useAttempt } from '../attempt';
import { useLaterWords } from '../words';

type Purchase = Schemas['PurchaseView'];

/** What I bought, the receipt, and how it is paid back: at cost, apart from credits. */
export default function PurchasePage() {
  const tell = useLaterWords();
  const { errandId } = useRouter().params;
  const loaded = useLoad(() => ask((api) => api.get('/api/v1/purchases', { query: { limit: 50 } })));
  return (
    <Page title={tell('purchase.title')}>
      <Shown loaded={loaded}>
        {({ items }) => {
          const shown = errandId ? items.filter((each) => each.errandId === errandId) : items;
          const isOpen = errandId && shown.every(({ state }) => state === 'refused');
          return (
            <>
              {isOpen && <Submit errandId={errandId} again={loaded.again} />}
              {!errandId && shown.length === 0 && (
                <Empty mark="票" title={tell('purchase.none')}>
                  <Box as="p">{tell('purchase.noneHow')}</Box>
                </Empty>
              )}
              <Box as="ul" className="stack">
                {shown.map((purchase) => (
                  <PurchaseCard key={purchase.id} purchase={purchase} again={loaded.again} />
                ))}
              </Box>
            </>
          );
        }}
      </Shown>
    </Page>
  );
}

/** Yuan as typed, in fen; undefined where it is no amount. */
function fenOf(yuan: string): number | undefined {
  if (!/^\d{1,5}([.．。]\d{1,2})?$/.test(yuan.trim())) return undefined;
  const fen = Math.round(Number(yuan.trim().replace(/[．。]/, '.')) * 100);
  return fen > 0 ? fen : undefined;
}

function Submit({ errandId, again }: { errandId: string; again: () => void }) {
  const tell = useLaterWords();
  const [photo, setPhoto] = useState<{ id: string; image: string }>();
  const [yuan, setYuan] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [posted, setPosted] = useState<Posted>();
  const amountFen = fenOf(yuan);
  const send = async () => {
    if (!photo || amountFen === undefined) return;
    setBusy(true);
    const title = tell('purchase.amountIs', { yuan: (amountFen / 100).toFixed(2) });
    const image = { kind: 'receipt' as const, subjectId: errandId, image: photo.image };
    const outcome = await postLetters(
      letter('photo', title, image, photo.id),
      letter('purchase', title, { errandId, amountFen, photoId: photo.id }),
    );
    setPosted(outcome);
    setBusy(false);
    if (outcome.state === 'sent') again();
  };
  if (posted?.state === 'kept')
    return (
      <Empty mark="存" title={tell('kept')}>
        <Box as="p">{tell('keptHow')}</Box>
      </Empty>
    );
  return (
    <Card as="section">
      <Heading>{tell('purchase.do')}</Heading>
      <Box as="p" className="soft">
        {tell('purchase.how')}
      </Box>
      <PhotoField
        label={tell('purchase.receipt')}
        value={photo?.image}
        onChange={(image) => setPhoto({ id: newId(), image })}
      />
      <Field
        id="amount"
        label={tell('purchase.amount')}
        maxLength={8}
        value={yuan}
        onChange={setYuan}
        wrong={yuan !== '' && amountFen === undefined ? tell('purchase.amountWrong') : undefined}
      />
      {posted?.state === 'refused' && (
        <Note tone="danger" isSaid>
          {posted.why}
        </Note>
      )}
      <Button
        size="tall"
        isBusy={isBusy}
        isDisabled={!photo || amountFen === undefined}
        onPress={() => void send()}
      >
        {tell('purchase.send')}
      </Button>
    </Card>
  );
}

function PurchaseCard({ purchase, again }: { purchase: Purchase; again: () => void }) {
  const tell = useLaterWords();
  const { attempt, isBusy, trouble } = useAttempt();
  const [picture, setPicture] = useState<string>();
  const { id, state, amountFen, ceilingFen, paidBy, reason, submittedAt, photoId } = purchase;
  const receive = () =>
    attempt(async () => {
      await ask((api) => api.post('/api/v1/purchases/{id}/receipt', { path: { id } }));
      again();
    });
  const look = () =>
    attempt(async () => setPicture(await askPicture(`/api/v1/photos/${photoId}/image`, 'image/jpeg')));
  return (
    <Card as="li">
      <Box className="row between">
        <Box className="large">{tell('yuan', { yuan: (amountFen / 100).toFixed(2) })}</Box>
        <Tag tone={state === 'refused' ? 'danger' : state === 'received' ? undefined : 'warm'}>
          {tell(`purchase.${state}`)}
        </Tag>
      </Box>
      <Fact name={tell('purchase.ceiling')}>{tell('yuan', { yuan: (ceilingFen / 100).toFixed(2) })}</Fact>
      <Fact name={tell('purchase.day')}>{day(submittedAt)}</Fact>
      {paidBy && <Fact name={tell('purchase.by')}>{tell(`paidBy.${paidBy}`)}</Fact>}
      {reason && <Note tone="warm">{reason}</Note>}
      {trouble && <TroubleState trouble={trouble} />}
      {picture ? (
        <Picture className="photo" src={picture} label={tell('purchase.receipt')} />
      ) : (
        <Button kind="quiet" isBusy={isBusy} onPress={() => void look()}>
          {tell('purchase.look')}
        </Button>
      )}
      {state === 'paid' && (
        <Button isBusy={isBusy} onPress={() => void receive()}>
          {tell('purchase.receive')}
        </Button>
      )}
    </Card>
  );
}
