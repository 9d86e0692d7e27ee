import { ById } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Choices, Day, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';
import { confirmationMethods, type ConfirmationMethod } from './errands.js';
import { hardshipCategories, type HardshipCategory } from './needs.js';

/** What the second person is to the first. */
export const relations = [
  'spouse',
  'parent',
  'child',
  'grandparent',
  'grandchild',
  'sibling',
  'otherRelative',
  'friend',
] as const;
export type Relation = (typeof relations)[number];

/** The same tie seen from the other side. */
export const inverseRelation: Readonly<Record<Relation, Relation>> = {
  spouse: 'spouse',
  parent: 'child',
  child: 'parent',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
  sibling: 'sibling',
  otherRelative: 'otherRelative',
  friend: 'friend',
};

export const kinshipStates = ['declared', 'confirmed', 'ended'] as const;
export type KinshipState = (typeof kinshipStates)[number];

export class DeclareKinshipInput {
  @Uuid() id!: string;
  @Uuid({ description: 'Who declares: oneself, or for staff a resident of their region.' }) fromId!: string;
  @Uuid({ description: 'A volunteer or resident of the same city.' }) toId!: string;
  @Choice(relations, { description: 'What `toId` is to `fromId`.' }) relation!: Relation;
}

export class ConfirmKinshipInput extends ById {
  @Choice(confirmationMethods, { optional: true, description: 'How staff were told; app unless told.' })
  method?: ConfirmationMethod;
}

export class KinshipView {
  @Uuid() id!: string;
  @Uuid() fromId!: string;
  @Text({ max: 50, description: 'Masked.' }) fromName!: string;
  @Uuid() toId!: string;
  @Text({ max: 50, description: 'Masked.' }) toName!: string;
  @Choice(relations, { description: 'What `toId` is to `fromId`.' }) relation!: Relation;
  @Choice(kinshipStates) state!: KinshipState;
  @Instant() declaredAt!: string;
  @Instant({ optional: true }) confirmedAt?: string;
}

export class ListKinshipInput {
  @Uuid({ optional: true, description: 'Whose; oneself unless told. For staff a resident of their region.' })
  personId?: string;
}

export class KinshipList {
  @ListOf(() => KinshipView, { max: 100, description: 'The newest first, without those that ended.' })
  items!: KinshipView[];
}

export class PairInput {
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Uuid({ description: 'Who pays or gives.' }) giverId!: string;
  @Uuid({ description: 'Who is served or given to; the same for what one redeems oneself.' })
  takerId!: string;
}

/** What a policy asks about two people. No name, no day of birth: years, hours and categories only. */
export class PairFacts {
  @Choice(relations, { optional: true, description: 'What the taker is to the giver, confirmed by both.' })
  relation?: Relation;
  @Integer({ min: 0, max: 150, optional: true, description: 'Full years; absent where nobody knows.' })
  giverYears?: number;
  @Integer({ min: 0, max: 150, optional: true, description: 'Full years; absent where nobody knows.' })
  takerYears?: number;
  @Integer({ min: 0, max: 100_000_000, description: 'Ever served by who gives.' })
  giverServiceMinutes!: number;
  @Choices(hardshipCategories, { max: 8 }) takerCategories!: HardshipCategory[];
}

export class SetBirthDayInput extends ById {
  @Day({ description: 'From an identity document; sealed at rest.' })
  birthDay!: string;
}

/** Whose relatives somebody is: declared by one, confirmed by the other. */
export const kinship = {
  /**
   * Declares a tie. Who declares for somebody else is staff of a region in which that resident lives. The same
   * again is answered alike.
   */
  declare: defineRpc({
    subject: 'tasks.declareKinship',
    input: DeclareKinshipInput,
    output: KinshipView,
    errors: ['resource.notFound', 'kinship.oneself', 'kinship.exists', 'idempotency.conflict'],
    callers: ['volunteer', 'resident', 'committee', 'station'],
  }),
  /** The other side says yes: that person, or staff for a resident; never who declared it. */
  confirm: defineRpc({
    subject: 'tasks.confirmKinship',
    input: ConfirmKinshipInput,
    output: KinshipView,
    errors: ['resource.notFound', 'kinship.sameConfirmer', 'kinship.ended'],
    callers: ['volunteer', 'resident', 'committee', 'station'],
  }),
  /** Either side may end it, at any time and without a reason. What was given stays given. */
  end: defineRpc({
    subject: 'tasks.endKinship',
    input: ById,
    output: KinshipView,
    errors: ['resource.notFound'],
    callers: ['volunteer', 'resident', 'committee', 'station'],
  }),
  list: defineRpc({
    subject: 'tasks.listKinship',
    input: ListKinshipInput,
    output: KinshipList,
    errors: ['resource.notFound'],
    callers: ['volunteer', 'resident', 'committee', 'station'],
  }),
  /** A resident's day of birth, where a city serves from a certain age. */
  setBirthDay: defineRpc({
    subject: 'tasks.setBirthDay',
    input: SetBirthDayInput,
    output: ById,
    errors: ['resource.notFound', 'request.invalid'],
    callers: ['committee', 'station'],
  }),
  /** What the ledger's policy asks before credits change hands. */
  getPairFacts: defineRpc({
    subject: 'tasks.getPairFacts',
    input: PairInput,
    output: PairFacts,
    errors: ['resource.notFound'],
    callers: ['system'],
  }),
};

/** What other services may know of a registered volunteer. */
export class VolunteerStanding {
  @Uuid() id!: string;
  @Region() communityCode!: string;
  @Integer({ min: 0, max: 150, description: 'Full years.' }) ageYears!: number;
  @Integer({ min: 0, max: 100_000_000 }) lifetimeMinutes!: number;
}

export const standing = {
  ofVolunteer: defineRpc({
    subject: 'volunteers.getStanding',
    input: ById,
    output: VolunteerStanding,
    errors: ['resource.notFound'],
    callers: ['system'],
  }),
};
