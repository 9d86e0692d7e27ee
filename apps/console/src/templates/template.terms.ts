import { type Schemas } from '../api';
import { qualificationNames } from '../qualifications/qualification.terms';
import type { Terms } from '../terms';

export type Template = Schemas['TemplateView'];

export const requirementNames: Terms<Template['requirements'][number]> = {
  ...qualificationNames,
  secondVolunteer: ['两人同行', 'A second volunteer'],
};
