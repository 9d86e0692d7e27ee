import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, stations, volunteers } from '#contracts';
import { type StandIn, startStandIn } from '#local';
import { newTraceId } from '#platform';
import { startHouse, type TestHouse } from '#testing';
import { stationsService } from '../../stations/src/definition.js';
import { tasksService } from '../../tasks/src/definition.js';
import { volunteersService } from '../../volunteers/src/definition.js';
import * as data from './demo.data.js';
import { demoLogins, loadDemo } from './demo.js';

// Real: PostgreSQL, NATS. The first load finds no service running and starts its own.
const nobody = { actor: anonymous, traceId: newTraceId() };
let house: TestHouse;
let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn(0);
  const env = { WECHAT_URL: standIn.url, SMS_URL: standIn.url };
  house = await startHouse([], { env });
});
afterAll(() => Promise.all([house.stop(), standIn.stop()]));

async function counts() {
  const [row] = await house.sql(
    `select (select count(*)::int from stations.organisation) as organisations,
            (select count(*)::int from stations.staff) as staff,
            (select count(*)::int from volunteers.volunteer where verification = 'verified') as couriers,
            (select count(distinct courier_site_id)::int from volunteers.volunteer) as sites,
            (select count(*)::int from tasks.resident) as residents,
            (select count(*)::int from volunteers.outbox_event) as events`,
  );
  return row;
}
const complete = { organisations: 43, staff: 23, couriers: 84, sites: 20, residents: 6, events: 252 };

describe('the demonstration', () => {
  it('loads from nothing, telling its steps in both languages', async () => {
    const told: string[] = [];
    await loadDemo(house.env, (zh, en) => told.push(`${zh} ${en}`));
    expect(told).toHaveLength(3);
    expect(await counts()).toEqual(complete);
    const [row] = await house.sql(
      'select count(*)::int as n from volunteers.outbox where published_at is null',
    );
    expect(row).toEqual({ n: 0 });
  });

  it('changes nothing when it is loaded again, also while the services run', async () => {
    const running = [stationsService, volunteersService, tasksService];
    const other = await startHouse(running, { env: house.env });
    try {
      await loadDemo(other.env);
      await loadDemo(other.env);
      expect(await counts()).toEqual(complete);
      await everybodySignsIn();
    } finally {
      await other.stop();
    }
  });

  it('is of people who cannot be real', () => {
    expect(new Set(data.couriers.map(({ name }) => name)).size).toBe(84);
    expect(new Set(data.couriers.map(({ idDigits }) => idDigits)).size).toBe(84);
    for (const { phone, idDigits } of data.couriers) {
      expect(phone).toMatch(/^100\d{8}$/);
      expect(idDigits).toMatch(/^129999\d{11}$/);
    }
    for (const { point } of [...data.courierSites, ...data.residents])
      expect(point).toEqual({ longitude: expect.closeTo(117.725, 1), latitude: expect.closeTo(39.03, 1) });
  });
});

/** Whoever is printed at a start can sign in. */
async function everybodySignsIn(): Promise<void> {
  const committee = data.committeeUser('120116014020');
  for (const [userName, role, region] of [
    ['tianjin-admin', 'administrator', '120000000000'],
    ['binhai-official', 'official', '120116000000'],
    ['teda-station', 'station', '120116014000'],
    [committee, 'committee', '120116014020'],
  ] as const) {
    const session = await house.call(stations.signIn, { userName, password: data.demoPassword }, nobody);
    expect(session).toMatchObject({ role, region, actorId: data.staffId(userName) });
  }
  const printed = demoLogins.map(({ name }) => name);
  expect(printed).toEqual([
    ...['tianjin-admin', 'binhai-official', 'teda-station'],
    `teda-c01 … ${committee}`,
    '10000000001 … 10000000084',
  ]);
  const last = data.couriers[83];
  const phone = last?.phone ?? '';
  await house.call(volunteers.requestPhoneCode, { phone }, nobody);
  const code = standIn.lastCode(phone) ?? '';
  const session = await house.call(volunteers.signInByPhone, { phone, code }, nobody);
  expect(session).toMatchObject({ role: 'volunteer', actorId: last?.id });
}
