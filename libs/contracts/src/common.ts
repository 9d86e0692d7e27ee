import { forms } from './forms.js';
import { Decimal, Integer, Region, Text, Uuid } from './fields.js';

/** A person’s name as it is entered. */
export const personName = { max: 50, form: forms.personName };

/** Degrees in GCJ-02, as Chinese maps and phones give them. */
export class Point {
  @Decimal({ min: 73, max: 136 }) longitude!: number;
  @Decimal({ min: 3, max: 54 }) latitude!: number;
}

/** One page of a list; `cursor` is the `nextCursor` of the page before. */
export class PageQuery {
  @Integer({ min: 1, max: 100, optional: true, description: 'Items a page, 20 unless told.' }) limit?: number;
  @Text({ max: 200, optional: true }) cursor?: string;
}

export class ById {
  @Uuid() id!: string;
}

export class RegionPageQuery extends PageQuery {
  @Region({ optional: true, description: 'Everything inside this division; your own region unless told.' })
  region?: string;
}

/** Nothing to say but that it is done. */
export class Done {
  @Uuid() id!: string;
}

export class Nothing {}
