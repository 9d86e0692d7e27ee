import { roles, type Role, staffRoles } from './actor.js';
import { ById, Nothing } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Flag, Instant, ListOf, Region, Text, Uuid } from './fields.js';
import { Session } from './sessions.js';

/** The longest somebody stands in for somebody else. */
export const longestDelegationDays = 62;

export class DelegateInput {
  @Uuid({ description: 'Id of the delegation, made by the caller.' }) id!: string;
  @Text({ max: 60, description: 'User name of the colleague who stands in.' }) userName!: string;
  @Instant() startsAt!: string;
  @Instant({ description: 'From this instant it holds no more.' }) endsAt!: string;
}

export class DelegationView {
  @Uuid() id!: string;
  @Flag({ description: 'By who asks; otherwise who asks stands in.' }) isGiven!: boolean;
  @Text({ max: 60, description: 'Who is away.' }) fromUserName!: string;
  @Text({ max: 60, description: 'Who stands in.' }) toUserName!: string;
  @Choice(roles) role!: Role;
  @Region() region!: string;
  @Instant() startsAt!: string;
  @Instant() endsAt!: string;
  @Instant({ optional: true, description: 'Ended before its time.' }) endedAt?: string;
}

export class DelegationList {
  @ListOf(() => DelegationView, { max: 100, description: 'The newest first.' }) items!: DelegationView[];
}

const own = { callers: staffRoles, reach: 'own' as const };

/** 委托: for a holiday a colleague acts in one’s role and region; it ends by itself, and the log of roles shows it. */
export const delegations = {
  /** One’s own role and region to a colleague; an administrator sees it in the log of roles. */
  delegate: defineRpc({
    subject: 'stations.delegate',
    input: DelegateInput,
    output: DelegationView,
    errors: [
      'delegation.noColleague',
      'delegation.notOwnRole',
      'delegation.periodInvalid',
      'idempotency.conflict',
    ],
    ...own,
  }),
  /** Those one gave and those one was given. */
  list: defineRpc({
    subject: 'stations.listDelegations',
    input: Nothing,
    output: DelegationList,
    errors: [],
    ...own,
  }),
  /** Either side ends it before its time; sessions opened by it are closed. Twice is once. */
  end: defineRpc({
    subject: 'stations.endDelegation',
    input: ById,
    output: DelegationView,
    errors: ['resource.notFound'],
    ...own,
  }),
  /** A session in the role and region of who is away, under the deputy’s own id; no longer than the delegation. */
  signIn: defineRpc({
    subject: 'stations.signInAsDeputy',
    input: ById,
    output: Session,
    errors: ['resource.notFound', 'delegation.notRunning', 'auth.enrolmentRequired'],
    ...own,
  }),
};
