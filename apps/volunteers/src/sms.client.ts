import { DomainError } from '#contracts';
import type { Config, Log } from '#platform';

const patienceMs = 3_000;

/**
 * Sends a sign-in code through the SMS gateway: `POST <SMS_URL>/sms/messages` with
 * `{ phone, template, parameters }` and `Authorization: Bearer <SMS_TOKEN>`; any 2xx is taken for sent.
 * @throws DomainError `auth.smsUnavailable`
 */
export async function sendCode(
  phone: string,
  code: string,
  minutes: number,
  config: Config<'sms'>,
  log: Log,
): Promise<void> {
  if (!config.smsUrl) throw new DomainError('auth.smsUnavailable');
  const message = { phone, template: 'signInCode', parameters: { code, minutes: String(minutes) } };
  const status = await post(`${config.smsUrl}/sms/messages`, message, config.smsToken);
  if (status >= 200 && status < 300) return;
  log.error({ status }, 'sms: the gateway did not take a message');
  throw new DomainError('auth.smsUnavailable');
}

/** The HTTP status, 0 when nobody answered in time. */
async function post(url: string, body: object, token: string): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}
