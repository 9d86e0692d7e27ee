import {
  type Actor,
  DomainError,
  isStaff,
  type ListRevealsInput,
  type RevealPage,
  type RevealView,
} from '#contracts';
import { type Call, Clock, Database, decodeCursor, encodeCursor, newId, sees } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { findNames } from './notices.store.js';
import { communityOf } from './reveal-searches.store.js';
import { RevealEntity } from './reveal.entity.js';

/** Whose data was shown, and what of it. */
export type Shown = Pick<RevealEntity, 'cityCode' | 'subjectId' | 'fields' | 'errandId'>;

const defaultLimit = 20;

/** The log of looks at what is sealed: written before anything is shown, read by whom it is about. */
@Injectable()
export class RevealsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Within the transaction of the look, so that there is none without its entry. */
  async note(orm: EntityManager, actor: Actor, shown: readonly Shown[]): Promise<void> {
    if (shown.length === 0) return;
    const seen = { viewerId: actor.id, viewerRole: actor.role, at: this.clock.now() };
    await orm.insert(
      RevealEntity,
      shown.map((what) => ({ ...what, ...seen, id: newId() })),
    );
  }

  /** The newest first. @throws DomainError `resource.notFound`, `cursor.invalid` */
  async list(input: ListRevealsInput, { actor }: Call): Promise<RevealPage> {
    const personId = input.personId ?? actor.id;
    const mayRead = isStaff(actor.role) ? await this.livesWithin(actor, personId) : personId === actor.id;
    if (!mayRead) throw new DomainError('resource.notFound');
    const limit = input.limit ?? defaultLimit;
    const before = input.cursor === undefined ? undefined : decodeCursor(input.cursor, 'uuid')[0];
    const query = this.database.orm.manager
      .createQueryBuilder(RevealEntity, 'r')
      .where('r.subjectId = :personId', { personId })
      .orderBy('r.id', 'DESC')
      .limit(limit + 1);
    if (before !== undefined) query.andWhere('r.id < :before', { before });
    const found = await query.getMany();
    const rows = found.slice(0, limit);
    const names = await findNames(
      this.database,
      rows.map(({ viewerId }) => viewerId),
    );
    const last = found.length > limit ? rows.at(-1) : undefined;
    return {
      items: rows.map((row) => viewOf(row, names.get(row.viewerId))),
      nextCursor: last && encodeCursor(last.id),
    };
  }

  private async livesWithin(actor: Actor, personId: string): Promise<boolean> {
    const community = await communityOf(this.database, personId);
    return community !== undefined && sees(actor, community);
  }
}

function viewOf({ id, viewerRole, viewerId, fields, errandId, at }: RevealEntity, name?: string): RevealView {
  return {
    id,
    viewerRole,
    viewerId,
    viewerName: viewerRole === 'volunteer' ? name : undefined,
    fields,
    errandId: errandId ?? undefined,
    at: at.toISOString(),
  };
}
