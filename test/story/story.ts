import type { Schemas } from '#api-client';
import type { Metrics } from '#contracts';
import { newId } from '#platform';
import { couriers, demoPassword, subdistrict } from '../../apps/suite/src/demo.data.js';
import { eventually, good, must, patienceMs } from './check.js';
import { Caller, confirm } from './client.js';
import { listen } from './hints.js';
import { movedBy, withoutActive } from './moves.js';

/** Told after each step; `milliseconds` is how long the step's own request took. */
export type Narrate = (zh: string, en: string, milliseconds?: number) => void;

/** What the story needs to know of the running suite. */
export interface Stage {
  url: string;
  /** The sign-in code a phone received last. */
  readCode(phone: string): Promise<string>;
}

type NeedView = Schemas['NeedView'];
type ServiceRecordView = Schemas['ServiceRecordView'];

interface Courier {
  id: string;
  caller: Caller;
}

interface Cast {
  committee: Caller;
  station: Caller;
  official: Caller;
  administrator: Caller;
  couriers: Courier[];
}

const hour = 3_600_000;

/**
 * Tianjin's story, over public HTTP, against whatever suite runs at `stage.url` with the demonstration
 * loaded: it may be played again and again. @throws StoryError
 */
export async function playStory(stage: Stage, narrate: Narrate): Promise<void> {
  const cast = await gather(stage, narrate);
  const before = await totals(cast);
  narrate('滨海新区官员查看泰达街道的合计', 'the official looks at the totals of TEDA');

  const first = await phoneToErrand(cast, stage, narrate);
  const proven = await race(cast, first, narrate);
  const provenMinutes = await serveWithCode(cast, first, proven, narrate);

  const second = await phoneToErrand(cast, stage, narrate);
  const attesting = await race(cast, second, narrate);
  const attestedMinutes = await serveWithoutCode(cast, second, attesting, narrate);

  await totalsMove(cast, before, provenMinutes, attestedMinutes, narrate);
  await audit(cast, narrate);
}

async function gather(stage: Stage, narrate: Narrate): Promise<Cast> {
  const nobody = new Caller(stage.url);
  const staff = async (userName: string) => {
    const answer = await nobody.ask((api) =>
      api.post('/api/v1/auth/staff/sign-in', { body: { userName, password: demoPassword } }),
    );
    return new Caller(stage.url, good(answer, `signing in ${userName}`).accessToken);
  };
  const [committee, station, official, administrator] = await Promise.all(
    ['teda-c01', 'teda-station', 'binhai-official', 'tianjin-admin'].map(staff),
  );
  must(!!committee && !!station && !!official && !!administrator, 'four members of staff');
  narrate('居委会、社工站、官员、管理员登录', 'committee, station, official and administrator sign in');
  const signedIn: Courier[] = [];
  const waiting = [...couriers];
  const begin = performance.now();
  const phone = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      good(
        await nobody.ask((api) => api.post('/api/v1/auth/phone-codes', { body: { phone: next.phone } })),
        'asking for a phone code',
      );
      const code = await stage.readCode(next.phone);
      const answer = await nobody.ask((api) =>
        api.post('/api/v1/auth/phone/sign-in', { body: { phone: next.phone, code } }),
      );
      const { accessToken, actorId } = good(answer, 'a courier signing in');
      signedIn.push({ id: actorId, caller: new Caller(stage.url, accessToken) });
    }
  };
  await Promise.all(Array.from({ length: 8 }, phone));
  narrate(
    `${signedIn.length} 名骑手用手机验证码登录`,
    `${signedIn.length} couriers sign in with a phone code`,
    performance.now() - begin,
  );
  return { committee, station, official, administrator, couriers: signedIn };
}

/** The phone call, the committee's post, the station's hint at the same moment, the open errand. */
async function phoneToErrand(cast: Cast, stage: Stage, narrate: Narrate): Promise<NeedView> {
  const residents = good(
    await cast.committee.ask((api) => api.get('/api/v1/residents')),
    'the committee’s residents',
  );
  const resident = residents.items.at(-1);
  must(resident !== undefined, 'the demonstration has residents in the first community');
  const hints = await listen(stage.url, cast.station.accessToken);
  const begin = performance.now();
  const start = Date.now();
  const body = {
    id: newId(),
    residentId: resident.id,
    type: 'groceries' as const,
    summary: '买一袋米、一桶油，送到家门口',
    channel: 'phone' as const,
    windowStart: new Date(start).toISOString(),
    windowEnd: new Date(start + 2 * hour).toISOString(),
    expectedMinutes: 40,
    riskNotice: '老楼无电梯，请慢行',
  };
  const posted = await cast.committee.ask((api) => api.post('/api/v1/needs', { body }));
  const need = good(posted, 'posting the need');
  narrate(
    `${resident.name} 来电，居委会代发布需求`,
    `${resident.name} phones; the committee posts the need`,
    posted.milliseconds,
  );
  await hints.until(({ type, id }) => type === 'need.forwarded' && id === need.id, patienceMs);
  narrate('社工站同时收到', 'the station has it at the same moment', performance.now() - begin);
  hints.close();
  const forwarded = good(
    await cast.station.ask((api) => api.get('/api/v1/needs', { query: { state: 'forwarded' } })),
    'the station’s needs',
  );
  const seen = forwarded.items.find(({ id }) => id === need.id);
  must(
    JSON.stringify(seen?.history) === JSON.stringify(need.history),
    'committee and station see the same history',
  );
  const accepted = await cast.station.ask((api) =>
    api.post('/api/v1/needs/{id}/acceptance', { path: { id: need.id } }),
  );
  const open = good(accepted, 'accepting the need');
  must(open.state === 'posted' && !!open.errandId, 'the errand is open');
  narrate('社工站受理，任务上架', 'the station accepts; the errand is open', accepted.milliseconds);
  return open;
}

/** 抢单: everybody at once, over HTTP; exactly one wins and every other is told who and what else. */
async function race(cast: Cast, need: NeedView, narrate: Narrate): Promise<Courier> {
  const { errandId = '' } = need;
  const [anyone] = cast.couriers;
  must(anyone !== undefined, 'there are couriers');
  const feed = good(await anyone.caller.ask((api) => api.get('/api/v1/errands')), 'the feed');
  must(
    feed.items.some(({ id }) => id === errandId),
    'the errand is in the feed',
  );
  const claimIds = cast.couriers.map(() => newId());
  const answers = await Promise.all(
    cast.couriers.map(({ caller }, i) =>
      caller.ask((api) =>
        api.post('/api/v1/errands/{errandId}/claims', { path: { errandId }, body: { id: claimIds[i] } }),
      ),
    ),
  );
  const winners = cast.couriers.filter((_, i) => answers[i]?.problem === undefined);
  const lost = answers.flatMap(({ problem }) => problem ?? []);
  must(winners.length === 1, `exactly one wins, not ${winners.length}: ${lost[0]?.code}`);
  must(
    lost.every(({ code, data }) => code === 'errand.lost' && /^.\*/u.test(String(data?.['winner']))),
    'every loser learns who won, masked',
  );
  must(
    lost.every(({ data }) => Array.isArray(data?.['nearby'])),
    'every loser learns what is open nearby',
  );
  const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
  narrate(
    `${answers.length} 名骑手同时抢单：1 人抢到，${lost.length} 人得知“${lost[0]?.title}”（p50 ${at(0.5)} ms，p95 ${at(0.95)} ms）`,
    `${answers.length} couriers claim at once: 1 wins, ${lost.length} are told who won (p50 ${at(0.5)} ms, p95 ${at(0.95)} ms)`,
    at(1),
  );
  const winner = winners[0] as Courier;
  const id = claimIds[cast.couriers.indexOf(winner)];
  const again = await winner.caller.ask((api) =>
    api.post('/api/v1/errands/{errandId}/claims', { path: { errandId }, body: { id } }),
  );
  must(
    good(again, 'the winner’s claim again').state === 'claimed',
    'the same claim again is the same answer',
  );
  return winner;
}

/** The resident says four digits at the door: the minutes are device-verified and one other person confirms. */
async function serveWithCode(
  cast: Cast,
  need: NeedView,
  { id, caller }: Courier,
  narrate: Narrate,
): Promise<number> {
  const path = { errandId: need.errandId ?? '' };
  const loser = cast.couriers.find((courier) => courier.id !== id) as Courier;
  const revealed = await caller.ask((api) =>
    api.post('/api/v1/errands/{errandId}/contact-reveals', { path }),
  );
  must(good(revealed, 'the address for the claimant').door !== '', 'the claimant sees the door');
  must(
    (await loser.caller.ask((api) => api.post('/api/v1/errands/{errandId}/contact-reveals', { path })))
      .problem?.status === 403,
    'nobody else sees the door',
  );
  narrate(
    '只有接单骑手看到门牌，并留痕；电话走中转',
    'only the claimant sees the door, and it is written down; calls go through a relay',
    revealed.milliseconds,
  );

  const wrong = need.serviceCode === '0000' ? '0001' : '0000';
  must(
    (
      await caller.ask((api) =>
        api.post('/api/v1/errands/{errandId}/check-in', { path, body: { code: wrong } }),
      )
    ).problem?.code === 'errand.codeWrong',
    'a wrong code is refused',
  );
  const checkedIn = await caller.ask((api) =>
    api.post('/api/v1/errands/{errandId}/check-in', { path, body: { code: need.serviceCode } }),
  );
  must(good(checkedIn, 'checking in').state === 'inProgress', 'the service is under way');
  const checkedOut = await caller.ask((api) => api.post('/api/v1/errands/{errandId}/check-out', { path }));
  const record = good(checkedOut, 'checking out');
  must(
    record.verification === 'deviceVerified' && record.confirmationsNeeded === 1,
    'the minutes are device-verified',
  );
  narrate(
    '骑手凭四位服务码签到，服务后签退',
    'the courier checks in with the spoken code, and out after the service',
    checkedOut.milliseconds,
  );

  const own = await caller.ask((api) => confirm(api, record.id, 'app'));
  must(own.problem?.status === 403, 'nobody confirms own minutes');
  const confirmed = await cast.committee.ask((api) => confirm(api, record.id, 'callBack'));
  must(good(confirmed, 'confirming').state !== 'submitted', 'the record is confirmed');
  narrate(
    '居委会回访后确认时长；志愿者不能自己确认',
    'the committee calls back and confirms; volunteers cannot confirm their own',
    confirmed.milliseconds,
  );
  await credited(caller, id, record, narrate);
  return record.serviceMinutes;
}

/** No code at the door: the minutes are attested, and two people of different roles must stand for them. */
async function serveWithoutCode(
  cast: Cast,
  need: NeedView,
  { id, caller }: Courier,
  narrate: Narrate,
): Promise<number> {
  const path = { errandId: need.errandId ?? '' };
  good(
    await caller.ask((api) => api.post('/api/v1/errands/{errandId}/check-in', { path })),
    'checking in without a code',
  );
  const record = good(
    await caller.ask((api) => api.post('/api/v1/errands/{errandId}/check-out', { path })),
    'checking out',
  );
  must(record.verification === 'attested' && record.confirmationsNeeded === 2, 'the minutes are attested');
  const one = good(
    await cast.committee.ask((api) => confirm(api, record.id, 'callBack')),
    'the first confirmation',
  );
  must(one.state === 'submitted' && one.confirmationsGiven === 1, 'one confirmation is not enough');
  const two = await cast.station.ask((api) => confirm(api, record.id, 'review'));
  must(good(two, 'the second confirmation').state !== 'submitted', 'two of different roles are enough');
  narrate(
    '另一单无服务码：居委会与社工站两人确认',
    'another errand without a code: committee and station both confirm',
    two.milliseconds,
  );
  await credited(caller, id, record, narrate);
  return record.serviceMinutes;
}

/** The minutes arrive in the time bank and on the volunteer's register. */
async function credited(
  caller: Caller,
  volunteerId: string,
  record: ServiceRecordView,
  narrate: Narrate,
): Promise<void> {
  const begin = performance.now();
  await eventually('the record is credited', async () => {
    const { body } = await caller.ask((api) =>
      api.get('/api/v1/service-records/{id}', { path: { id: record.id } }),
    );
    return body.state === 'credited';
  });
  const milliseconds = performance.now() - begin;
  const records = good(
    await caller.ask((api) =>
      api.get('/api/v1/service-records', { query: { limit: 100, state: 'credited' } }),
    ),
    'own records',
  );
  const served = records.items.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0);
  const balance = good(
    await caller.ask((api) =>
      api.get('/api/v1/accounts/{ownerId}/balance', { path: { ownerId: volunteerId } }),
    ),
    'the balance',
  );
  must(
    records.items.length === 100 || balance.creditedMinutes === served,
    `credits ${balance.creditedMinutes} are the minutes served ${served}`,
  );
  await eventually('the register follows', async () => {
    const { body } = await caller.ask((api) =>
      api.get('/api/v1/volunteers/{id}', { path: { id: volunteerId } }),
    );
    return body.lifetimeMinutes === balance.creditedMinutes;
  });
  narrate(
    `${record.serviceMinutes} 分钟记入时间银行，余额 ${balance.balanceMinutes} 分钟`,
    `${record.serviceMinutes} min go into the time bank; the balance is ${balance.balanceMinutes} min`,
    milliseconds,
  );
}

async function totals({ official }: Cast): Promise<Schemas['Breakdown']> {
  const breakdown = good(
    await official.ask((api) => api.get('/api/v1/reports/breakdown', { query: { region: subdistrict } })),
    'the totals',
  );
  for (const [name, value] of Object.entries(breakdown.metrics) as [keyof Metrics, number][]) {
    const sum = breakdown.children.reduce((total, { metrics }) => total + metrics[name], 0);
    must(sum === value, `${name}: the communities add up to ${sum}, the subdistrict says ${value}`);
  }
  return breakdown;
}

/** What the story did, and nothing else, is in the totals. */
async function totalsMove(
  cast: Cast,
  before: Schemas['Breakdown'],
  proven: number,
  attested: number,
  narrate: Narrate,
): Promise<void> {
  const begin = performance.now();
  const expected = movedBy(before.metrics, proven, attested);
  let after = before;
  await eventually(
    'the totals move as the story did',
    async () => {
      after = await totals(cast);
      return JSON.stringify(withoutActive(after.metrics)) === JSON.stringify(expected);
    },
    () => `expected ${JSON.stringify(expected)}, counted ${JSON.stringify(after.metrics)}`,
  );
  const { volunteersVerified, servicesConfirmed, deviceVerifiedMinutes, attestedMinutes } = after.metrics;
  narrate(
    `泰达街道合计：实名志愿者 ${volunteersVerified} 人，服务 ${servicesConfirmed} 人次，${deviceVerifiedMinutes + attestedMinutes} 分钟，各社区相加一致`,
    `TEDA: ${volunteersVerified} verified volunteers, ${servicesConfirmed} services, ${deviceVerifiedMinutes + attestedMinutes} min; its communities add up`,
    performance.now() - begin,
  );
}

async function audit({ administrator }: Cast, narrate: Narrate): Promise<void> {
  const answer = await administrator.ask((api) =>
    api.get('/api/v1/ledger/audit', { query: { region: '1201' } }),
  );
  const report = good(answer, 'the audit');
  must(report.consistent, `the ledger is consistent: ${JSON.stringify(report.faults)}`);
  narrate(
    `账本核对无误：${report.transferCount} 笔，链尾 ${report.headHash.slice(0, 12)}…`,
    `the ledger is consistent: ${report.transferCount} transfers, chain ends in ${report.headHash.slice(0, 12)}…`,
    answer.milliseconds,
  );
}
