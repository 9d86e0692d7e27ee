import { type CallLine, DomainError } from '#contracts';
import { type Config, describeError, type Log } from '#platform';

const patienceMs = 3_000;

/**
 * Asks the call relay for a number that connects two others: `POST <CALL_RELAY_URL>/relay/bindings` with
 * `{ first, second, seconds }` and `Authorization: Bearer <CALL_RELAY_TOKEN>`, answered by `{ number, expiresAt }`.
 * Numbers go to the relay and nowhere else.
 * @throws DomainError `call.unavailable`
 */
export async function bindCall(
  first: string,
  second: string,
  seconds: number,
  config: Config<'calls'>,
  log: Log,
): Promise<CallLine> {
  try {
    const response = await fetch(`${config.callRelayUrl}/relay/bindings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${config.callRelayToken}` },
      body: JSON.stringify({ first, second, seconds }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const { number, expiresAt } = (await response.json()) as Partial<CallLine>;
    const isLine =
      response.ok && /^\d{5,20}$/.test(number ?? '') && !Number.isNaN(Date.parse(expiresAt ?? ''));
    // A relay that hands out one of the two numbers relays nothing.
    if (!isLine || number === first || number === second) throw new Error(`status ${response.status}`);
    return { number: number ?? '', expiresAt: new Date(expiresAt ?? '').toISOString() };
  } catch (error) {
    log.error({ err: describeError(error) }, 'call relay: no line was given');
    throw new DomainError('call.unavailable');
  }
}
