import type { AlertKind, NeedType } from '#contracts';

/** What a message may say: nothing of who asks, nothing of who is asked. */
export interface MessageFacts {
  type: NeedType;
  communityName: string;
  windowStart: Date;
  windowEnd: Date;
  expectedMinutes: number;
}

/** A template as it was registered at WeChat. */
export interface Template {
  kind: AlertKind;
  templateId: string;
  /** Names of its keywords: type of errand, community, time, minutes. */
  fields: readonly string[];
}

/** What became of a try to send. */
export type Outcome =
  /** WeChat took it. */
  | 'sent'
  /** The person wants none of them any more. */
  | 'refused'
  /** WeChat knows nobody by this address. */
  | 'nobody'
  /** It was not sent; another try may do. */
  | 'again'
  /** It was not sent, and never will be as things are configured. */
  | 'failed'
  /** No answer came: it may have been sent, so that it is not sent again. */
  | 'unknown';

export type MessageState = 'waiting' | 'sending' | 'sent' | 'refused' | 'failed' | 'late' | 'unknown';

const typeNames: Record<NeedType, string> = {
  groceries: '买菜买粮',
  medicine: '取药买药',
  parcels: '取送快递',
  repair: '小修小补',
  haircut: '上门理发',
  company: '陪伴陪同',
  paperwork: '代办手续',
  disabilityCard: '办残疾证',
  other: '其他帮忙',
};

/** Seconds after a failed try until the next; an alert lives some minutes, so its message does too. */
const pausesSeconds = [5, 15, 30, 60, 120];

/** When it is tried again after so many failed tries; undefined when it is given up. */
export function nextTryAt(tries: number, now: Date): Date | undefined {
  const seconds = pausesSeconds[tries - 1];
  return seconds === undefined ? undefined : new Date(now.getTime() + seconds * 1000);
}

/**
 * What a code of `subscribe/send` says of a message; its token is dealt with before.
 * @see https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
export function outcomeOf(errcode: number): Outcome {
  if (errcode === 0) return 'sent';
  if (errcode === 43101) return 'refused';
  if (errcode === 40003) return 'nobody';
  // Busy, too often a minute or a day: the message was not taken.
  return [-1, 45009, 45011].includes(errcode) ? 'again' : 'failed';
}

/** Codes that say the access token is not the newest one. */
export const isStaleToken = (errcode: number): boolean => [40001, 40014, 42001].includes(errcode);

/** WeChat's limits of characters; a message with a longer value is refused whole. */
const longest: Record<string, number> = { thing: 20, phrase: 5, character_string: 32, number: 32 };

/** The body of a template: each keyword with its value, shortened to what WeChat takes of such a keyword. */
export function contentOf(template: Template, facts: MessageFacts): Record<string, { value: string }> {
  const { type, communityName, windowStart, windowEnd, expectedMinutes } = facts;
  const values = [
    typeNames[type],
    communityName,
    `${moment(windowStart)}~${moment(windowEnd)}`,
    `约 ${expectedMinutes} 分钟`,
  ];
  return Object.fromEntries(
    template.fields.map((field, index) => {
      const keyword = field.replace(/\d+$/, '');
      const value = keyword === 'number' ? String(expectedMinutes) : (values[index] ?? '');
      return [field, { value: shortened(value, longest[keyword] ?? value.length) }];
    }),
  );
}

function shortened(value: string, most: number): string {
  const characters = [...value];
  return characters.length <= most ? value : `${characters.slice(0, most - 1).join('')}…`;
}

/** `2026年3月2日 09:30`, Asia/Shanghai, as WeChat wants times. */
function moment(instant: Date): string {
  const [day = '', time = ''] = new Date(instant.getTime() + 8 * 3_600_000).toISOString().split('T');
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日 ${time.slice(0, 5)}`;
}

/** An alert that could be told of by a message. */
export interface Wanted {
  volunteerId: string;
  kind: AlertKind;
}

/** How many messages of a kind somebody has left, and in which city they stand. */
export interface Quota extends Wanted {
  cityCode: number;
  left: number;
}

/** Gives each wanted message one acceptance, the first ones first; who has none left gets no message. */
export function allot<W extends Wanted>(
  wanted: readonly W[],
  quotas: readonly Quota[],
): (W & { cityCode: number })[] {
  const left = new Map(quotas.map((quota) => [`${quota.volunteerId} ${quota.kind}`, { ...quota }]));
  return wanted.flatMap((each) => {
    const quota = left.get(`${each.volunteerId} ${each.kind}`);
    if (!quota || quota.left === 0) return [];
    quota.left--;
    return [{ ...each, cityCode: quota.cityCode }];
  });
}
