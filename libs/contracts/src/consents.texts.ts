import type { Wording } from './error.entry.js';
import type { ConsentPurpose } from './volunteers.js';

/** One wording of a consent. What was ever shown stays, word for word: people gave their consent to it. */
export interface ConsentWording {
  purpose: ConsentPurpose;
  /** The day from which it is shown. */
  version: string;
  title: Wording;
  /** What one consents to: which data, what for, who gets it, how long. */
  text: Wording;
  /** What ends at once when it is withdrawn. */
  stops: Wording;
}

/** The oldest first; the last of a purpose is the one shown now. A change is a new entry, never an edit. */
export const consentWordings: readonly ConsentWording[] = [
  {
    purpose: 'registration',
    version: '2026-03-01',
    title: { zh: '实名注册为志愿者', en: 'Registration as a volunteer' },
    text: {
      zh:
        '为登记志愿者身份、安排服务、记录时长和开具证明（《志愿服务条例》《志愿服务记录与证明出具办法》），处理您的姓名、手机号码、' +
        '居住社区、技能与服务记录。您退出后，姓名与号码销毁；服务记录以代号保留十年。',
      en:
        'Your name, telephone, community of residence, skills and services are processed to register you, to arrange ' +
        'services, to record minutes and to issue certificates (Decree 685, Decree 67). When you leave, name and numbers ' +
        'are destroyed; records of service stay for ten years under a pseudonym.',
    },
    stops: {
      zh: '撤回后：不能再接新任务，工作人员不再看到您的登记信息。已接的任务可以完成或退回。时长与积分不变。要删除信息，请选择退出。',
      en:
        'Once withdrawn you can claim no new errand and staff no longer see your registration. What you hold you may ' +
        'finish or give back. Minutes and credits stay. To have your data deleted, leave.',
    },
  },
  {
    purpose: 'sensitiveData',
    version: '2026-03-01',
    title: { zh: '单独同意：身份证件号码', en: 'Separate consent: ID number' },
    text: {
      zh:
        '身份证件号码属于敏感个人信息。仅用于核验本人、判断年龄是否适合任务、确认一人只注册一次；加密保存，界面只显示遮盖后的号码，' +
        '不提供给其他机构。您可以不同意，但依法不能实名注册。',
      en:
        'An ID number is sensitive personal data. It serves to verify that you are you, to tell whether your age fits a ' +
        'task, and to register nobody twice. It is sealed, shown masked only, and passed to nobody. You may refuse, but ' +
        'the law then allows no registration with the real name.',
    },
    stops: {
      zh: '撤回后：证件号码不再用于核验、年龄判断与统计；不能再接新任务，工作人员不再看到您的登记信息。',
      en:
        'Once withdrawn the number serves neither verification nor age nor statistics; you can claim no new errand, and ' +
        'staff no longer see your registration.',
    },
  },
  {
    purpose: 'sharingWithStation',
    version: '2026-03-01',
    title: { zh: '单独同意：提供给社工站的承接机构', en: 'Separate consent: passing data to the station' },
    text: {
      zh:
        '社工站由承接机构运营。为派单、督导与回访，把您的姓名（遮盖）、手机号码（遮盖）、社区、技能与服务记录提供给您所在街道社工站的' +
        '承接机构，用途与期限同上，承接机构不得转交他人。',
      en:
        'Stations are run by operating organisations. To dispatch, supervise and call back, your masked name and ' +
        'telephone, community, skills and services are passed to the organisation that runs the station of your ' +
        'subdistrict, for these purposes only; it may pass them on to nobody.',
    },
    stops: {
      zh: '撤回后：社工站不再看到您的登记信息，不能再接新任务；居委会仍可看到。',
      en: 'Once withdrawn the station no longer sees your registration and you can claim no new errand; the committee still does.',
    },
  },
  {
    purpose: 'location',
    version: '2026-03-01',
    title: { zh: '单独同意：位置', en: 'Separate consent: location' },
    text: {
      zh: '上岗时按您告知的大概位置推荐顺路任务，签到时比对您是否在门口。签到位置当场比对、不保存；上岗位置到时自动删除。可以不同意，照样接单。',
      en:
        'While you are on duty errands on your way are offered by the rough place you tell; at check-in your place is ' +
        'compared with the door. The latter is kept nowhere, the former is forgotten by the hour. You may refuse and ' +
        'claim all the same.',
    },
    stops: {
      zh: '撤回后：已存的上岗位置立即删除，不再接受位置签到；请用服务码或门上二维码签到。',
      en:
        'Once withdrawn the place kept for your duty is deleted and none is taken at check-in: use the service code or ' +
        'the code at the door.',
    },
  },
  {
    purpose: 'publicHonours',
    version: '2026-03-01',
    title: { zh: '单独同意：在荣誉榜上公开', en: 'Separate consent: standing in public honour lists' },
    text: {
      zh:
        '在您居住地的荣誉榜上公开您的姓名（遮盖）、星级、累计小时数与获得的荣誉，任何人可见。只列年满 18 周岁的志愿者，为此核对您的' +
        '出生日期，出生日期不公开。可以不同意，星级与荣誉照样记录。',
      en:
        'Your masked name, stars, hours and awards are shown to everybody in the honour lists of where you live. Only ' +
        'adults are listed; for that your date of birth is looked at, and not shown. You may refuse: stars and awards ' +
        'are kept all the same.',
    },
    stops: {
      zh: '撤回后：立即从荣誉榜上消失。星级、时长与荣誉不变。',
      en: 'Once withdrawn you are gone from the lists at once. Stars, minutes and awards stay.',
    },
  },
  {
    purpose: 'portrait',
    version: '2026-11-20',
    title: { zh: '单独同意：照片给被服务的人看', en: 'Separate consent: a portrait for those you come to' },
    text: {
      zh:
        '您可以设置一张照片，让老人开门前认得来的人。只保存裁成 96×96 像素的小图，加密保存，原图不保存；不用于人脸识别，工作人员看不到。' +
        '只有您接了单的服务对象和替其求助的家人，在接单至签退之间能看到，每次查看都有记录，您可以查。可以不同意，照样接单。',
      en:
        'You may set a picture, so that old people know who stands at the door. Only a picture cropped to 96 by 96 pixels ' +
        'is kept, sealed, and nothing of the larger one; no face is recognised by it, and staff do not see it. Those whose ' +
        'errand you hold, and the relative who asked for them, see it from the claim to the check-out; every look is written ' +
        'down for you to read. You may refuse and claim all the same.',
    },
    stops: {
      zh: '撤回后：照片立即删除，别人只看到遮住的姓名。',
      en: 'Once withdrawn the picture is deleted at once; others see your masked name only.',
    },
  },
];

/** The wording shown now. */
export function currentWording(purpose: ConsentPurpose): ConsentWording {
  const current = consentWordings.filter((wording) => wording.purpose === purpose).at(-1);
  if (!current) throw new Error(`no wording of the consent ${purpose}`);
  return current;
}
