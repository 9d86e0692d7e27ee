import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#platform';
import type { Problem } from '../../apps/gateway/src/problem.js';

/** What a client was told in the end: the body of a success, or a refusal for good. */
export type Answer<T> = { body: T; code?: undefined } | { code: string; body?: undefined };

const patienceMs = 60_000;

/** Somebody with a phone in a place with a bad network: asks the same again until there is an answer. */
export class Client {
  /** Requests answered for good, of all clients. */
  static answered = 0;
  /** Requests that were sent again. */
  static repeated = 0;

  /** @param withKey sends an `Idempotency-Key` as well; ids and steps must be safe without */
  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly withKey: boolean,
  ) {}

  get<T>(path: string): Promise<Answer<T>> {
    return this.insist(() => fetch(`${this.url}/api/v1${path}`, { headers: this.headers() }));
  }

  post<T>(path: string, body: object = {}): Promise<Answer<T>> {
    const headers = { ...this.headers(), 'content-type': 'application/json' };
    if (this.withKey) Object.assign(headers, { 'idempotency-key': newId() });
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    return this.insist(() => fetch(`${this.url}/api/v1${path}`, request));
  }

  private headers() {
    return { authorization: `Bearer ${this.token}` };
  }

  private async insist<T>(send: () => Promise<Response>): Promise<Answer<T>> {
    const end = performance.now() + patienceMs;
    for (;;) {
      const answer = await answerOf<T>(send);
      if (typeof answer !== 'string') {
        Client.answered++;
        return answer;
      }
      if (performance.now() > end) throw new Error(`no answer in ${patienceMs / 1000} s, at last: ${answer}`);
      Client.repeated++;
      await delay(25);
    }
  }
}

/** Where the answer is none, why: the connection broke, or the server says that it failed. */
async function answerOf<T>(send: () => Promise<Response>): Promise<Answer<T> | string> {
  try {
    const response = await send();
    const body: unknown = await response.json();
    if (response.status >= 500) return (body as Problem).code;
    return response.ok ? { body: body as T } : { code: (body as Problem).code };
  } catch (error) {
    return String(error);
  }
}
