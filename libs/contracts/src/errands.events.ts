import { defineEvent } from './contract.js';
import { verifications, type Verification } from './errands.js';
import { Choice, Instant, Integer, Region, Uuid } from './fields.js';
import { needTypes, type NeedType } from './needs.js';
import { RecipientKeys } from './recipient.keys.js';

/** One step of an errand. Carries ids and places only, never a person's data. */
export class ErrandMoved {
  @Uuid() errandId!: string;
  @Region() communityCode!: string;
  @Choice(needTypes) type!: NeedType;
  @Uuid({ optional: true }) volunteerId?: string;
  @Instant() at!: string;
}

/** A claim that won, with how long its slot had been waiting: the fact behind time-to-claim. */
export class ErrandClaimed extends ErrandMoved {
  @Integer({ min: 0, max: 100_000_000, optional: true, description: 'Since the errand last became open.' })
  waitedSeconds?: number;
}

export class ServiceRecordConfirmed extends RecipientKeys {
  @Uuid() recordId!: string;
  @Uuid() errandId!: string;
  @Uuid() volunteerId!: string;
  @Region({ description: 'Place of service.' }) communityCode!: string;
  @Integer({ min: 0, max: 1440, description: '0 where a later version voids the record.' })
  serviceMinutes!: number;
  @Choice(verifications) verification!: Verification;
  @Instant() endedAt!: string;
  @Instant() confirmedAt!: string;
  @Integer({ min: 1, max: 10_000, description: 'The highest is the one that counts.' }) version!: number;
  @Choice(needTypes, { optional: true, description: 'Absent in versions told before types were.' })
  type?: NeedType;
  @Integer({ min: 0, max: 100, optional: true, description: 'People who confirmed it.' })
  confirmations?: number;
  @Uuid({ optional: true, description: 'The group it was given with.' }) groupId?: string;
  @Integer({
    min: 0,
    max: 100_000_000,
    optional: true,
    description: 'Minutes since the volunteer last served the same resident; absent the first time.',
  })
  samePairBreakMinutes?: number;
}

export const errandEvents = {
  opened: defineEvent({ subject: 'errand.opened', owner: 'tasks', data: ErrandMoved }),
  claimed: defineEvent({ subject: 'errand.claimed', owner: 'tasks', data: ErrandClaimed }),
  released: defineEvent({ subject: 'errand.released', owner: 'tasks', data: ErrandMoved }),
  checkedIn: defineEvent({ subject: 'errand.checkedIn', owner: 'tasks', data: ErrandMoved }),
  finished: defineEvent({ subject: 'errand.finished', owner: 'tasks', data: ErrandMoved }),
  /** Its window ended with a place left; once an errand. */
  expired: defineEvent({ subject: 'errand.expired', owner: 'tasks', data: ErrandMoved }),
  /** Its need was cancelled; once an errand. */
  cancelled: defineEvent({ subject: 'errand.cancelled', owner: 'tasks', data: ErrandMoved }),
  recordConfirmed: defineEvent({
    subject: 'serviceRecord.confirmed',
    owner: 'tasks',
    data: ServiceRecordConfirmed,
  }),
};
