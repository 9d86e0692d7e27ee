import { Nothing } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Flag, Instant, ListOf, Nested, Text } from './fields.js';
import { type ConsentPurpose, consentPurposes } from './volunteers.js';

/** The same in both languages. */
export class Bilingual {
  @Text({ max: 2_000 }) zh!: string;
  @Text({ max: 2_000 }) en!: string;
}

/** What is read before one consents. */
export class ConsentText {
  @Choice(consentPurposes) purpose!: ConsentPurpose;
  @Text({ max: 20, description: 'The day from which this wording is shown.' }) version!: string;
  @Flag({ description: 'Without it nobody can serve.' }) isRequired!: boolean;
  @Nested(() => Bilingual) title!: Bilingual;
  @Nested(() => Bilingual, { description: 'Which data, what for, who gets it, how long.' }) text!: Bilingual;
  @Nested(() => Bilingual, { description: 'What ends at once when it is withdrawn.' }) stops!: Bilingual;
}

export class ConsentTextList {
  @ListOf(() => ConsentText, { max: 20 }) items!: ConsentText[];
}

/** Where one stands with a purpose. */
export class ConsentView {
  @Choice(consentPurposes) purpose!: ConsentPurpose;
  @Flag() isGiven!: boolean;
  @Text({ max: 20, optional: true, description: 'The wording that was last consented to.' }) version?: string;
  @Instant({ optional: true }) givenAt?: string;
  @Instant({ optional: true, description: 'Absent while it is given.' }) endedAt?: string;
  @Flag({ description: 'A newer wording is shown by now.' }) isOutdated!: boolean;
}

export class ConsentList {
  @ListOf(() => ConsentView, { max: 20, description: 'One of each purpose.' }) items!: ConsentView[];
}

export class GiveConsentInput {
  @Choice(consentPurposes) purpose!: ConsentPurpose;
  @Text({ max: 20, description: 'Of the wording that was read.' }) version!: string;
}

export class WithdrawConsentInput {
  @Choice(consentPurposes) purpose!: ConsentPurpose;
}

/** Consents of a volunteer: given and withdrawn alone, each for its own purpose, by one request each. */
export const consents = {
  list: defineRpc({
    subject: 'volunteers.listConsents',
    input: Nothing,
    output: ConsentList,
    errors: ['resource.notFound'],
    callers: ['volunteer'],
  }),
  /** Giving what is given is the same; a newer wording takes the place of the older. */
  give: defineRpc({
    subject: 'volunteers.giveConsent',
    input: GiveConsentInput,
    output: ConsentList,
    errors: ['resource.notFound', 'consent.textChanged'],
    callers: ['volunteer'],
  }),
  /** Asks for no reason. Withdrawing what is not given is the same. `ConsentText.stops` says what ends. */
  withdraw: defineRpc({
    subject: 'volunteers.withdrawConsent',
    input: WithdrawConsentInput,
    output: ConsentList,
    errors: ['resource.notFound'],
    callers: ['volunteer'],
  }),
};
