import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Actor,
  DomainError,
  errandEvents,
  errands,
  moves,
  reconciliation,
  reporting,
  systemActor,
  type Totals,
  volunteers,
} from '#contracts';
import { poll } from '#local';
import { type Call, ManualClock, newId, newTraceId, projectRoot } from '#platform';
import {
  allConsumed,
  person,
  refusal,
  seedErrands,
  serviceDefinition,
  startHouse,
  tell,
  type TestHouse,
} from '#testing';
import { volunteersService } from './definition.js';

// Real: PostgreSQL, NATS, volunteers, stations with Tianjin and a second city, tasks, ledger and reporting.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const [home, near, far] = ['120116014001', '120116014002', '130102001001'];
const [district, farCity] = ['120116', '1301'];
let house: TestHouse;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shunlu-moves-'));
  const table = join(folder, 'regions.csv');
  const tianjin = await readFile(join(projectRoot, 'libs/regions/data/tianjin.csv'), 'utf8');
  const second = '13,河北省\n1301,石家庄市\n130102,长安区\n130102001,示例街道\n130102001001,示例社区\n';
  await writeFile(table, `${tianjin.trimEnd()}\n${second}`);
  const others = await Promise.all(
    (['stations', 'tasks', 'ledger', 'reporting'] as const).map(serviceDefinition),
  );
  house = await startHouse([...others, volunteersService], { clock, env: { REGIONS_FILE: table } });
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true });
});

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const self = (id: string): Call => by({ id, role: 'volunteer' });
const staff = (region: string, role: 'station' | 'administrator' = 'station') =>
  by({ id: newId(), role, region });
const system = by(systemActor('gateway'));
const move = (id: string, communityCode: string, call = self(id)) =>
  house.call(moves.move, { id, communityCode }, call);

async function verified(): Promise<string> {
  const input = person({ communityCode: home });
  await house.call(volunteers.register, input, staff(district));
  await house.call(volunteers.verify, { id: input.id, decision: 'verified' }, staff(district));
  return input.id;
}

/** Until tasks and reporting know. */
async function told(): Promise<void> {
  const isDry = async () =>
    (await house.sql('select 1 from volunteers.outbox where published_at is null limit 1')).length === 0 ||
    undefined;
  await poll(isDry, 10_000, () => new Error('the outbox does not run dry'));
  for (const service of ['tasks', 'ledger', 'reporting', 'volunteers'] as const)
    await allConsumed(house.nats, service);
}

const span = { from: '2026-03-02', to: '2026-03-02' };
const totals = (region: string): Promise<Totals> =>
  house.call(reporting.getTotals, { region, ...span }, by({ id: newId(), role: 'official', region }));
const counted = async (region: string) => {
  const { metrics } = await totals(region);
  const { volunteersRegistered, volunteersVerified, homeServicesConfirmed } = metrics;
  return [volunteersRegistered, volunteersVerified, homeServicesConfirmed];
};

/** As `tasks` tells a record that was confirmed. */
async function served(volunteerId: string): Promise<void> {
  const at = clock.now().toISOString();
  const data = {
    ...{ recordId: newId(), version: 1, errandId: newId(), volunteerId, residentId: newId() },
    ...{
      communityCode: home,
      serviceMinutes: 45,
      verification: 'deviceVerified',
      startedAt: at,
      endedAt: at,
    },
    ...{ state: 'confirmed', confirmedAt: at, confirmations: 1 },
  };
  const { subject } = errandEvents.recordConfirmed;
  const envelope = { id: newId(), subject, cityCode: 1201, occurredAt: at, traceId: newTraceId(), data };
  await tell(await house.connectAs('tasks'), [envelope]);
}

describe('moving', () => {
  it('within a city carries the register and the counts by home along; the registration stays where it was', async () => {
    const id = await verified();
    await told();
    const before = { home: await counted(home), near: await counted(near) };
    const view = await move(id, near);
    expect(view).toMatchObject({ id, communityCode: near, verification: 'verified' });
    await told();
    expect(await house.sql('select community_code from tasks.volunteer where id = $1', [id])).toEqual([
      { community_code: Number(near) },
    ]);
    const after = { home: await counted(home), near: await counted(near) };
    const changes = (place: 'home' | 'near') =>
      after[place].map((value, i) => value - (before[place][i] ?? 0));
    expect([changes('home'), changes('near')]).toEqual([
      [0, -1, 0],
      [0, 1, 0],
    ]);
  });

  it('to another city and back keeps number, minutes, services and consents, and counts nobody twice', async () => {
    const id = await verified();
    await served(id);
    await told();
    const rows = () =>
      house.sql(
        `select volunteer_number, lifetime_minutes, verification, registered_at from volunteers.volunteer where id = $1`,
        [id],
      );
    const hanging = () =>
      house.sql(
        `select (select count(*)::int from volunteers.volunteer_consent where volunteer_id = $1) as consents,
           (select count(*)::int from volunteers.credited_record where volunteer_id = $1) as records`,
        [id],
      );
    const before = {
      row: await rows(),
      hanging: await hanging(),
      tianjin: await counted('12'),
      far: await counted(farCity),
    };
    expect(before.row).toMatchObject([{ lifetime_minutes: 45 }]);
    await move(id, far);
    await told();
    expect([await rows(), await hanging()]).toEqual([before.row, before.hanging]);
    expect(await house.sql('select city_code from tasks.volunteer where id = $1', [id])).toEqual([
      { city_code: 1301 },
    ]);
    const [registered = 0, counting = 0, homeServices = 0] = before.tianjin;
    expect(await counted('12')).toEqual([registered, counting - 1, homeServices - 1]);
    expect(await counted(farCity)).toEqual([0, 1, 1]);
    // What is told of an old record still finds its minutes.
    expect((await house.call(moves.listMoves, { id }, self(id))).items).toEqual([
      { fromCode: home, toCode: far, movedAt: clock.now().toISOString() },
    ]);
    await move(id, home);
    await told();
    expect([await rows(), await hanging()]).toEqual([before.row, before.hanging]);
    expect([await counted('12'), await counted(farCity)]).toEqual([before.tianjin, before.far]);
  });

  it('leaves totals that their owners count alike', async () => {
    const id = await verified();
    await move(id, near);
    await move(id, far);
    await told();
    for (const region of [district, farCity]) {
      const { communities, differences } = await house.call(reconciliation.run, { region }, system);
      expect(communities).toBeGreaterThan(0);
      // The record of the test before was told by the test; nobody owns it.
      expect(differences.filter(({ name }) => name.startsWith('volunteers'))).toEqual([]);
    }
  });

  it('is one move however often it is sent, also at once', async () => {
    const id = await verified();
    await Promise.all(Array.from({ length: 4 }, () => move(id, near)));
    await move(id, near);
    expect((await house.call(moves.listMoves, { id }, self(id))).items).toHaveLength(1);
  });

  it('is told as not a newcomer, so that no second city welcomes with credits', async () => {
    const id = await verified();
    await move(id, far);
    const events = await house.sql<{ data: Record<string, unknown> }>(
      `select data from volunteers.outbox_event where data->>'volunteerId' = $1 and subject like '%volunteer.verified'
       order by (data->>'version')::int`,
      [id],
    );
    expect(
      events.map(({ data }) => [
        data['version'],
        data['verification'],
        data['communityCode'],
        data['hasMovedHere'],
      ]),
    ).toEqual([
      [2, 'verified', home, undefined],
      [3, 'unverified', home, undefined],
      [4, 'verified', far, true],
    ]);
  });

  it('is refused to nowhere, to other staff, and to another city with an errand in hand; nothing is written', async () => {
    const id = await verified();
    await told();
    const code = async (asking: Promise<unknown>) => (await refusal(asking)).code;
    expect(await code(move(id, '120116014999'))).toBe('region.unknown');
    expect(await code(move(id, '120116014'))).toBe('region.unknown');
    expect(await code(move(id, near, self(newId())))).toBe('resource.notFound');
    expect(await code(move(id, near, staff('120115')))).toBe('access.foreignRegion');
    expect(await code(move(id, far, staff(district)))).toBe('access.foreignRegion');
    expect(await code(move(newId(), near, staff(district)))).toBe('resource.notFound');
    const seed = { errands: 1, volunteers: 0, from: new Date(clock.now().getTime() + 3_600_000) };
    const { errandIds } = await seedErrands(house.database.adminUrl, seed);
    const claim = { id: newId(), errandId: errandIds[0] ?? '' };
    expect(await house.ask(errands.claim, claim, { id, role: 'volunteer' })).not.toBeInstanceOf(DomainError);
    expect(await code(move(id, far))).toBe('volunteer.errandsHeld');
    expect(await move(id, near, staff(district))).toMatchObject({ communityCode: near });
    expect((await house.call(moves.listMoves, { id }, staff(district))).items).toHaveLength(1);
  });
});
