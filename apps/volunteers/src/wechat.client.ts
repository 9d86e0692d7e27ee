import { DomainError } from '#contracts';
import type { Config, Log } from '#platform';

/** What `GET /sns/jscode2session` answers; the session key is not read, so it cannot leave. */
interface CodeAnswer {
  openid?: string;
  errcode?: number;
}

const patienceMs = 3_000;
const tooOften = 45011;
/** The code is wrong, used or too old; the account is blocked for its risk. */
const refusals = new Set([40029, 40163, 40226]);

/**
 * Asks WeChat whose code this is.
 * @see https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html
 * @throws DomainError `auth.failed`, `request.tooMany`, `auth.wechatUnavailable`
 */
export async function openidOf(code: string, config: Config<'wechat'>, log: Log): Promise<string> {
  const query = new URLSearchParams({
    appid: config.wechatAppId,
    secret: config.wechatAppSecret,
    js_code: code,
    grant_type: 'authorization_code',
  });
  const answer = await ask(`${config.wechatUrl}/sns/jscode2session?${query.toString()}`, log);
  if (answer.openid) return answer.openid;
  if (answer.errcode === tooOften) throw new DomainError('request.tooMany');
  if (answer.errcode !== undefined && refusals.has(answer.errcode)) throw new DomainError('auth.failed');
  log.error({ errcode: answer.errcode }, 'wechat: refused to say whose code it is');
  throw new DomainError('auth.wechatUnavailable');
}

async function ask(url: string, log: Log): Promise<CodeAnswer> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
    return (await response.json()) as CodeAnswer;
  } catch (error) {
    // Its message may hold the address, and the address holds the secret.
    log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'wechat: does not answer');
    throw new DomainError('auth.wechatUnavailable');
  }
}
