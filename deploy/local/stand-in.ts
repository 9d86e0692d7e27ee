import { randomBytes, randomInt } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageStandIn, type TakenMessage } from './stand-in.messages.js';

/** The local WeChat, SMS gateway and call relay. */
export interface StandIn {
  /** Value of `WECHAT_URL`, `SMS_URL` and `CALL_RELAY_URL`. */
  url: string;
  /** The last sign-in code sent to a phone. */
  lastCode(phone: string): string | undefined;
  /** WeChat's subscribe messages: what was sent, and how the next ones are to fail. */
  messages: MessageStandIn;
  stop(): Promise<void>;
}

/** File of the data folder that holds the stand-in's address while the launcher runs. */
export const standInFile = 'stand-in.url';

/** Without a body the connection ends unanswered. */
type Answer = [status: number, body: object | undefined];

const longestBodyBytes = 10_000;

/**
 * Stands in for WeChat, for an SMS gateway and for a call relay in development and tests; listens on loopback only, keeps
 * everything in memory. Port 0 takes a free one.
 *
 * - `GET /sns/jscode2session`: the code `demo-<x>` belongs to the account `openid-<x>`, any number of times;
 *   `error-<n>` fails with errcode n; any other code is good once.
 * - `POST /relay/bindings`: a number of the call relay for two others, which it forgets at once.
 * - `POST /cgi-bin/stable_token` and `POST /cgi-bin/message/subscribe/send`: subscribe messages, which nobody receives.
 * - `POST /sms/messages`, and `GET /sms/last?phone=` to read what a phone would show.
 */
export async function startStandIn(port: number): Promise<StandIn> {
  const used = new Set<string>();
  const codes = new Map<string, string>();
  const messages = new MessageStandIn();
  const server = createServer((request, response) => {
    void answer(request, used, codes, messages)
      .catch((): Answer => [400, { error: 'not understood' }])
      .then(([status, body]) => {
        if (!body) return response.destroy();
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
  });
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lastCode: (phone) => codes.get(phone),
    messages,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  used: Set<string>,
  codes: Map<string, string>,
  messages: MessageStandIn,
): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  switch (`${request.method} ${pathname}`) {
    case 'GET /sns/jscode2session':
      return [200, sessionOf(searchParams.get('js_code') ?? '', used)];
    case 'POST /cgi-bin/stable_token':
      return [200, messages.stableToken(JSON.parse(await bodyOf(request)) as Record<string, unknown>)];
    case 'POST /cgi-bin/message/subscribe/send': {
      const message = JSON.parse(await bodyOf(request)) as TakenMessage;
      return [200, messages.send(searchParams.get('access_token') ?? '', message)];
    }
    case 'POST /sms/messages': {
      const { phone, parameters } = JSON.parse(await bodyOf(request)) as {
        phone: string;
        parameters: { code: string };
      };
      codes.set(phone, parameters.code);
      return [202, {}];
    }
    case 'POST /relay/bindings': {
      const { first, second, seconds } = JSON.parse(await bodyOf(request)) as Record<string, unknown>;
      if (typeof first !== 'string' || typeof second !== 'string')
        return [400, { error: 'two numbers, please' }];
      const number = `95${String(randomInt(1e9)).padStart(9, '0')}`;
      return [200, { number, expiresAt: new Date(Date.now() + Number(seconds) * 1000).toISOString() }];
    }
    case 'GET /sms/last': {
      const phone = searchParams.get('phone') ?? '';
      const code = codes.get(phone);
      return code === undefined ? [404, { error: 'nothing was sent to this phone' }] : [200, { phone, code }];
    }
    default:
      return [404, { error: 'no such address' }];
  }
}

/** WeChat answers 200 whatever happens, and says what in `errcode`. */
function sessionOf(code: string, used: Set<string>): object {
  const [, errcode] = /^error-(-?\d+)$/.exec(code) ?? [];
  if (errcode) return { errcode: Number(errcode), errmsg: 'as asked for' };
  const [, account] = /^demo-(.+)$/.exec(code) ?? [];
  if (!account) {
    if (code === '') return { errcode: 40029, errmsg: 'invalid code' };
    if (used.has(code)) return { errcode: 40163, errmsg: 'code been used' };
    used.add(code);
  }
  return { openid: `openid-${account ?? code}`, session_key: randomBytes(16).toString('base64') };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > longestBodyBytes) throw new Error('the message is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
