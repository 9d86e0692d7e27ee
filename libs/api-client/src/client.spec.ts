import { describe, expect, it } from '@jest/globals';
import { ApiClient, ApiProblem, ApiUnreachable } from './client.js';
import { type HttpRequest, type HttpResponse, taroTransport, type TaroRequest } from './transport.js';

const answering = (response: HttpResponse) => {
  const sent: HttpRequest[] = [];
  const transport = (request: HttpRequest) => {
    sent.push(request);
    return Promise.resolve(response);
  };
  return { sent, transport };
};

describe('ApiClient', () => {
  it('fills the path, asks the query and says who and in which language', async () => {
    const { sent, transport } = answering({ status: 200, body: '{"items":[]}' });
    const client = new ApiClient({
      baseUrl: 'https://x',
      transport,
      language: 'en',
      accessToken: () => 'token',
    });
    expect(
      await client.get('/api/v1/needs', { query: { state: 'forwarded', cursor: 'a/b c', limit: undefined } }),
    ).toEqual({ items: [] });
    await client.get('/api/v1/regions/{code}', { path: { code: '12/../13' } });
    expect(sent.map(({ url }) => url)).toEqual([
      'https://x/api/v1/needs?state=forwarded&cursor=a%2Fb%20c',
      'https://x/api/v1/regions/12%2F..%2F13',
    ]);
    expect(sent[0]).toEqual({
      method: 'GET',
      url: sent[0]?.url,
      headers: { accept: 'application/json', 'accept-language': 'en', authorization: 'Bearer token' },
    });
  });

  it('posts JSON, an empty object where nothing is said, and the key that makes it repeatable', async () => {
    const { sent, transport } = answering({ status: 200, body: '{}' });
    const client = new ApiClient({ baseUrl: '', transport });
    await client.post('/api/v1/errands/{errandId}/check-out', {
      path: { errandId: 'e' },
      idempotencyKey: 'k',
    });
    expect(sent[0]).toMatchObject({ method: 'POST', url: '/api/v1/errands/e/check-out', body: '{}' });
    expect(sent[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': 'k',
      'accept-language': 'zh',
    });
  });

  it('throws what the API refuses, whole', async () => {
    const problem = { title: '没有找到', status: 404, code: 'resource.notFound' };
    const client = new ApiClient({
      baseUrl: '',
      transport: answering({ status: 404, body: JSON.stringify(problem) }).transport,
    });
    const refusal = await client.get('/api/v1/me').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ApiProblem);
    expect((refusal as ApiProblem).problem).toEqual(problem);
    expect((refusal as ApiProblem).message).toBe('没有找到');
  });
});

describe('what the document does not show', () => {
  it('asks for the fields of an object', async () => {
    const { sent, transport } = answering({ status: 200, body: '{"items":[]}' });
    const client = new ApiClient({ baseUrl: '', transport });
    const point = { longitude: 117.7, latitude: 39.01 };
    await client.get('/api/v1/errands', { query: { order: 'nearest', point } });
    expect(decodeURIComponent(sent[0]?.url ?? '')).toBe(
      '/api/v1/errands?order=nearest&point[longitude]=117.7&point[latitude]=39.01',
    );
  });

  it('tells no answer, and the answer of somebody between, from a refusal', async () => {
    const silent = new ApiClient({ baseUrl: '', transport: () => Promise.reject(new Error('gone')) });
    await expect(silent.get('/api/v1/me')).rejects.toBeInstanceOf(ApiUnreachable);
    const { transport } = answering({ status: 502, body: '<h1>Bad gateway</h1>' });
    await expect(new ApiClient({ baseUrl: '', transport }).get('/api/v1/me')).rejects.toBeInstanceOf(
      ApiUnreachable,
    );
  });
});

describe('taroTransport', () => {
  it('sends and reads text, whatever the platform makes of JSON', async () => {
    const asked: Parameters<TaroRequest>[0][] = [];
    const transport = taroTransport((options) => {
      asked.push(options);
      return Promise.resolve({ statusCode: 200, data: asked.length === 1 ? '{"a":null}' : { a: 1 } });
    });
    const request = { method: 'POST' as const, url: 'u', headers: { h: '1' }, body: '{"b":null}' };
    expect(await transport(request)).toEqual({ status: 200, body: '{"a":null}' });
    expect(await transport({ ...request, body: undefined })).toEqual({ status: 200, body: '{"a":1}' });
    expect(asked[0]).toEqual({
      url: 'u',
      method: 'POST',
      header: { h: '1' },
      data: '{"b":null}',
      dataType: 'text',
      responseType: 'text',
    });
    expect(asked[1]).not.toHaveProperty('data');
  });
});
