import { type Caller, roles } from './actor.js';
import { PageQuery } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Choices, Instant, ListOf, Text, Uuid } from './fields.js';

/**
 * What was shown in plain: `phoneByRelay` was given to the relay of calls alone, `position` is that of an emergency,
 * `portrait` the small picture of who comes.
 */
export const revealedFields = [
  'name',
  'phone',
  'door',
  'stops',
  'phoneByRelay',
  'position',
  'portrait',
] as const;
export type RevealedField = (typeof revealedFields)[number];

export class ListRevealsInput extends PageQuery {
  @Uuid({
    optional: true,
    description: 'Whose data; one’s own unless told, a person of the region for staff.',
  })
  personId?: string;
}

/** Somebody saw what is sealed of a person. Never changed, never deleted. */
export class RevealView {
  @Uuid() id!: string;
  @Choice(roles) viewerRole!: Caller;
  @Uuid() viewerId!: string;
  @Text({ max: 50, optional: true, description: 'Masked; of volunteers.' }) viewerName?: string;
  @Choices(revealedFields, { max: 7 }) fields!: RevealedField[];
  @Uuid({ optional: true, description: 'The errand it was for.' }) errandId?: string;
  @Instant() at!: string;
}

export class RevealPage {
  @ListOf(() => RevealView, { max: 100, description: 'The newest first.' }) items!: RevealView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export const reveals = {
  /** Who looked at my data, and at what; staff ask for people of their region who have no phone. */
  list: defineRpc({
    subject: 'tasks.listReveals',
    input: ListRevealsInput,
    output: RevealPage,
    errors: ['resource.notFound', 'cursor.invalid'],
    callers: ['volunteer', 'resident', 'committee', 'station'],
  }),
};
