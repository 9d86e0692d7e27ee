import type { Clock, Config, Log } from '#platform';
import { isStaleToken, type Outcome, outcomeOf } from './message.js';

/** What `POST /cgi-bin/stable_token` and `POST /cgi-bin/message/subscribe/send` answer, as far as it is read. */
interface WechatAnswer {
  access_token?: string;
  /** Seconds. */
  expires_in?: number;
  errcode?: number;
}

export interface SubscribeMessage {
  touser: string;
  template_id: string;
  page: string;
  data: Record<string, { value: string }>;
}

const patienceMs = 5_000;
/** A token is fetched anew this long before it ends. */
const earlyMs = 5 * 60_000;
/** Faults of a connection that never came to be: nothing was sent over it. */
const unconnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** The answer, or whether the request may have arrived. */
type Answered = { answer: WechatAnswer } | { fault: 'unreached' | 'unanswered' };

/**
 * Sends subscribe messages. The access token is the stable one, which every replica gets alike, and never leaves
 * this class: no log names it, nor whom a message goes to.
 * @see https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html
 */
export class WechatMessages {
  private token: { value: string; untilMs: number } | undefined;
  private fetching: Promise<string | undefined> | undefined;

  constructor(
    private readonly config: Config<'wechat'>,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Tries once; an old token is replaced by the newest one first, which is a refusal and no sending. */
  async send(message: SubscribeMessage): Promise<Outcome> {
    for (const isLast of [false, true]) {
      const token = await this.accessToken();
      if (token === undefined) return 'again';
      const query = new URLSearchParams({ access_token: token });
      const said = await this.post(`/cgi-bin/message/subscribe/send?${query.toString()}`, {
        ...message,
        miniprogram_state: 'formal',
        lang: 'zh_CN',
      });
      if ('fault' in said) return said.fault === 'unreached' ? 'again' : 'unknown';
      const { errcode } = said.answer;
      if (errcode === undefined) return 'unknown';
      if (!isStaleToken(errcode)) {
        const outcome = outcomeOf(errcode);
        if (outcome === 'failed') this.log.error({ errcode }, 'wechat: a message was refused');
        return outcome;
      }
      if (this.token?.value === token) this.token = undefined;
      if (isLast) this.log.error({ errcode }, 'wechat: a fresh access token was refused');
    }
    return 'again';
  }

  private accessToken(): Promise<string | undefined> {
    if (this.token && this.token.untilMs > this.clock.now().getTime())
      return Promise.resolve(this.token.value);
    this.fetching ??= this.fetchToken().finally(() => (this.fetching = undefined));
    return this.fetching;
  }

  private async fetchToken(): Promise<string | undefined> {
    const said = await this.post('/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: this.config.wechatAppId,
      secret: this.config.wechatAppSecret,
    });
    if ('fault' in said) return undefined;
    const { access_token: value, expires_in: seconds = 0, errcode } = said.answer;
    if (value === undefined) {
      this.log.error({ errcode }, 'wechat: gave no access token');
      return undefined;
    }
    this.token = { value, untilMs: this.clock.now().getTime() + seconds * 1000 - earlyMs };
    return value;
  }

  private async post(path: string, body: object): Promise<Answered> {
    try {
      const response = await fetch(this.config.wechatUrl + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(patienceMs),
      });
      return { answer: (await response.json()) as WechatAnswer };
    } catch (error) {
      const { code } = ((error as Error).cause ?? {}) as { code?: string };
      const fault = unconnected.has(code ?? '') ? 'unreached' : 'unanswered';
      // Its message may hold the address, and the address holds the token.
      this.log.error({ fault, reason: code ?? (error as Error).name }, 'wechat: does not answer');
      return { fault };
    }
  }
}
