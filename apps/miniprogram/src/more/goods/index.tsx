import { useState } from 'react';
import { readBalance, readCommunity } from '../../core/balance';
import type { Schemas } from '../../core/client';
import { go } from '../../core/go';
import { useLoad } from '../../core/load';
import { newId } from '../../core/new-id';
import { ask } from '../../core/session';
import { fullDay } from '../../core/time';
import { Page } from '../../kit/page';
import { Button, Card, Fact, Heading, Tag } from '../../kit/pieces';
import { Sheet } from '../../kit/sheet';
import { Empty, Shown, TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';
import { useAttempt } from '../attempt';
import { useLaterWords } from '../words';

/** Goods of the whole city: its first four digits. */
const cityOf = (communityCode: string) => communityCode.slice(0, 4).padEnd(12, '0');

async function read() {
  const [balance, community, orders] = await Promise.all([
    readBalance(),
    readCommunity(),
    ask((api) => api.get('/api/v1/goods-orders', { query: { limit: 20 } })),
  ]);
  const region = community && cityOf(community);
  const goods = region
    ? (await ask((api) => api.get('/api/v1/goods', { query: { region, limit: 50 } }))).items
    : [];
  return { balance, goods, orders: orders.items };
}

/** What credits are good for: service for oneself or a relative, and goods where the city has some. Never money. */
export default function Goods() {
  const tell = useLaterWords();
  const loaded = useLoad(read);
  return (
    <Page title={tell('goods.title')}>
      <Shown loaded={loaded}>
        {({ balance, goods, orders }) => (
          <>
            <Card>
              <Box className="soft">{tell('minutes.balance')}</Box>
              <Box className="huge">{balance?.balanceMinutes ?? 0}</Box>
              {balance !== undefined && balance.heldMinutes > 0 && (
                <Fact name={tell('minutes.held')}>{tell('minutes', { minutes: balance.heldMinutes })}</Fact>
              )}
              <Button onPress={() => go('need-new', {})}>{tell('goods.service')}</Button>
              <Box as="p" className="soft small">
                {tell('goods.never')}
              </Box>
            </Card>
            {orders.length > 0 && <Heading>{tell('goods.orders')}</Heading>}
            <Box as="ul" className="stack">
              {orders.map((order) => (
                <OrderCard key={order.id} order={order} again={loaded.again} />
              ))}
            </Box>
            <Heading>{tell('goods.here')}</Heading>
            {goods.length === 0 ? (
              <Empty mark="物" title={tell('goods.none')} />
            ) : (
              <Box as="ul" className="stack">
                {goods.map((item) => (
                  <GoodsCard key={item.id} item={item} again={loaded.again} />
                ))}
              </Box>
            )}
          </>
        )}
      </Shown>
    </Page>
  );
}

function GoodsCard({ item, again }: { item: Schemas['GoodsView']; again: () => void }) {
  const tell = useLaterWords();
  const { attempt, isBusy, trouble } = useAttempt();
  const [asked, setAsked] = useState<string>();
  const order = async () => {
    const path = { goodsId: item.id };
    const isDone = await attempt(() =>
      ask((api) => api.post('/api/v1/goods/{goodsId}/orders', { path, body: { id: asked } })),
    );
    if (!isDone) return;
    setAsked(undefined);
    again();
  };
  return (
    <Card as="li">
      <Box as="h2" className="strong">
        {item.title}
      </Box>
      <Fact name={tell('goods.price')}>{tell('minutes', { minutes: item.priceMinutes })}</Fact>
      <Fact name={tell('goods.stock')}>{item.stock}</Fact>
      <Button
        label={`${tell('goods.order')} ${item.title}`}
        isDisabled={item.stock === 0}
        onPress={() => setAsked(newId())}
      >
        {tell('goods.order')}
      </Button>
      {asked && (
        <Sheet
          title={tell('goods.sure', { title: item.title, minutes: item.priceMinutes })}
          onClose={() => setAsked(undefined)}
        >
          {trouble && <TroubleState trouble={trouble} />}
          <Button size="tall" isBusy={isBusy} onPress={() => void order()}>
            {tell('goods.order')}
          </Button>
          <Button kind="quiet" onPress={() => setAsked(undefined)}>
            {tell('close')}
          </Button>
        </Sheet>
      )}
    </Card>
  );
}

function OrderCard({ order, again }: { order: Schemas['GoodsOrderView']; again: () => void }) {
  const tell = useLaterWords();
  const { attempt, isBusy, trouble } = useAttempt();
  const { id, title, state, code, expiresAt, priceMinutes } = order;
  const cancel = () =>
    attempt(async () => {
      await ask((api) => api.post('/api/v1/goods-orders/{id}/cancellation', { path: { id } }));
      again();
    });
  return (
    <Card as="li">
      <Box className="row between">
        <Box as="h2" className="strong grow">
          {title}
        </Box>
        <Tag tone={state === 'collected' ? undefined : 'warm'}>{tell(`order.${state}`)}</Tag>
      </Box>
      <Fact name={tell('goods.price')}>{tell('minutes', { minutes: priceMinutes })}</Fact>
      {code && (
        <>
          <Box className="soft">{tell('goods.code', { day: fullDay(expiresAt) })}</Box>
          <Box className="huge">{code}</Box>
        </>
      )}
      {trouble && <TroubleState trouble={trouble} />}
      {state === 'ordered' && (
        <Button kind="quiet" isBusy={isBusy} onPress={() => void cancel()}>
          {tell('goods.cancel')}
        </Button>
      )}
    </Card>
  );
}
