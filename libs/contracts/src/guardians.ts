import { roles } from './actor.js';
import { ById, Done, Nothing, personName } from './common.js';
import { Bilingual } from './consents.js';
import { defineRpc } from './contract.js';
import type { Wording } from './error.entry.js';
import { Choice, Instant, ListOf, Nested, Text, Uuid } from './fields.js';

/** Civil Code, article 27; `other` stands for who was appointed. */
export const guardianRelations = ['parent', 'grandparent', 'adultSibling', 'other'] as const;
export type GuardianRelation = (typeof guardianRelations)[number];

/** How the guardian said so. */
export const guardianWays = ['inPerson', 'onPaper'] as const;
export type GuardianWay = (typeof guardianWays)[number];

export interface GuardianWording {
  version: string;
  title: Wording;
  text: Wording;
  stops: Wording;
}

/** The oldest first; the last is the one shown now. A change is a new entry, never an edit. */
export const guardianWordings: readonly GuardianWording[] = [
  {
    version: '2026-11-22',
    title: { zh: '监护人同意未成年人参加志愿服务', en: 'A guardian’s consent to volunteering by a minor' },
    text: {
      zh:
        '我是该未成年人的监护人。我已了解志愿服务的内容、风险与保险，同意其实名注册、参加与年龄和身心状况相适应的服务，必要时由我陪同；' +
        '同意为此处理其姓名、身份证件号码（敏感个人信息）、手机号码、居住社区与服务记录，并提供给所在街道社工站的承接机构。' +
        '为证明本项同意，登记我的姓名及与其关系，加密保存。',
      en:
        'I am the guardian of this minor. I know what the services are, their risks and the insurance, and consent to ' +
        'registration with the real name and to services that fit the minor’s age and health, in my company where that ' +
        'is needed; and to the processing of name, ID number (sensitive data), telephone, community and records of ' +
        'service for it, and to their being passed to the organisation that runs the station of the subdistrict. My name ' +
        'and relation are kept, sealed, to prove this consent.',
    },
    stops: {
      zh: '撤回后：不能核验、不能再接新任务；已接的任务可以完成或退回。时长与记录不变。',
      en: 'Once withdrawn: no verification and no new errand; what is held may be finished or given back. Minutes stay.',
    },
  },
];

export function currentGuardianWording(): GuardianWording {
  const current = guardianWordings.at(-1);
  if (!current) throw new Error('no wording of a guardian’s consent');
  return current;
}

/** What a guardian reads before consenting. */
export class GuardianConsentText {
  @Text({ max: 20, description: 'The day from which this wording is shown.' }) version!: string;
  @Nested(() => Bilingual) title!: Bilingual;
  @Nested(() => Bilingual) text!: Bilingual;
  @Nested(() => Bilingual, { description: 'What ends at once when it is withdrawn.' }) stops!: Bilingual;
}

export class GiveGuardianConsentInput {
  @Uuid({ description: 'Id of the consent, made by the caller.' }) id!: string;
  @Uuid() volunteerId!: string;
  @Text({ ...personName, description: 'Of the guardian; sealed.' }) guardianName!: string;
  @Choice(guardianRelations) relation!: GuardianRelation;
  @Choice(guardianWays) way!: GuardianWay;
  @Text({ max: 20, description: 'Of the wording that was read.' }) version!: string;
}

export class GuardianConsentView {
  @Uuid() id!: string;
  @Uuid() volunteerId!: string;
  @Text({ max: 50, optional: true, description: 'Masked; absent once the volunteer has left.' })
  guardianName?: string;
  @Choice(guardianRelations) relation!: GuardianRelation;
  @Choice(guardianWays) way!: GuardianWay;
  @Text({ max: 20 }) version!: string;
  @Instant() givenAt!: string;
  @Choice(roles, { description: 'Who wrote it down.' }) recordedRole!: string;
  @Instant({ optional: true, description: 'Absent while it is in force.' }) endedAt?: string;
  @Choice(['withdrawn', 'renewed', 'left'], { optional: true }) endReason?: 'withdrawn' | 'renewed' | 'left';
}

export class GuardianConsentList {
  @ListOf(() => GuardianConsentView, { max: 1_000, description: 'The newest first.' })
  items!: GuardianConsentView[];
}

const staff = ['committee', 'station'] as const;

/** 监护人同意: without one in force nobody under 18 is verified or claims. Staff who saw the guardian write it down. */
export const guardians = {
  /** Takes the place of one in force. The volunteer may claim again, if verified. */
  give: defineRpc({
    subject: 'volunteers.giveGuardianConsent',
    input: GiveGuardianConsentInput,
    output: GuardianConsentView,
    errors: ['resource.notFound', 'consent.textChanged', 'guardian.notNeeded', 'idempotency.conflict'],
    callers: staff,
  }),
  /** At the guardian’s word, without a reason; twice is once. Nothing new can be claimed from then on. */
  withdraw: defineRpc({
    subject: 'volunteers.withdrawGuardianConsent',
    input: ById,
    output: GuardianConsentView,
    errors: ['resource.notFound'],
    callers: staff,
  }),
  listOf: defineRpc({
    subject: 'volunteers.listGuardianConsents',
    input: ById,
    output: GuardianConsentList,
    errors: ['resource.notFound'],
    callers: ['volunteer', ...staff],
  }),
  /** From the 18th birthday on: one’s own consents are enough. Twice is once. */
  comeOfAge: defineRpc({
    subject: 'volunteers.comeOfAge',
    input: Nothing,
    output: Done,
    errors: ['resource.notFound', 'guardian.stillMinor'],
    callers: ['volunteer'],
  }),
};
