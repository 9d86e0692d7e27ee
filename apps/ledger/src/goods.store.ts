import type { GoodsOrderState } from '#contracts';
import type { Database, Tx } from '#platform';
import type { RegionRange } from '#regions';

export interface GoodsRow {
  cityCode: number;
  id: string;
  regionCode: number;
  title: string;
  priceMinutes: number;
  stock: number;
  withdrawn: boolean;
  content: string;
}

export interface OrderRow {
  cityCode: number;
  id: string;
  goodsId: string;
  regionCode: number;
  ownerId: string;
  title: string;
  priceMinutes: number;
  state: GoodsOrderState;
  code: string;
  codeAttempts: number;
  orderedAt: Date;
  expiresAt: Date;
}

const goodsColumns = `city_code as "cityCode", id, region_code as "regionCode", title, price_minutes as "priceMinutes",
  stock, withdrawn, content`;
const orderColumns = `city_code as "cityCode", id, goods_id as "goodsId", region_code as "regionCode",
  owner_id as "ownerId", title, price_minutes as "priceMinutes", state, code, code_attempts as "codeAttempts",
  ordered_at as "orderedAt", expires_at as "expiresAt"`;

/** Answers whether it was new. */
export async function insertGoods(tx: Tx, row: GoodsRow, by: string, at: Date): Promise<boolean> {
  const rows = await tx.query(
    `insert into goods (city_code, id, region_code, title, price_minutes, stock, offered_by, offered_at, content)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (city_code, id) do nothing returning id`,
    [row.cityCode, row.id, row.regionCode, row.title, row.priceMinutes, row.stock, by, at, row.content],
  );
  return rows.length > 0;
}

/** Reads and locks: two orders for the last one wait for each other. */
export async function lockGoods(tx: Tx, id: string): Promise<GoodsRow | undefined> {
  const [row] = await tx.query<GoodsRow>(`select ${goodsColumns} from goods where id = $1 for update`, [id]);
  return row;
}

export async function updateGoods(tx: Tx, row: GoodsRow): Promise<void> {
  await tx.query(
    'update goods set price_minutes = $3, stock = $4, withdrawn = $5 where city_code = $1 and id = $2',
    [row.cityCode, row.id, row.priceMinutes, row.stock, row.withdrawn],
  );
}

/** What is offered in a place, the newest first; withdrawn goods only to those who offer them. */
export function readGoods(
  database: Database,
  { cityCode, code, last }: RegionRange,
  options: { before: string | null; limit: number; withWithdrawn: boolean },
): Promise<GoodsRow[]> {
  return database.query<GoodsRow>(
    `select ${goodsColumns} from goods where city_code = $1 and region_code between $2 and $3
       and ($4::uuid is null or id < $4) and (not withdrawn or $6) order by id desc limit $5`,
    [cityCode, code, last, options.before, options.limit, options.withWithdrawn],
  );
}

export async function insertOrder(tx: Tx, row: OrderRow): Promise<void> {
  await tx.query(
    `insert into goods_order (city_code, id, goods_id, region_code, owner_id, title, price_minutes, state, code,
       ordered_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[row.cityCode, row.id, row.goodsId, row.regionCode, row.ownerId, row.title, row.priceMinutes],
      ...[row.state, row.code, row.orderedAt, row.expiresAt],
    ],
  );
}

/** Reads and locks. */
export async function lockOrder(tx: Tx, id: string): Promise<OrderRow | undefined> {
  const [row] = await tx.query<OrderRow>(`select ${orderColumns} from goods_order where id = $1 for update`, [
    id,
  ]);
  return row;
}

export async function endOrder(
  tx: Tx,
  { cityCode, id }: OrderRow,
  end: { state: GoodsOrderState; by: string; at: Date },
): Promise<void> {
  await tx.query(
    'update goods_order set state = $3, ended_by = $4, ended_at = $5 where city_code = $1 and id = $2',
    [cityCode, id, end.state, end.by, end.at],
  );
}

export async function countAttempt(tx: Tx, { cityCode, id }: OrderRow): Promise<void> {
  await tx.query(
    'update goods_order set code_attempts = code_attempts + 1 where city_code = $1 and id = $2',
    [cityCode, id],
  );
}

/** Back into stock, unless that is full. */
export async function restock(tx: Tx, { cityCode, goodsId }: OrderRow): Promise<void> {
  await tx.query('update goods set stock = least(stock + 1, 100000) where city_code = $1 and id = $2', [
    cityCode,
    goodsId,
  ]);
}

/** Orders of a person, or of a place, the newest first. */
export function readOrders(
  database: Database,
  whose: { ownerId: string } | RegionRange,
  before: string | null,
  limit: number,
): Promise<OrderRow[]> {
  if ('ownerId' in whose)
    return database.query<OrderRow>(
      `select ${orderColumns} from goods_order where owner_id = $1 and ($2::uuid is null or id < $2)
       order by id desc limit $3`,
      [whose.ownerId, before, limit],
    );
  return database.query<OrderRow>(
    `select ${orderColumns} from goods_order where city_code = $1 and region_code between $2 and $3
       and ($4::uuid is null or id < $4) order by id desc limit $5`,
    [whose.cityCode, whose.code, whose.last, before, limit],
  );
}

/** Orders that nobody came for, the earliest first. */
export async function readDueOrders(database: Database, at: Date, limit: number): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select id from goods_order where state = 'ordered' and expires_at <= $1 order by expires_at limit $2`,
    [at, limit],
  );
  return rows.map(({ id }) => id);
}

/** The city of goods, which a person does not name; undefined where there are none of that id. */
export async function cityOfGoods(from: Database | Tx, id: string): Promise<number | undefined> {
  const [row] = await from.query<{ code: number }>('select city_code as code from goods where id = $1', [id]);
  return row?.code;
}

/** The city of an order; undefined where there is none. */
export async function cityOfOrder(from: Database | Tx, id: string): Promise<number | undefined> {
  const [row] = await from.query<{ code: number }>(
    'select city_code as code from goods_order where id = $1',
    [id],
  );
  return row?.code;
}
