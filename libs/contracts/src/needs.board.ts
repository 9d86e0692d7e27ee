import { defineRpc } from './contract.js';
import { Choice, Integer, ListOf, Region } from './fields.js';
import { type NeedColumn, needColumns, needTypes, type NeedType } from './needs.js';

export class CountNeedsInput {
  @Region({ optional: true, description: 'Everything inside this division; your own region unless told.' })
  region?: string;
  @Choice(needTypes, { optional: true }) type?: NeedType;
}

export class NeedColumnCount {
  @Choice(needColumns) column!: NeedColumn;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) needs!: number;
}

export class NeedCounts {
  @ListOf(() => NeedColumnCount, { max: needColumns.length, description: 'Every column, in its order.' })
  columns!: NeedColumnCount[];
}

export const needBoard = {
  /** How many needs each column of the board holds, however few of them a page has fetched. */
  count: defineRpc({
    subject: 'tasks.countNeeds',
    input: CountNeedsInput,
    output: NeedCounts,
    errors: ['access.foreignRegion'],
    callers: ['committee', 'station', 'official'],
  }),
};
