import {
  DomainError,
  feedback as contracts,
  feedbackEvents,
  type FeedbackPage,
  type FeedbackView,
  type GiveFeedbackInput,
  type ListFeedbackInput,
} from '#contracts';
import { type Call, Clock, Database, listScope, once, Outbox, Seal } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { Between, type FindOptionsWhere } from 'typeorm';
import { checkChoices, isGood, isSerious } from './conduct.js';
import { FeedbackEntity } from './conduct.entity.js';
import { newestFirst } from './paging.store.js';
import { RecordLife } from './record.life.service.js';
import { readErrandFacts } from './record.store.js';

export const commentSealedAs = 'feedback.comment';

/** What both sides say after a service. The station reads it, and the two it is between; nobody else ever. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly life: RecordLife,
  ) {}

  async give(input: GiveFeedbackInput, call: Call): Promise<FeedbackView> {
    const { role, id: givenBy } = call.actor;
    const fromSide = role === 'volunteer' ? 'volunteer' : 'resident';
    const choices = checkChoices(fromSide, input.choices);
    return this.database.transaction((tx) =>
      once(tx, call, contracts.give.subject, input, async () => {
        const record = await this.life.lock(tx, input.recordId, call);
        const { cityCode, id: recordId, communityCode, volunteerId } = record;
        const known = await tx.orm.findOneBy(FeedbackEntity, { cityCode, id: input.id });
        const isSame =
          known?.recordId === recordId &&
          known.givenBy === givenBy &&
          String(known.choices) === String(choices);
        if (known && !isSame) throw new DomainError('idempotency.conflict');
        if (known) return this.view(known);
        if (await tx.orm.existsBy(FeedbackEntity, { cityCode, recordId, fromSide }))
          throw new DomainError('feedback.given');
        const { residentId } = await readErrandFacts(tx, record);
        const given: FeedbackEntity = {
          ...{ cityCode, id: input.id, recordId, communityCode, volunteerId, residentId, fromSide, givenBy },
          ...{ onBehalf: role === 'committee', choices, serious: isSerious(choices), at: this.clock.now() },
          commentSealed: input.comment === undefined ? null : this.seal.seal(input.comment, commentSealedAs),
        };
        await tx.orm.insert(FeedbackEntity, given);
        const data = {
          feedbackId: given.id,
          communityCode: formatRegion(communityCode),
          serious: given.serious,
          ...(fromSide === 'resident' && { volunteerId, isGood: isGood(choices) }),
          at: given.at.toISOString(),
        };
        this.outbox.add(tx, [{ contract: feedbackEvents.given, cityCode, traceId: call.traceId, data }]);
        return this.view(given);
      }),
    );
  }

  /** The newest first; @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: ListFeedbackInput, call: Call): Promise<FeedbackPage> {
    const rows = this.database.orm.getRepository(FeedbackEntity);
    const page = await newestFirst(rows, this.readableBy(input, call), input);
    return { ...page, items: page.items.map((row) => this.view(row)) };
  }

  private readableBy(input: ListFeedbackInput, { actor }: Call): FindOptionsWhere<FeedbackEntity> {
    const serious = input.serious === undefined ? {} : { serious: input.serious };
    if (actor.role === 'volunteer') return { volunteerId: actor.id, ...serious };
    if (actor.role === 'resident') return { residentId: actor.id, ...serious };
    const scope = listScope(actor, input.region);
    return { communityCode: Between(scope.code, scope.last), ...serious };
  }

  private view(row: FeedbackEntity): FeedbackView {
    return {
      id: row.id,
      recordId: row.recordId,
      communityCode: formatRegion(row.communityCode),
      from: row.fromSide,
      onBehalf: row.onBehalf,
      choices: row.choices,
      comment: row.commentSealed === null ? undefined : this.seal.open(row.commentSealed, commentSealedAs),
      serious: row.serious,
      at: row.at.toISOString(),
    };
  }
}
