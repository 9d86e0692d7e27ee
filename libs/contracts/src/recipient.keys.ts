import { Uuid } from './fields.js';

/** Whom a service was given to, as totals may know it: they can be told apart and not be found. */
export class RecipientKeys {
  @Uuid({
    optional: true,
    description: 'Digest of whom it was given to under a key only `tasks` has: equal for the same person.',
  })
  recipientKey?: string;
  @Uuid({ optional: true, description: 'The same of their household: one door of one community.' })
  householdKey?: string;
}
