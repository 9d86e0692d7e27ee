import { forms } from './forms.js';
import { ById } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Day, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';
import { roles, staffRoles } from './actor.js';
import { mostStars } from './stars.js';

/** Awards one volunteer can have. */
export const mostAwards = 100;
const title = {
  max: 60,
  form: forms.notBlank,
  description: 'Name of the honour as the public sees it; names nobody.',
};
const reason = { max: 300, description: 'Sealed; for the volunteer and staff of the region.' };

export class GiveAwardInput {
  @Uuid({ description: 'Id of the award, made by the caller.' }) id!: string;
  @Uuid() volunteerId!: string;
  @Text(title) title!: string;
  @Text({ ...reason, form: forms.notBlank }) reason!: string;
}

export class RevokeAwardInput {
  @Uuid() id!: string;
  @Text({ ...reason, form: forms.notBlank }) reason!: string;
}

export class AwardView {
  @Uuid() id!: string;
  @Uuid() volunteerId!: string;
  @Text(title) title!: string;
  @Text(reason) reason!: string;
  @Instant() givenAt!: string;
  @Choice(staffRoles) givenRole!: string;
  @Instant({ optional: true, description: 'Since then it is no honour any more.' }) revokedAt?: string;
  @Text({ ...reason, optional: true }) revocationReason?: string;
}

export class AwardList {
  @ListOf(() => AwardView, { max: mostAwards, description: 'The newest first, revoked ones too.' })
  items!: AwardView[];
}

export class HonourListInput {
  @Region({ description: 'A city or less.' }) region!: string;
}

export class HonourTitle {
  @Text(title) title!: string;
  @Day({ description: 'When it was given.' }) day!: string;
}

export class Honoured {
  @Text({ max: 50, description: 'Masked.' }) name!: string;
  @Integer({ min: 0, max: mostStars }) starLevel!: number;
  @Integer({ min: 0, max: 2_000_000, description: 'Whole hours served in a life.' }) hours!: number;
  @ListOf(() => HonourTitle, { max: mostAwards, description: 'Those not revoked, the newest first.' })
  awards!: HonourTitle[];
}

export class HonourList {
  @Region() region!: string;
  @ListOf(() => Honoured, { max: 100, description: 'The hundred who served most.' }) items!: Honoured[];
}

const givers = ['station', 'official'] as const;

/** 表彰与荣誉榜: awards with their reasons, and a public list of who wants to stand in it. */
export const honours = {
  /** The same id with the same content is the same award. */
  give: defineRpc({
    subject: 'volunteers.giveAward',
    input: GiveAwardInput,
    output: AwardView,
    errors: ['resource.notFound', 'award.tooMany', 'idempotency.conflict'],
    callers: givers,
  }),
  /** By staff of the region where the volunteer lives; twice is once. */
  revoke: defineRpc({
    subject: 'volunteers.revokeAward',
    input: RevokeAwardInput,
    output: AwardView,
    errors: ['resource.notFound'],
    callers: givers,
  }),
  listOf: defineRpc({
    subject: 'volunteers.listAwardsOf',
    input: ById,
    output: AwardList,
    errors: ['resource.notFound'],
    callers: ['volunteer', ...givers, 'committee'],
  }),
  /**
   * Verified adults who consent to it (`publicHonours`) and have served, of those who live there. Who withdraws the
   * consent or leaves is gone from it at once.
   */
  list: defineRpc({
    subject: 'volunteers.listHonours',
    input: HonourListInput,
    output: HonourList,
    errors: ['region.unknown'],
    callers: ['public', ...roles],
  }),
};
