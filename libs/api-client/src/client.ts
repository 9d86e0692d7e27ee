import type { components, paths } from './schema.js';
import { fetchTransport, type HttpRequest, type Transport } from './transport.js';

/** Everything the API speaks of, by its name in the OpenAPI document. */
export type Schemas = components['schemas'];
/** An error as the API tells it (RFC 9457), in the client's language. */
export type Problem = Schemas['Problem'];

type Method = 'get' | 'post';
type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];
type Operation<P extends keyof paths, M extends Method> = paths[P] extends Record<M, infer O> ? O : never;

type Parameters<O, In extends 'path' | 'query'> = O extends { parameters: Record<In, infer V> }
  ? V
  : undefined;
type OptionalParameters<O, In extends 'path' | 'query'> = O extends {
  parameters: Partial<Record<In, infer V>>;
}
  ? V
  : undefined;
type JsonBody<O> = O extends { requestBody?: { content: { 'application/json': infer B } } } ? B : undefined;
type Success<O> = O extends { responses: infer R } ? R[keyof R & (200 | 201)] : never;
type Answer<O> = Success<O> extends { content: { 'application/json': infer A } } ? A : undefined;

/** What an operation must and may be given, as the document says. */
type Input<O> = (Parameters<O, 'path'> extends object ? { path: Parameters<O, 'path'> } : object) & {
  query?: OptionalParameters<O, 'query'>;
  body?: JsonBody<O>;
  /** Makes a repeated POST the same POST. */
  idempotencyKey?: string;
};
type InputOf<O> = object extends Input<O> ? [input?: Input<O>] : [input: Input<O>];

export interface ClientOptions {
  /** Scheme and host, without a slash at the end; empty for the page's own. */
  baseUrl: string;
  transport?: Transport;
  language?: 'zh' | 'en';
  /** Asked before each request; undefined is nobody signed in. */
  accessToken?: () => string | undefined;
}

/** A refusal of the API. The message is the title in the client's language. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'ApiProblem';
  }
}

/** No answer came, or none of the API: whether the request was carried out is not known. */
export class ApiUnreachable extends Error {
  constructor(cause: unknown) {
    super('the API did not answer', { cause });
    this.name = 'ApiUnreachable';
  }
}

/**
 * Speaks to the API in the types of its own document. Every method throws {@link ApiProblem} or
 * {@link ApiUnreachable}.
 */
export class ApiClient {
  constructor(private readonly options: ClientOptions) {}

  get<P extends PathsWith<'get'>>(
    path: P,
    ...[input]: InputOf<Operation<P, 'get'>>
  ): Promise<Answer<Operation<P, 'get'>>> {
    return this.send('GET', path, input as LooseInput) as Promise<Answer<Operation<P, 'get'>>>;
  }

  post<P extends PathsWith<'post'>>(
    path: P,
    ...[input]: InputOf<Operation<P, 'post'>>
  ): Promise<Answer<Operation<P, 'post'>>> {
    return this.send('POST', path, input as LooseInput) as Promise<Answer<Operation<P, 'post'>>>;
  }

  private async send(method: 'GET' | 'POST', path: string, input: LooseInput = {}): Promise<unknown> {
    const { baseUrl, transport = fetchTransport, language = 'zh', accessToken } = this.options;
    const token = accessToken?.();
    const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language };
    if (token) headers['authorization'] = `Bearer ${token}`;
    if (input.idempotencyKey) headers['idempotency-key'] = input.idempotencyKey;
    const request = {
      method,
      url: baseUrl + fill(path, input.path ?? {}) + search(input.query ?? {}),
      headers,
    };
    if (method === 'POST') headers['content-type'] = 'application/json';
    const { status, answer } = await carry(
      transport,
      method === 'POST' ? { ...request, body: JSON.stringify(input.body ?? {}) } : request,
    );
    if (status >= 400) throw new ApiProblem(answer as Problem);
    return answer;
  }
}

/** What is not JSON comes from whatever stands between us and the API. */
async function carry(
  transport: Transport,
  request: HttpRequest,
): Promise<{ status: number; answer: unknown }> {
  try {
    const { status, body } = await transport(request);
    return { status, answer: body === '' ? undefined : JSON.parse(body) };
  } catch (error) {
    throw new ApiUnreachable(error);
  }
}

interface LooseInput {
  path?: object;
  query?: object;
  body?: unknown;
  idempotencyKey?: string;
}

function fill(path: string, values: object): string {
  const known = new Map(
    Object.entries(values).map(([name, value]) => [name, encodeURIComponent(String(value))]),
  );
  return path.replace(/\{(\w+)\}/g, (slot, name: string) => known.get(name) ?? slot);
}

// By hand, since mini-programs have no URLSearchParams. The fields of an object are asked as `point[longitude]`.
function search(query: object): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value as Record<string, unknown>).map(([field, inner]) => [`${name}[${field}]`, inner])
      : [[name, value]],
  );
  const parts = given
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
