import { ById } from './common.js';
import { Bilingual } from './consents.js';
import { defineRpc } from './contract.js';
import { Choice, Instant, Integer, ListOf, Nested } from './fields.js';

export class LeaveInput {
  @Choice(['leave'], { description: 'Said in words, so that nobody leaves by mistake: it cannot be undone.' })
  confirm!: 'leave';
}

/** Something that stays when a volunteer leaves, and the law or reason for it. */
export class KeptData {
  @Nested(() => Bilingual) what!: Bilingual;
  @Nested(() => Bilingual) why!: Bilingual;
}

/** What leaving destroys, and what it leaves. */
export class LeavingTerms {
  @ListOf(() => Bilingual, { max: 20 }) destroyed!: Bilingual[];
  @ListOf(() => KeptData, { max: 20 }) kept!: KeptData[];
}

export class DepartureView extends LeavingTerms {
  @Instant() leftAt!: string;
}

export class HeldCount {
  @Integer({ min: 0, max: 1_000_000 }) count!: number;
}

export const departure = {
  /**
   * Ends a registration for good: what names the person is destroyed, a pseudonym stays, totals and credits do not
   * move. The same person may register anew, as somebody new. Leaving twice is the same.
   */
  leave: defineRpc({
    subject: 'volunteers.leave',
    input: LeaveInput,
    output: DepartureView,
    errors: ['volunteer.errandsHeld'],
    callers: ['volunteer'],
  }),
};

export const heldErrands = {
  /** How many errands a volunteer has claimed and neither served nor given back. */
  count: defineRpc({
    subject: 'tasks.countHeldErrands',
    input: ById,
    output: HeldCount,
    errors: [],
    callers: ['system'],
  }),
};

/** Told before one leaves and once more in the answer. */
export const leavingTerms: LeavingTerms = {
  destroyed: [
    {
      zh: '姓名、身份证件号码、手机号码、监护人姓名，以及据以查找它们的摘要',
      en: 'Name, ID number, telephone, name of the guardian, and the digests by which they are found',
    },
    {
      zh: '登录方式（手机、微信）、微信通知的地址与剩余次数、全部登录会话、值班时段与位置、技能与资质登记、照片；设备签名钥匙作废',
      en: 'Ways to sign in (phone, WeChat), the address and acceptances of WeChat messages, all sessions, duty times and place, skills and qualifications, the portrait; device keys are retired',
    },
    {
      zh: '您在评价、申诉、异议与途中告知里写下的说明',
      en: 'What you wrote in feedback, appeals, objections and notices from the way',
    },
  ],
  kept: [
    {
      what: {
        zh: '服务记录与累计时长，以志愿者编号为代号',
        en: 'Records of service and lifetime minutes, under the volunteer number as a pseudonym',
      },
      why: {
        zh: '《志愿服务条例》要求如实记录；保存十年（GB/T 40143），公开的合计不因退出而改变。',
        en: 'Decree 685 asks for truthful records; they are kept ten years (GB/T 40143), and published totals do not move.',
      },
    },
    {
      what: {
        zh: '时间积分账户与流水，其中只有代号；未兑换的积分由所在城市关于退出的政策处理',
        en: 'The account of time credits and its transfers, which bear the pseudonym only; what was not redeemed goes where the city’s policy on leaving says',
      },
      why: {
        zh: '账目逐笔相扣，不可删改；如需先兑换、转赠或捐赠，请在退出前办理。',
        en: 'Each transfer vouches for all before it and none can be removed. Redeem, give or donate before you leave.',
      },
    },
    {
      what: {
        zh: '何人何时查看过您或居民的信息的记录',
        en: 'The log of who looked at your data or at that of residents, and when',
      },
      why: {
        zh: '用于审计与追责（《个人信息保护法》第五十四、五十六条），只增不改。',
        en: 'It serves audits and liability (Personal Information Protection Law, articles 54 and 56) and only grows.',
      },
    },
    {
      what: {
        zh: '已出具的服务证明的编号、起止日期、时长与出具单位，不含姓名；未出具的申请随退出撤回',
        en: 'Number, period, total and issuer of certificates that were issued, without your name; open requests are withdrawn',
      },
      why: {
        zh: '纸面证明须能核验（《志愿服务记录与证明出具办法（试行）》）；请在退出前下载证明。',
        en: 'A certificate on paper must stay verifiable (Decree 67). Download yours before you leave.',
      },
    },
    {
      what: { zh: '您何时同意、何时撤回的记录', en: 'When you gave and withdrew which consent' },
      why: {
        zh: '证明此前的处理有依据（《个人信息保护法》第十五、六十九条）。',
        en: 'It proves that what was done before was lawful (same law, articles 15 and 69).',
      },
    },
    {
      what: {
        zh: '服务与小票照片，至多一百八十天',
        en: 'Photos of services and receipts, for 180 days at most',
      },
      why: {
        zh: '供服务对象与社工站核对；到期自动删除。',
        en: 'For the resident and the station to check; deleted by themselves when the time has passed.',
      },
    },
    {
      what: { zh: '数据库备份中的密文，至备份轮换为止', en: 'Ciphertext in backups, until they are rotated' },
      why: {
        zh: '技术上无法逐条删除；备份只用于灾难恢复（《个人信息保护法》第四十七条）。',
        en: 'It cannot be removed row by row; backups serve recovery only (same law, article 47).',
      },
    },
  ],
};
