import { entry } from './error.entry.js';

/** What a minor lacks, and what no longer needs a guardian. */
export const guardianErrors = {
  'guardian.consentMissing': entry(
    409,
    ['缺少监护人同意', '请监护人到场或签字，登记其同意后再核验。'],
    ['The guardian’s consent is missing', 'Record it, given in person or on paper, then verify.'],
  ),
  'guardian.notNeeded': entry(
    409,
    ['已满 18 周岁，无需监护人同意', '由本人同意即可。'],
    ['Of age: no guardian needs to consent', 'The volunteer’s own consent is enough.'],
  ),
  'guardian.stillMinor': entry(
    409,
    ['未满 18 周岁', '请监护人在居委会或社工站登记同意；满 18 周岁后本人可自行办理。'],
    ['Not of age yet', 'A guardian consents at the desk; from the 18th birthday on you do so yourself.'],
  ),
};
