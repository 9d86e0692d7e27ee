import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StandIn, startStandIn } from './stand-in.js';

let standIn: StandIn;
beforeAll(async () => void (standIn = await startStandIn(0)));
afterAll(() => standIn.stop());

const session = async (code: string) => {
  const response = await fetch(`${standIn.url}/sns/jscode2session?js_code=${encodeURIComponent(code)}`);
  expect(response.status).toBe(200);
  return (await response.json()) as object;
};
const send = (body: string) => fetch(`${standIn.url}/sms/messages`, { method: 'POST', body });

describe('the local stand-in', () => {
  it('is reached on loopback only', () => expect(standIn.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/));

  it('knows demonstration accounts any number of times, other codes once', async () => {
    for (let time = 0; time < 2; time++)
      expect(await session('demo-a')).toMatchObject({ openid: 'openid-a', session_key: expect.any(String) });
    expect(await session('x')).toMatchObject({ openid: 'openid-x' });
    expect(await session('x')).toEqual({ errcode: 40163, errmsg: 'code been used' });
    expect(await session('')).toMatchObject({ errcode: 40029 });
    expect(await session('error--1')).toMatchObject({ errcode: -1 });
  });

  it('shows the last code a phone was sent', async () => {
    const last = (phone: string) => fetch(`${standIn.url}/sms/last?phone=${phone}`);
    expect((await last('10000000001')).status).toBe(404);
    for (const code of ['111111', '222222'])
      await send(JSON.stringify({ phone: '10000000001', parameters: { code } }));
    expect(await (await last('10000000001')).json()).toEqual({ phone: '10000000001', code: '222222' });
    expect(standIn.lastCode('10000000001')).toBe('222222');
  });

  it('refuses what it does not understand and lives on', async () => {
    expect((await send('{')).status).toBe(400);
    expect((await send('x'.repeat(20_000))).status).toBe(400);
    expect((await fetch(`${standIn.url}/else`)).status).toBe(404);
    expect(await session('demo-b')).toMatchObject({ openid: 'openid-b' });
  });
});
