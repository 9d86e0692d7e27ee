/** What a volunteer must have before claiming; a template asks for it and nobody who posts can leave it out. */
export const needRequirements = [
  'accidentInsurance',
  'safetyTraining',
  'firstAid',
  'healthCertificate',
  'electricianLicence',
  'hairdressing',
  'driving',
  'healthDeclaration',
  'secondVolunteer',
] as const;
export type NeedRequirement = (typeof needRequirements)[number];

/** Why a need is not taken on, in words that can be counted; a text says the rest. */
export const rejectionCodes = [
  'notVoluntaryService',
  'professionalNeeded',
  'unsafe',
  'outsideArea',
  'duplicate',
  'notReachable',
  'doneAlready',
  'windowTooShort',
  'costTooHigh',
  'other',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** On whose side somebody stood who posted: the resident, a family member with consent, staff, or the series itself. */
export const posters = ['resident', 'family', 'committee', 'station', 'system'] as const;
export type Poster = (typeof posters)[number];
