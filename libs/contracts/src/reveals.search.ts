import { forms } from './forms.js';
import { PageQuery, RegionPageQuery } from './common.js';
import { defineRpc } from './contract.js';
import { Day, Flag, Instant, ListOf, Region, Text, Uuid } from './fields.js';
import { RevealView } from './reveals.js';

/** The longest span one search covers, days. */
export const longestSearchDays = 366;

export class SearchRevealsInput extends PageQuery {
  @Uuid({ description: 'Id of the search, made by the caller: its entry in the log of searches.' })
  id!: string;
  @Text({
    max: 20,
    form: forms.digits,
    optional: true,
    description: 'Whose data: the number of a volunteer.',
  })
  volunteerNumber?: string;
  @Uuid({ optional: true, description: 'Whose data, where there is no number: a volunteer or a resident.' })
  personId?: string;
  @Uuid({ optional: true, description: 'Who looked: a member of staff or a volunteer.' }) viewerId?: string;
  @Day({ description: 'First day.' }) from!: string;
  @Day({ description: 'Last day, 366 days on at the most.' }) to!: string;
}

/** A look at what is sealed, with whose data it was. */
export class FoundReveal extends RevealView {
  @Uuid({ description: 'Whose data was shown.' }) personId!: string;
  @Region({ description: 'Where that person lives.' }) communityCode!: string;
}

export class FoundReveals {
  @ListOf(() => FoundReveal, { max: 100, description: 'The newest first.' }) items!: FoundReveal[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

/** Somebody searched the log of looks. Entries are only ever added. */
export class RevealSearchView {
  @Uuid() id!: string;
  @Uuid({ description: 'The administrator who searched.' }) byId!: string;
  @Region({ description: 'What the search could see.' }) region!: string;
  @Uuid({ optional: true }) personId?: string;
  @Uuid({ optional: true }) viewerId?: string;
  @Day() from!: string;
  @Day() to!: string;
  @Flag({ description: 'A further page of the search before.' }) isFurtherPage!: boolean;
  @Instant() at!: string;
}

export class RevealSearchPage {
  @ListOf(() => RevealSearchView, { max: 100, description: 'The newest first.' }) items!: RevealSearchView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

/** 查阅审计: who looked at whose sealed data, searched by administrators, whose searches are written down as well. */
export const revealSearches = {
  /** Looks at people who live in the region. Each page is an entry in the log of searches; the same id is the same. */
  search: defineRpc({
    subject: 'tasks.searchReveals',
    input: SearchRevealsInput,
    output: FoundReveals,
    errors: [
      'resource.notFound',
      'request.invalid',
      'cursor.invalid',
      'access.foreignRegion',
      'idempotency.conflict',
    ],
    callers: ['administrator'],
  }),
  /** The log of searches made within the region. */
  list: defineRpc({
    subject: 'tasks.listRevealSearches',
    input: RegionPageQuery,
    output: RevealSearchPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['administrator'],
  }),
};
