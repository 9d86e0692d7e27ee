/** A subscribe message as the stand-in of WeChat took it. */
export interface TakenMessage {
  touser: string;
  template_id: string;
  page?: string;
  data: Record<string, { value: string }>;
}

type Said = Record<string, string | number>;

/** What WeChat takes of each kind of keyword; a message with any other value is refused whole. */
const values: Record<string, RegExp> = {
  thing: /^.{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  number: /^\d{1,32}$/,
  time: /^\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d(?:~\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d)?$/,
};

/** The part of WeChat's server that sends subscribe messages. */
export class MessageStandIn {
  readonly taken: TakenMessage[] = [];
  private token = 0;
  private readonly faults: (number | 'silence')[] = [];

  /** `POST /cgi-bin/stable_token`: the same token for everybody until it is forgotten. */
  stableToken({ grant_type, appid, secret }: Record<string, unknown>): Said {
    if (grant_type !== 'client_credential' || !appid) return { errcode: 40013, errmsg: 'invalid appid' };
    if (!secret) return { errcode: 40125, errmsg: 'invalid appsecret' };
    return { access_token: `token-${this.token}`, expires_in: 7200 };
  }

  /** `POST /cgi-bin/message/subscribe/send`; undefined is no answer at all, though the message was taken. */
  send(token: string, message: TakenMessage): Said | undefined {
    if (token !== `token-${this.token}`) return { errcode: 40001, errmsg: 'invalid credential' };
    const fault = this.faults.shift();
    if (typeof fault === 'number') return { errcode: fault, errmsg: 'as asked for' };
    if (!message.touser.startsWith('openid-')) return { errcode: 40003, errmsg: 'invalid openid' };
    const wrong = Object.entries(message.data).find(
      ([field, { value }]) => !values[field.replace(/\d+$/, '')]?.test(value),
    );
    if (wrong) return { errcode: 47003, errmsg: `argument invalid! data.${wrong[0]}.value` };
    this.taken.push(message);
    return fault === 'silence' ? undefined : { errcode: 0, errmsg: 'ok' };
  }

  /** What comes next is answered with these codes, one each; `silence` takes it and never answers. */
  failWith(...faults: (number | 'silence')[]): void {
    this.faults.push(...faults);
  }

  /** Another token is the newest from now on, as when somebody else asked for one. */
  renewToken(): void {
    this.token++;
  }
}
