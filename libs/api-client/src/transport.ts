/** What goes over the wire, whatever carries it. */
export interface HttpRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export interface HttpResponse {
  status: number;
  body: string;
}

/** Carries one request; throws when no answer came. */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>;

/** Browsers and Node. */
export const fetchTransport: Transport = async ({ url, ...init }) => {
  const response = await fetch(url, init);
  return { status: response.status, body: await response.text() };
};

/** The part of `Taro.request` (and of `wx.request` as Taro wraps it) that is used. */
export type TaroRequest = (options: {
  url: string;
  method: 'GET' | 'POST';
  header: Record<string, string>;
  data?: string;
  dataType: 'text';
  responseType: 'text';
}) => PromiseLike<{ statusCode: number; data: unknown }>;

/** Mini-programs, which have no `fetch`. The body is sent and read as text: WeChat's own JSON drops `null`. */
export function taroTransport(request: TaroRequest): Transport {
  return async ({ url, method, headers, body }) => {
    const options = { url, method, header: headers, dataType: 'text', responseType: 'text' } as const;
    const { statusCode, data } = await request(body === undefined ? options : { ...options, data: body });
    return { status: statusCode, body: typeof data === 'string' ? data : JSON.stringify(data) };
  };
}
