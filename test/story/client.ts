import { ApiClient, ApiProblem, type Problem } from '#api-client';
import type { ConfirmationMethod } from '#contracts';

/** An answer of the public API: what was asked for, or the problem. */
export interface Answer<T> {
  body: T;
  problem?: Problem;
  milliseconds: number;
}

/** Somebody who talks to the public API over HTTP, signed in or not. */
export class Caller {
  private readonly api: ApiClient;

  constructor(
    url: string,
    readonly accessToken = '',
  ) {
    this.api = new ApiClient({ baseUrl: url, accessToken: () => accessToken || undefined });
  }

  /** A refusal is an answer too. */
  async ask<T>(request: (api: ApiClient) => Promise<T>): Promise<Answer<T>> {
    const begin = performance.now();
    try {
      const body = await request(this.api);
      return { body, milliseconds: performance.now() - begin };
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      return { body: undefined as T, problem: error.problem, milliseconds: performance.now() - begin };
    }
  }
}

/** Stands for the minutes of a service record. */
export function confirm(api: ApiClient, id: string, method: ConfirmationMethod) {
  return api.post('/api/v1/service-records/{id}/confirmations', { path: { id }, body: { method } });
}
