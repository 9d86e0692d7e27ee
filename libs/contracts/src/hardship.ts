import { defineRpc } from './contract.js';
import { Choice, Integer, ListOf, Region } from './fields.js';
import { hardshipCategories, type HardshipCategory } from './needs.js';

const persons = { min: 0, max: 2_000_000_000 };

export class HardshipInput {
  @Region() region!: string;
}

export class HardshipOfCategory {
  @Choice(hardshipCategories) category!: HardshipCategory;
  @Integer(persons) persons!: number;
}

export class HardshipCount {
  @Region() region!: string;
  @Integer({ ...persons, description: 'Residents registered.' }) residents!: number;
  @Integer({ ...persons, description: 'Persons (人) in any category, each counted once.' }) persons!: number;
  @ListOf(() => HardshipOfCategory, {
    max: 8,
    description: 'One person may be in several: these add up to more than persons.',
  })
  categories!: HardshipOfCategory[];
}

export const hardship = {
  /** How many registered residents of a region are in hardship; a person with several categories counts once. */
  count: defineRpc({
    subject: 'tasks.countHardship',
    input: HardshipInput,
    output: HardshipCount,
    errors: ['access.foreignRegion'],
    callers: ['committee', 'station', 'official'],
  }),
};
