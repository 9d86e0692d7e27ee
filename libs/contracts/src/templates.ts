import { forms } from './forms.js';
import { ById } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Choices, Flag, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';
import { needTypes, type NeedType } from './needs.js';
import { needRequirements, type NeedRequirement } from './needs.terms.js';

/** What a template fills in: everything the poster then need not type. */
export class TemplateContent {
  @Choice(needTypes, { description: 'The kind it is counted under.' }) type!: NeedType;
  @Text({ max: 50, description: 'As it stands on the button, in Chinese.' }) title!: string;
  @Text({ max: 50, optional: true }) titleEn?: string;
  @Text({ max: 200, description: 'Fills the summary.' }) summary!: string;
  @Integer({ min: 5, max: 720 }) expectedMinutes!: number;
  @Integer({ min: 1, max: 200 }) slots!: number;
  @Text({ max: 200, optional: true }) riskNotice?: string;
  @Choices(needRequirements, { max: 9, description: 'Cannot be left out by who posts.' })
  requirements!: NeedRequirement[];
  @Integer({
    min: 5,
    max: 10_080,
    description: 'Unclaimed for so many minutes, the errand goes to the station.',
  })
  escalationMinutes!: number;
  @Flag({ description: 'Something is bought: a cost ceiling must be named.' }) isPurchase!: boolean;
  @Flag({ description: 'No longer offered in its region, nor are wider templates of its key.' })
  isRetired!: boolean;
}

export class SaveTemplateInput extends TemplateContent {
  @Uuid({ description: 'The same for all versions.' }) id!: string;
  @Integer({ min: 1, max: 10_000, description: 'The version this makes: 1, or one more than the last.' })
  version!: number;
  @Region({ description: 'Where it is offered: a city, or what lies inside one.' }) region!: string;
  @Text({
    min: 2,
    max: 40,
    form: forms.topic,
    description: 'The narrowest template of a key is the one offered.',
  })
  key!: string;
}

export class TemplateView extends TemplateContent {
  @Uuid() id!: string;
  @Integer({ min: 1, max: 10_000 }) version!: number;
  @Region({ optional: true, description: 'Absent: comes with Shunlu, offered everywhere.' }) region?: string;
  @Text({ max: 40 }) key!: string;
  @Instant({ optional: true }) madeAt?: string;
}

export class TemplateList {
  @ListOf(() => TemplateView, { max: 500 }) items!: TemplateView[];
}

export class ListTemplatesInput {
  @Region({ description: 'Offered here; best the community of the resident.' }) region!: string;
  @Flag({ optional: true, description: 'Retired ones too, for who looks after them.' })
  withRetired?: boolean;
}

export const templates = {
  /**
   * A city or station makes a template, or the next version of one. Needs keep the version they were posted with.
   */
  save: defineRpc({
    subject: 'tasks.saveTemplate',
    input: SaveTemplateInput,
    output: TemplateView,
    errors: [
      'request.invalid',
      'access.foreignRegion',
      'template.versionConflict',
      'template.keyTaken',
      'idempotency.conflict',
    ],
    callers: ['station', 'official', 'administrator'],
  }),
  /** What can be posted at a place: of each key the narrowest template. */
  list: defineRpc({
    subject: 'tasks.listTemplates',
    input: ListTemplatesInput,
    output: TemplateList,
    errors: [],
    callers: ['committee', 'station', 'resident', 'official', 'administrator'],
  }),
  /** Every version of a template, newest first. */
  versions: defineRpc({
    subject: 'tasks.listTemplateVersions',
    input: ById,
    output: TemplateList,
    errors: ['resource.notFound'],
    callers: ['committee', 'station', 'official', 'administrator'],
  }),
};
