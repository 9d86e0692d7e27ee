import { PageQuery } from './common.js';
import { defineRpc, type ServiceName, serviceNames } from './contract.js';
import { Choice, Flag, Instant, Integer, ListOf, Text, Uuid } from './fields.js';

const place = { min: 1, max: Number.MAX_SAFE_INTEGER };

export class ListDeadLettersInput extends PageQuery {
  @Choice(serviceNames, { optional: true, description: 'The service that could not take it.' })
  consumer?: ServiceName;
}

/** Events that a service could not take, without what they say. */
export class DeadLetterView {
  @Integer({ ...place, description: 'Place in the stream of dead letters.' }) sequence!: number;
  @Choice(serviceNames) consumer!: ServiceName;
  @Text({ max: 200, description: 'Of the events: errand.claimed.' }) subject!: string;
  @Integer({ min: 0, max: 100_000, description: 'Zero where nobody can read it.' }) eventCount!: number;
  @Text({ max: 200, description: 'The kind of error alone; its words are in the log of the service.' })
  errorType!: string;
  @Flag({ description: 'It can be read, so that delivering it again may help.' }) isReplayable!: boolean;
  @Instant({ description: 'When it was given up.' }) at!: string;
}

export class DeadLetterPage {
  @ListOf(() => DeadLetterView, { max: 100, description: 'The oldest first.' }) items!: DeadLetterView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ReplayDeadLettersInput {
  @Uuid({ description: 'Id of the replay, made by the caller: its entry in the log of replays.' })
  id!: string;
  @Choice(serviceNames) consumer!: ServiceName;
  @Integer({ ...place, optional: true, description: 'One letter; all of the service unless told.' })
  sequence?: number;
}

export class ReplayedDeadLetters {
  @Integer({ min: 0, max: 1_000, description: 'Delivered again by this request.' }) replayed!: number;
  @Flag({ description: 'There were more: ask again with the same id.' }) hasMore!: boolean;
}

/** Somebody had letters delivered again. Entries are only ever added. */
export class ReplayView {
  @Uuid() id!: string;
  @Choice(serviceNames) consumer!: ServiceName;
  @Integer({ ...place, optional: true, description: 'Of the one letter; absent for all there were.' })
  sequence?: number;
  @Uuid({ description: 'The administrator who asked.' }) byId!: string;
  @Instant() at!: string;
}

export class ReplayPage {
  @ListOf(() => ReplayView, { max: 100, description: 'The newest first.' }) items!: ReplayView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

const callers = ['administrator'] as const;

/** 死信: for administrators of a whole city at least, each those letters whose events are all of their cities. */
export const deadLetters = {
  list: defineRpc({
    subject: 'stations.listDeadLetters',
    input: ListDeadLettersInput,
    output: DeadLetterPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers,
  }),
  /**
   * Delivers again to the one service that failed, which takes each event once. What fails again comes back as a new
   * letter. The same id asks for the same letters.
   */
  replay: defineRpc({
    subject: 'stations.replayDeadLetters',
    input: ReplayDeadLettersInput,
    output: ReplayedDeadLetters,
    errors: ['resource.notFound', 'access.foreignRegion', 'idempotency.conflict'],
    callers,
    deadlineMs: 15_000,
  }),
  /** The log of replays. */
  listReplays: defineRpc({
    subject: 'stations.listDeadLetterReplays',
    input: PageQuery,
    output: ReplayPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers,
  }),
};
