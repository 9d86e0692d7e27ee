import { defineRpc } from './contract.js';
import { ListOf, Text, Uuid } from './fields.js';
import { Shift } from './matching.js';

export class SiteShiftsInput {
  @Uuid() siteId!: string;
}

/** When a volunteer wants to be asked every week, as told at the own phone. */
export class CourierWeek {
  @Uuid() volunteerId!: string;
  @Text({ max: 50, description: 'Masked.' }) volunteerName!: string;
  @ListOf(() => Shift, { max: 28, description: 'None: only by the switch.' }) shifts!: Shift[];
}

export class SiteShifts {
  @Uuid() siteId!: string;
  @ListOf(() => CourierWeek, { max: 1_000, description: 'Verified volunteers of the site, by name.' })
  couriers!: CourierWeek[];
}

export const siteShifts = {
  /** Weekly times of those who ride for a site of the region. They set them; ADR 86 says why nobody else does. */
  ofSite: defineRpc({
    subject: 'tasks.getSiteShifts',
    input: SiteShiftsInput,
    output: SiteShifts,
    errors: ['resource.notFound'],
    callers: ['station'],
  }),
};
