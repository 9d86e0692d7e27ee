import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  anonymous,
  type CreateOrganisationInput,
  type CreateStaffInput,
  DomainError,
  stations,
  systemActor,
} from '#contracts';
import { withClient } from '#local';
import {
  type Call,
  connectNats,
  Database,
  ManualClock,
  migrateService,
  newId,
  newTraceId,
  projectRoot,
  RpcClient,
  type RunningService,
  startService,
} from '#platform';
import { createDatabase, createNats, localFiles, type TestDatabase, type TestNats } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { stationsService } from './definition.js';
import { loadRegions } from './regions.store.js';

// Real: PostgreSQL, NATS, the stations service, Tianjin's table of divisions.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const community = '120116014001';
const teda = '120116014';
const password = 'a long enough password';
let database: TestDatabase;
let nats: TestNats & { stop(): Promise<void> };
let service: RunningService;
let connection: NatsConnection;
let client: RpcClient;

beforeAll(async () => {
  [database, nats] = await Promise.all([createDatabase(), createNats()]);
  const env = { ...database.env, ...nats.env, ...(await localFiles()), LOG_LEVEL: 'silent' };
  await migrateService(stationsService, env);
  service = await startService(stationsService, env, { clock });
  connection = await connectNats('gateway', nats.url('gateway'));
  client = new RpcClient(connection);
});

afterAll(async () => {
  await connection.close();
  await service.stop();
  await Promise.all([database.drop(), nats.stop()]);
});

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const system = by(systemActor('gateway'));
const administrator = (region: string): Call => by({ id: newId(), role: 'administrator', region });

/** The error of a call that must fail. */
async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const answer = await work.catch((error: unknown) => error);
  if (answer instanceof DomainError) return answer;
  throw new Error(`expected a refusal, got ${JSON.stringify(answer)}`);
}

function organisation(fields: Partial<CreateOrganisationInput> = {}): CreateOrganisationInput {
  const id = newId();
  return { id, kind: 'courierSite', name: `示例站点 ${id}`, region: teda, ...fields };
}

async function createStaff(fields: Partial<CreateStaffInput> = {}, call = system) {
  const id = newId();
  const input: CreateStaffInput = {
    id,
    userName: `u${id}`,
    password,
    displayName: '示例人员',
    role: 'official',
    region: teda,
    ...fields,
  };
  return { input, view: await client.call(stations.createStaff, input, call) };
}

const signIn = (userName: string, attempt = password) =>
  client.call(stations.signIn, { userName, password: attempt }, by(anonymous));

describe('divisions', () => {
  it('are loaded from the table when the service starts', async () => {
    const answer = await client.call(stations.getRegion, { code: teda }, by(anonymous));
    expect(answer).toMatchObject({
      code: '120116014000',
      name: '天津经济技术开发区东区泰达街道',
      level: 'township',
      parentCode: '120116000000',
    });
    expect(answer.children).toHaveLength(20);
    expect(answer.children[0]).toEqual({
      code: community,
      name: '时尚广场社区居委会',
      level: 'community',
      parentCode: '120116014000',
    });
  });

  it('show the children of every level', async () => {
    const childrenOf = async (code: string) =>
      (await client.call(stations.getRegion, { code }, by(anonymous))).children.length;
    expect(await childrenOf('12')).toBe(1);
    expect(await childrenOf('1201')).toBe(16);
    expect(await childrenOf(community)).toBe(0);
  });

  it.each(['130000000000', '120116999', '120116014999'])('%s is unknown', async (code) => {
    expect((await refusal(client.call(stations.getRegion, { code }, system))).code).toBe('region.unknown');
    expect((await refusal(client.call(stations.getResponsible, { code }, system))).code).toBe(
      'region.unknown',
    );
  });

  it('are loaded once: a second load of the same file changes nothing and is quick', async () => {
    const own = await Database.open({ service: 'stations', url: database.url('stations'), poolSize: 2 });
    try {
      expect(await loadRegions(own, `${projectRoot}/libs/regions/data/tianjin.csv`)).toBe(0);
      const [row] = await own.query<{ n: number }>('select count(*)::int as n from region');
      expect(row?.n).toBe(5_934);
      await own.query('delete from region_file');
      await own.query(`update region set name = '旧名' where code = 120116014001`);
      expect(await loadRegions(own, `${projectRoot}/libs/regions/data/tianjin.csv`)).toBe(1);
    } finally {
      await own.close();
    }
  });
});

describe('organisations', () => {
  it('answer a retry alike and other content with a conflict', async () => {
    const input = organisation({ point: { longitude: 117.71, latitude: 39.03 }, phone: '022-00000000' });
    const first = await client.call(stations.createOrganisation, input, system);
    expect(first).toEqual({ ...input, region: '120116014000', version: 1 });
    expect(
      await client.call(stations.createOrganisation, { ...input, region: '120116014000' }, system),
    ).toEqual(first);
    const other = { ...input, name: '另一名称' };
    expect((await refusal(client.call(stations.createOrganisation, other, system))).code).toBe(
      'idempotency.conflict',
    );
    expect(await client.call(stations.getOrganisation, { id: input.id }, system)).toEqual(first);
  });

  it('are one committee and one station for a division', async () => {
    const region = '120116014020';
    const committee = organisation({ kind: 'residentsCommittee', region });
    await client.call(stations.createOrganisation, committee, system);
    for (const kind of ['residentsCommittee', 'villagersCommittee'] as const) {
      const second = organisation({ kind, region });
      expect((await refusal(client.call(stations.createOrganisation, second, system))).code).toBe(
        'organisation.exists',
      );
    }
    await client.call(stations.createOrganisation, organisation({ region }), system);
  });

  it('are added only inside the administrator’s region, and only where there is a division', async () => {
    const outside = client.call(
      stations.createOrganisation,
      organisation({ region: '120115' }),
      administrator('120116'),
    );
    expect((await refusal(outside)).code).toBe('access.foreignRegion');
    const above = client.call(
      stations.createOrganisation,
      organisation({ region: '1201' }),
      administrator('120116'),
    );
    expect((await refusal(above)).code).toBe('access.foreignRegion');
    const nowhere = client.call(
      stations.createOrganisation,
      organisation({ region: '120116999' }),
      administrator('120116'),
    );
    expect((await refusal(nowhere)).code).toBe('region.unknown');
    const notTheirs = client.call(
      stations.createOrganisation,
      organisation(),
      by({ id: newId(), role: 'official', region: '12' }),
    );
    expect((await refusal(notTheirs)).code).toBe('access.denied');
    await client.call(
      stations.createOrganisation,
      organisation({ region: '120116' }),
      administrator('120116'),
    );
  });

  it('are listed page by page, each once, by region and kind', async () => {
    const region = '120115';
    const wanted = Array.from({ length: 5 }, () => organisation({ region }));
    for (const input of wanted) await client.call(stations.createOrganisation, input, system);
    await client.call(
      stations.createOrganisation,
      organisation({ kind: 'socialWorkStation', region }),
      system,
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.call(
        stations.listOrganisations,
        { region, kind: 'courierSite', limit: 2, cursor },
        system,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(wanted.map(({ id }) => id).sort());
    const volunteer = by({ id: newId(), role: 'volunteer' });
    expect((await client.call(stations.listOrganisations, { region }, volunteer)).items).toHaveLength(6);
    expect((await client.call(stations.listOrganisations, {}, volunteer)).items.length).toBeGreaterThan(6);
    const faulty = client.call(stations.listOrganisations, { cursor: 'nonsense' }, system);
    expect((await refusal(faulty)).code).toBe('cursor.invalid');
    const unknown = client.call(stations.listOrganisations, { region: '99' }, system);
    expect((await refusal(unknown)).code).toBe('region.unknown');
  });

  it('answer for a community: its committee and the narrowest station', async () => {
    const place = '120116005001';
    const hub = organisation({ kind: 'countyHubStation', region: '120116' });
    await client.call(stations.createOrganisation, hub, system);
    expect(await client.call(stations.getResponsible, { code: place }, system)).toEqual({
      communityCode: place,
      stationId: hub.id,
      cityCode: 1201,
    });
    const station = organisation({ kind: 'socialWorkStation', region: '120116005', phone: '022-00000001' });
    const committee = organisation({ kind: 'residentsCommittee', region: place });
    await client.call(stations.createOrganisation, station, system);
    await client.call(stations.createOrganisation, committee, system);
    expect(await client.call(stations.getResponsible, { code: place }, system)).toEqual({
      communityCode: place,
      committeeId: committee.id,
      stationId: station.id,
      stationPhone: '022-00000001',
      cityCode: 1201,
    });
  });
});

describe('staff', () => {
  it('act in the region of their committee or station', async () => {
    const committee = organisation({ kind: 'residentsCommittee', region: '120116014003' });
    await client.call(stations.createOrganisation, committee, system);
    const { view, input } = await createStaff({
      role: 'committee',
      organisationId: committee.id,
      region: undefined,
    });
    expect(view).toMatchObject({ region: '120116014003', organisationId: committee.id });
    const session = await signIn(input.userName);
    expect(session).toMatchObject({
      actorId: input.id,
      role: 'committee',
      region: '120116014003',
      organisationId: committee.id,
    });
  });

  it('belong where their role is at home', async () => {
    const site = organisation();
    await client.call(stations.createOrganisation, site, system);
    const wrongKind = createStaff({ role: 'station', organisationId: site.id });
    expect((await refusal(wrongKind)).data).toMatchObject({ fields: [{ field: 'role' }] });
    expect((await refusal(createStaff({ role: 'station' }))).data).toMatchObject({
      fields: [{ field: 'organisationId' }],
    });
    expect((await refusal(createStaff({ region: undefined }))).data).toMatchObject({
      fields: [{ field: 'region' }],
    });
    expect((await refusal(createStaff({ role: 'committee', organisationId: newId() }))).code).toBe(
      'resource.notFound',
    );
    expect((await refusal(createStaff({ region: '99' }))).code).toBe('region.unknown');
    const alone = createStaff({ role: 'official' }, administrator('120116'));
    expect((await refusal(alone)).code).toBe('access.denied');
  });

  it('are created once, and a user name belongs to one person in the country', async () => {
    const { input, view } = await createStaff();
    expect(await client.call(stations.createStaff, input, system)).toEqual(view);
    const otherPassword = { ...input, password: 'another long password' };
    expect((await refusal(client.call(stations.createStaff, otherPassword, system))).code).toBe(
      'idempotency.conflict',
    );
    expect((await refusal(createStaff({ userName: input.userName, region: '1201' }))).code).toBe(
      'staff.exists',
    );
    const raced = await Promise.allSettled(
      Array.from({ length: 4 }, () => createStaff({ userName: 'raced.name' })),
    );
    expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('leave no password behind', async () => {
    const key = newId();
    await createStaff({}, { ...system, key });
    const dump = await withClient(database.adminUrl, async (pg) => {
      const { rows } = await pg.query(
        'select to_jsonb(s) from stations.staff s union all select to_jsonb(r) from stations.remembered_answer r',
      );
      return JSON.stringify(rows);
    });
    expect(dump).not.toContain(password);
    expect(dump).toContain(key);
  });
});

describe('signing in', () => {
  it('takes the user name in either case and refuses a wrong password and an unknown user alike', async () => {
    const { input } = await createStaff();
    expect((await signIn(` ${input.userName.toUpperCase()} `)).actorId).toBe(input.id);
    expect(await refusal(signIn(input.userName, 'wrong'))).toEqual(await refusal(signIn('nobody', 'wrong')));
  });

  it('takes as long to refuse an unknown user as a wrong password', async () => {
    const { input } = await createStaff();
    const time = async (userName: string) => {
      const begin = performance.now();
      await refusal(signIn(userName, 'wrong'));
      return performance.now() - begin;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 7; round++) {
      known.push(await time(input.userName));
      unknown.push(await time(`${input.userName}x`));
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[3] ?? 0;
    // Without the decoy an unknown user is refused some twenty times sooner.
    expect(median(unknown)).toBeGreaterThan(median(known) / 3);
  });

  it('locks a user name after ten failures, known or not, even for attempts at the same moment', async () => {
    const { input } = await createStaff();
    for (const userName of [input.userName, `ghost-${newId()}`]) {
      const codes = await Promise.all(
        Array.from({ length: 16 }, async () => (await refusal(signIn(userName, 'wrong'))).code),
      );
      expect(codes.filter((code) => code === 'auth.failed')).toHaveLength(10);
      expect(codes.filter((code) => code === 'auth.locked')).toHaveLength(6);
    }
    const locked = await refusal(signIn(input.userName));
    expect(locked).toMatchObject({ code: 'auth.locked', data: { minutes: 1 } });
    clock.advanceMinutes(1);
    await signIn(input.userName);
    expect((await refusal(signIn(input.userName, 'wrong'))).code).toBe('auth.failed');
  });

  it('gives a session that refreshes once a token and ends with sign-out', async () => {
    const { input } = await createStaff();
    const session = await signIn(input.userName);
    const next = await client.call(
      stations.refreshSession,
      { refreshToken: session.refreshToken },
      by(anonymous),
    );
    expect(next).toMatchObject({ sessionId: session.sessionId, actorId: input.id, region: '120116014000' });
    await client.call(
      stations.signOut,
      { sessionId: session.sessionId },
      by({ id: input.id, role: 'official', region: teda }),
    );
    const after = client.call(stations.refreshSession, { refreshToken: next.refreshToken }, by(anonymous));
    expect((await refusal(after)).code).toBe('auth.failed');
  });
});
