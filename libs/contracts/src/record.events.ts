import { clockStages, type ClockStage } from './confirming.js';
import { defineEvent } from './contract.js';
import { Choice, Instant, Integer, Region, Uuid } from './fields.js';

export const recordSteps = [
  'confirmed',
  'inNotice',
  'noticeEnded',
  'disputed',
  'settled',
  'corrected',
  'voided',
  'correctionProposed',
  'correctionDeclined',
  'objectionRaised',
  'objectionInvestigating',
  'objectionUpheld',
  'objectionDismissed',
] as const;
export type RecordStep = (typeof recordSteps)[number];

/** Something happened to a service record: a hint for those who look at it. */
export class ServiceRecordMoved {
  @Uuid() recordId!: string;
  @Region() communityCode!: string;
  @Uuid() volunteerId!: string;
  @Choice(recordSteps) step!: RecordStep;
  @Instant() at!: string;
}

/** A service is still not recorded on the eighth working day after its end, or after the tenth. */
export class ServiceRecordOverdue {
  @Uuid() recordId!: string;
  @Region() communityCode!: string;
  @Choice(clockStages) stage!: ClockStage;
  @Instant() at!: string;
}

/** Two people confirm each other strikingly often; who they are is for the station to look up. */
export class PairFlagged {
  @Uuid() flagId!: string;
  @Region() communityCode!: string;
  @Integer({ min: 1, max: 1_000_000 }) confirmations!: number;
  @Instant() at!: string;
}

export const recordEvents = {
  moved: defineEvent({ subject: 'serviceRecord.moved', owner: 'tasks', data: ServiceRecordMoved }),
  overdue: defineEvent({ subject: 'serviceRecord.overdue', owner: 'tasks', data: ServiceRecordOverdue }),
  pairFlagged: defineEvent({ subject: 'serviceRecord.pairFlagged', owner: 'tasks', data: PairFlagged }),
};
