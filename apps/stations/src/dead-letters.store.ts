import type { ServiceName } from '#contracts';
import type { Database, Tx } from '#platform';
import type { RegionRange } from '#regions';
import { cityOf } from './regions.store.js';

/** A request to deliver letters again, as it is kept. */
export interface ReplayRow {
  cityCode: number;
  id: string;
  consumer: ServiceName;
  sequence: number | null;
  /** The last place in the stream when it was asked for: later letters are not meant. */
  lastSequence: number;
  byId: string;
  regionCode: number;
  at: Date;
}

type Read = ReplayRow & Record<string, unknown>;

const columns = `city_code as "cityCode", id, consumer, sequence, last_sequence as "lastSequence", by_id as "byId",
  region_code as "regionCode", at`;

/** Writes it unless there is one of that id; answers the one there is. */
export async function noteReplay(tx: Tx, row: ReplayRow): Promise<ReplayRow> {
  await tx.query(
    `insert into dead_letter_replay (city_code, id, consumer, sequence, last_sequence, by_id, region_code, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      ...[row.cityCode, row.id, row.consumer, row.sequence, row.lastSequence, row.byId, row.regionCode],
      row.at,
    ],
  );
  const [found] = await tx.query<Read>(`select ${columns} from dead_letter_replay where id = $1`, [row.id]);
  if (!found) throw new Error('a replay that was written is not there');
  return found;
}

export async function findReplay(database: Database, id: string): Promise<ReplayRow | undefined> {
  const [row] = await database.query<Read>(`select ${columns} from dead_letter_replay where id = $1`, [id]);
  return row;
}

/** A page of what was asked for within a range, the newest first. */
export function listReplays(
  database: Database,
  { code, last }: Pick<RegionRange, 'code' | 'last'>,
  before: string | undefined,
  limit: number,
): Promise<ReplayRow[]> {
  return database.query<Read>(
    `select ${columns} from dead_letter_replay
     where city_code between $1 and $2 and region_code between $3 and $4 and ($5::uuid is null or id < $5)
     order by id desc limit $6`,
    [cityOf(code), cityOf(last), code, last, before ?? null, limit],
  );
}
