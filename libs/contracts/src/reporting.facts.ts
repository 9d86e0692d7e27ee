import type { Caller } from './actor.js';
import { defineRpc } from './contract.js';
import { verifications, type Verification } from './errands.js';
import { Choice, Choices, Day, Flag, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';
import { type FlowName, flowNames } from './reporting.metrics.js';
import { verificationStates, type VerificationState } from './volunteers.js';

const amount = { min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };

export class CountFactsInput {
  @Region() region!: string;
  @Flag({ optional: true, description: 'Only what bears this very code, nothing inside it.' })
  alone?: boolean;
  @Flag({ optional: true, description: 'By day, not since ever; for one community.' }) byDay?: boolean;
  @Flag({ optional: true, description: 'With the events told of it in the last days.' }) withEvents?: boolean;
}

/** What an owner counts in its own tables, in one community. */
export class FactCount {
  @Region() communityCode!: string;
  @Day({ optional: true }) day?: string;
  @Choice(flowNames) name!: FlowName;
  @Integer(amount) amount!: number;
}

/** An event as it was told, in which batch; `envelope` is its JSON. */
export class ToldEvent {
  @Uuid() batchId!: string;
  @Text({ max: 10_000 }) envelope!: string;
}

export class FactCounts {
  @Choices(flowNames, { max: 50, description: 'What this owner counts; absent from counts is 0.' })
  names!: FlowName[];
  @ListOf(() => FactCount, { max: 200_000 }) counts!: FactCount[];
  @ListOf(() => ToldEvent, { max: 200_000, description: 'Of the same moment as the counts.' })
  events!: ToldEvent[];
}

export class ListFactsInput {
  @Region({ description: 'One community.' }) communityCode!: string;
  @Uuid({ optional: true, description: 'The last id of the page before.' }) after?: string;
}

/** A record as it counts; of the event's words only those that count. */
export class RecordFact {
  @Uuid() recordId!: string;
  @Uuid() volunteerId!: string;
  @Region() communityCode!: string;
  @Integer({ min: 0, max: 1440 }) serviceMinutes!: number;
  @Choice(verifications) verification!: Verification;
  @Instant() endedAt!: string;
  @Integer({ min: 1, max: 10_000 }) version!: number;
  @Uuid({ description: 'As the event has it; so is the next.' }) recipientKey!: string;
  @Uuid() householdKey!: string;
}

export class RecordFacts {
  @ListOf(() => RecordFact, { max: 1_000 }) items!: RecordFact[];
}

export class VolunteerFact {
  @Uuid() volunteerId!: string;
  @Integer({ min: 1, max: 2_000_000_000 }) version!: number;
  @Region() communityCode!: string;
  @Choice(verificationStates) verification!: VerificationState;
  @Instant() decidedAt!: string;
  @Uuid({ optional: true, description: 'Whose registration this person’s is now.' }) mergedInto?: string;
}

export class VolunteerFacts {
  @ListOf(() => VolunteerFact, { max: 1_000 }) items!: VolunteerFact[];
}

const system: readonly Caller[] = ['system'];
const count = (service: 'tasks' | 'volunteers' | 'ledger') =>
  defineRpc({
    subject: `${service}.countFacts`,
    input: CountFactsInput,
    output: FactCounts,
    errors: [],
    callers: system,
    deadlineMs: 20_000,
  });

/** Owners' own counts, against which totals are held: of one moment, from the tables that hold the facts. */
export const taskFacts = {
  count: count('tasks'),
  /** Service records that were told, in order of id; fewer than 1,000: there are no more. */
  listRecords: defineRpc({
    subject: 'tasks.listRecordFacts',
    input: ListFactsInput,
    output: RecordFacts,
    errors: [],
    callers: system,
  }),
};
export const registerFacts = {
  count: count('volunteers'),
  /** Volunteers whose real name was decided on, in order of id; fewer than 1,000: there are no more. */
  listVolunteers: defineRpc({
    subject: 'volunteers.listFacts',
    input: ListFactsInput,
    output: VolunteerFacts,
    errors: [],
    callers: system,
  }),
};
export const creditFacts = { count: count('ledger') };

export class ReconcileInput {
  @Region() region!: string;
  @Flag({ optional: true, description: 'Put the owners’ counts in place of what differs.' })
  rebuild?: boolean;
}

/** One figure of one community and day that was not what its owner counts. */
export class Difference {
  @Region() communityCode!: string;
  @Day() day!: string;
  @Text({ max: 80, description: 'A metric, or a counter of a distribution.' }) name!: string;
  @Integer(amount) reported!: number;
  @Integer(amount) owned!: number;
}

export class Reconciliation {
  @Region() region!: string;
  @Instant() checkedAt!: string;
  @Integer({ min: 0, max: 1_000_000, description: 'Communities whose figures were compared.' })
  communities!: number;
  @Flag({ description: 'Nothing differed.' }) fits!: boolean;
  @Flag({ description: 'What differed was put right.' }) rebuilt!: boolean;
  @ListOf(() => Difference, { max: 1_000, description: 'The first thousand.' }) differences!: Difference[];
}

export const reconciliation = {
  /** Compares every figure with its owner's own count; a whole city takes minutes, a subdistrict seconds. */
  run: defineRpc({
    subject: 'reporting.reconcile',
    input: ReconcileInput,
    output: Reconciliation,
    errors: ['access.foreignRegion', 'region.unknown', 'service.unavailable', 'service.deadline'],
    callers: ['administrator', 'system'],
    deadlineMs: 120_000,
  }),
};
