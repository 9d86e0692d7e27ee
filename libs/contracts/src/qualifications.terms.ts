import type { Wording } from './error.entry.js';
import { Choice, Instant } from './fields.js';
import type { NeedRequirement } from './needs.terms.js';

export const qualificationKinds = [
  'skill',
  'training',
  'certificate',
  'insurance',
  'healthDeclaration',
] as const;
export type QualificationKind = (typeof qualificationKinds)[number];

/** What a person can be qualified for: every requirement of an errand but the one that asks for company. */
export type QualificationName = Exclude<NeedRequirement, 'secondVolunteer'>;

export interface QualificationTerms {
  kind: QualificationKind;
  title: Wording;
  /** It counts only once staff have seen what proves it; otherwise the volunteer’s word does. */
  needsProof: boolean;
  /** Set where it must have an end: the longest that one of its kind is ever given for. */
  longestDays?: number;
  /** Whoever registered with this skill has declared it. */
  skill?: string;
}

/** One vocabulary with the requirements of errands, so that nothing has to be translated between the two. */
export const qualificationTerms: Readonly<Record<QualificationName, QualificationTerms>> = {
  accidentInsurance: {
    kind: 'insurance',
    title: { zh: '意外伤害保险', en: 'accident insurance' },
    needsProof: true,
    longestDays: 1_100,
  },
  safetyTraining: {
    kind: 'training',
    title: { zh: '安全培训', en: 'safety training' },
    needsProof: true,
  },
  firstAid: {
    kind: 'certificate',
    title: { zh: '急救证', en: 'a first-aid certificate' },
    needsProof: true,
    longestDays: 1_100,
  },
  healthCertificate: {
    kind: 'certificate',
    title: { zh: '健康证', en: 'a health certificate' },
    needsProof: true,
    longestDays: 366,
  },
  electricianLicence: {
    kind: 'certificate',
    title: { zh: '电工证', en: 'an electrician’s licence' },
    needsProof: true,
    longestDays: 2_200,
  },
  hairdressing: {
    kind: 'skill',
    title: { zh: '理发技能', en: 'the skill of hairdressing' },
    needsProof: false,
    skill: 'haircut',
  },
  driving: {
    kind: 'certificate',
    title: { zh: '驾驶证', en: 'a driving licence' },
    needsProof: true,
    longestDays: 3_700,
  },
  healthDeclaration: {
    kind: 'healthDeclaration',
    title: { zh: '健康声明', en: 'a health declaration' },
    needsProof: false,
    longestDays: 366,
  },
};

export const qualificationNames = Object.keys(qualificationTerms) as QualificationName[];

/** A qualification that counts, and when: the little that matching needs of it. */
export class QualifiedFact {
  @Choice(qualificationNames) name!: QualificationName;
  @Instant({ optional: true, description: 'It counts from then on; since ever unless told.' }) from?: string;
  @Instant({ optional: true, description: 'From this instant it counts no more; for good unless told.' })
  until?: string;
}
