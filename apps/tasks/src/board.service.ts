import {
  type CountNeedsInput,
  type ListNeedsInput,
  needColumns,
  type NeedCounts,
  type NeedPage,
  type NeedState,
  needStates,
  statesOfColumn,
} from '#contracts';
import { type Call, Database, decodeCursor, encodeCursor, listScope } from '#platform';
import { Injectable } from '@nestjs/common';
import { Between, type FindOptionsWhere, In, LessThan } from 'typeorm';
import { isPerson } from './need.access.views.js';
import { NeedEntity } from './need.entity.js';
import { NeedViews } from './need.views.js';

const pageSize = 20;

/** Needs as lists and boards show them: page by page, the newest first, and how many there are. */
@Injectable()
export class BoardService {
  constructor(
    private readonly database: Database,
    private readonly views: NeedViews,
  ) {}

  /** @throws DomainError `cursor.invalid`, `access.foreignRegion` */
  async list(input: ListNeedsInput, call: Call): Promise<NeedPage> {
    const { actor } = call;
    const scope = isPerson(call) ? undefined : listScope(actor, input.region);
    const limit = input.limit ?? pageSize;
    const wanted = wantedBy(input);
    const rows = await this.database.orm.getRepository(NeedEntity).find({
      where: (scope
        ? [{ communityCode: Between(scope.code, scope.last) }]
        : [{ residentId: actor.id }, { familyId: actor.id }]
      ).map((whose) => ({ ...whose, ...wanted })),
      order: { id: 'desc' },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    return {
      items: await this.views.many(page, call),
      nextCursor: rows.length > limit ? encodeCursor(page.at(-1)?.id ?? '') : undefined,
    };
  }

  /** @throws DomainError `access.foreignRegion` */
  async count({ region, type }: CountNeedsInput, { actor }: Call): Promise<NeedCounts> {
    const scope = listScope(actor, region);
    const rows = await this.database.query<{ state: NeedState; needs: number }>(
      `select state, count(*)::int as needs from need
       where city_code between $1 and $2 and community_code between $3 and $4 and ($5::text is null or type = $5)
       group by state`,
      [scope.cityCode, Math.floor(scope.last / 1e8), scope.code, scope.last, type ?? null],
    );
    const known = new Map(rows.map(({ state, needs }) => [state, needs]));
    return {
      columns: needColumns.map((column) => ({
        column,
        needs: statesOfColumn[column].reduce((sum, state) => sum + (known.get(state) ?? 0), 0),
      })),
    };
  }
}

/** What the filters of a list leave. */
function wantedBy({ state, column, type, cursor }: ListNeedsInput): FindOptionsWhere<NeedEntity> {
  const states = (column ? statesOfColumn[column] : needStates).filter((one) => !state || one === state);
  const before = cursor ? decodeCursor(cursor, 'uuid')[0] : undefined;
  return {
    ...(states.length < needStates.length && { state: In(states) }),
    ...(type && { type }),
    ...(before !== undefined && { id: LessThan(before) }),
  };
}
