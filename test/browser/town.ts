import { type StandIn, startStandIn } from '#local';
import { startHouse, type TestHouse } from '#testing';
import { loadDemo } from '../../apps/suite/src/demo.js';
import { type RunningSuite, startSuite } from '../../apps/suite/src/suite.js';

/** The whole suite with the demonstration town in it, as `npm start` runs it. */
export interface Town {
  /** Where the console is, without a slash at the end; the mini-program is at `/m/`. */
  url: string;
  suite: RunningSuite;
  house: TestHouse;
  /** Reads what a phone would show: the last sign-in code. */
  codeOf(phone: string): string | undefined;
  /** The subscribe messages that WeChat’s stand-in took. */
  messages: StandIn['messages'];
  stop(): Promise<void>;
}

/** Some five seconds. Call `stop` in afterAll. `further` are settings beside those of a first start. */
export async function startTown(further: Record<string, string> = {}): Promise<Town> {
  const standIn: StandIn = await startStandIn(0);
  const env = { WECHAT_URL: standIn.url, SMS_URL: standIn.url, CALL_RELAY_URL: standIn.url, ...further };
  const house = await startHouse([], { env });
  const unlimited = { REQUESTS_PER_MINUTE: '100000', SIGN_INS_PER_MINUTE: '100000' };
  const suite = await startSuite({ ...house.env, ...unlimited, PORT: '0' });
  await loadDemo(house.env);
  return {
    url: suite.url,
    suite,
    house,
    codeOf: (phone) => standIn.lastCode(phone),
    messages: standIn.messages,
    stop: async () => {
      await suite.stop();
      await house.stop();
      await standIn.stop();
    },
  };
}
