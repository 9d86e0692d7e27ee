import type { Schemas } from '../api';
import type { Terms } from '../terms';

type Qualification = Schemas['QualificationView'];
export type QualificationName = Qualification['name'];

export const qualificationNames: Terms<QualificationName> = {
  accidentInsurance: ['意外伤害保险', 'Accident insurance'],
  safetyTraining: ['安全培训', 'Safety training'],
  firstAid: ['急救证', 'First-aid certificate'],
  healthCertificate: ['健康证', 'Health certificate'],
  electricianLicence: ['电工证', 'Electrician’s licence'],
  hairdressing: ['理发技能', 'Hairdressing'],
  driving: ['驾驶证', 'Driving licence'],
  healthDeclaration: ['健康声明', 'Health declaration'],
};

/** What never ends by itself; the rest needs a last day. */
export const endless: readonly QualificationName[] = ['safetyTraining', 'hairdressing'];

export const qualificationStates: Terms<Qualification['state']> = {
  declared: ['待核验', 'To be verified'],
  verified: ['已核验', 'Verified'],
  refused: ['不予认可', 'Refused'],
  withdrawn: ['本人撤回', 'Withdrawn'],
};
