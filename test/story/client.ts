import type { Problem } from '../../apps/gateway/src/problem.js';

/** An answer of the public API: what was asked for, or the problem. */
export interface Answer<T> {
  status: number;
  body: T;
  problem?: Problem;
  milliseconds: number;
}

/** Somebody who talks to the public API over HTTP, signed in or not. */
export class Caller {
  constructor(
    private readonly url: string,
    private readonly token?: string,
  ) {}

  get<T>(path: string): Promise<Answer<T>> {
    return this.send('GET', path);
  }

  post<T>(path: string, body: object = {}): Promise<Answer<T>> {
    return this.send('POST', path, body);
  }

  get accessToken(): string {
    return this.token ?? '';
  }

  private async send<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
    const begin = performance.now();
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        'accept-language': 'zh',
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
    const answer = (await response.json()) as T;
    const milliseconds = performance.now() - begin;
    return {
      status: response.status,
      body: answer,
      milliseconds,
      ...(!response.ok && { problem: answer as Problem }),
    };
  }
}
