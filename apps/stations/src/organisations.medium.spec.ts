import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type ChangeOrganisationInput,
  type CreateOrganisationInput,
  DomainError,
  employment,
  type EmploymentView,
  type OrganisationPage,
  organisations,
  type OrganisationVersions,
  type OrganisationView,
  type Responsible,
  type SaveEmploymentInput,
  staffAccounts,
  staffList,
  type StaffPage,
  stations,
  systemActor,
} from '#contracts';
import { poll } from '#local';
import { newId } from '#platform';
import { serviceDefinition, startHouse, type TestHouse } from '#testing';

// Real: PostgreSQL, NATS, the service stations with TEDA's divisions.
const system = systemActor('gateway');
const administrator: Actor = { id: newId(), role: 'administrator', region: '1201' };
const elsewhere: Actor = { id: newId(), role: 'administrator', region: '120101' };
const past = '2020-01-01';
const future = '2999-01-01';
let house: TestHouse;
beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations')]);
}, 60_000);
afterAll(() => house.stop());

const code = (answer: unknown) => (answer as DomainError).code;
let sites = 0;

async function made(input: Partial<CreateOrganisationInput> = {}): Promise<OrganisationView> {
  const name = `机构 ${(sites += 1)}`;
  const body = { id: newId(), kind: 'courierSite' as const, name, region: '120116014', ...input };
  const answer = await house.ask(stations.createOrganisation, body, system);
  expect(answer).not.toBeInstanceOf(DomainError);
  return answer as OrganisationView;
}

/** What an administrator would send to change nothing but what is named. */
function next(
  organisation: OrganisationView,
  changes: Partial<ChangeOrganisationInput>,
): ChangeOrganisationInput {
  const { id, version, name, phone, point, openedOn, closedOn, supervisorId, operatorId } = organisation;
  const kept = { name, phone, point, openedOn, closedOn, supervisorId, operatorId };
  return { id, version: version + 1, ...kept, reason: '津民发〔2026〕1 号', ...changes };
}
const change = (input: ChangeOrganisationInput, actor = administrator) =>
  house.ask(organisations.change, input, actor);

async function staffOf(organisation: OrganisationView): Promise<unknown> {
  const id = newId();
  const account = {
    id,
    userName: `u${id}`,
    displayName: '社工',
    password: newId(),
    role: 'station' as const,
  };
  const answer = await house.ask(
    stations.createStaff,
    { ...account, organisationId: organisation.id },
    system,
  );
  return answer instanceof DomainError ? answer : id;
}

describe('an organisation', () => {
  it('changes by versions: the same again is the same, a stale one is told the version', async () => {
    const site = await made({ phone: '022-00000000' });
    const input = next(site, { name: '新名称', phone: undefined, openedOn: past });
    const changed = (await change(input)) as OrganisationView;
    expect(changed).toMatchObject({ name: '新名称', openedOn: past, version: 2 });
    expect(changed.phone).toBeUndefined();
    expect(await change(input)).toEqual(changed);
    const stale = (await change({ ...input, name: '别的名称' })) as DomainError;
    expect([stale.code, stale.data]).toEqual(['version.conflict', { version: 2 }]);
    expect(await house.ask(stations.getOrganisation, { id: site.id }, system)).toEqual(changed);
    const { items } = (await house.ask(
      organisations.versions,
      { id: site.id },
      administrator,
    )) as OrganisationVersions;
    expect(items.map(({ version, name, changedBy, reason }) => [version, name, changedBy, reason])).toEqual([
      [2, '新名称', administrator.id, '津民发〔2026〕1 号'],
      [1, site.name, system.id, undefined],
    ]);
  });

  it('of two changes at one moment takes one', async () => {
    const site = await made();
    const answers = await Promise.all(['甲', '乙'].map((name) => change(next(site, { name: `${name}站` }))));
    expect(answers.filter((answer) => code(answer) === 'version.conflict')).toHaveLength(1);
  });

  it('registered again after a change is the same as it is now', async () => {
    const input = { id: newId(), kind: 'courierSite' as const, name: '再登记站', region: '120116014' };
    const site = (await house.ask(stations.createOrganisation, input, system)) as OrganisationView;
    const changed = await change(next(site, { name: '改过的站' }));
    expect(await house.ask(stations.createOrganisation, input, system)).toEqual(changed);
    const other = { ...input, name: '改过的站' };
    expect(code(await house.ask(stations.createOrganisation, other, system))).toBe('idempotency.conflict');
  });

  it('is changed by administrators of its region alone, and never closes before it opens', async () => {
    const site = await made();
    expect(code(await change(next(site, {}), elsewhere))).toBe('resource.notFound');
    expect(code(await house.ask(organisations.versions, { id: site.id }, elsewhere))).toBe(
      'resource.notFound',
    );
    const turned = await change(next(site, { openedOn: '2026-03-02', closedOn: '2026-03-01' }));
    expect(code(turned)).toBe('organisation.datesInvalid');
    expect(await change(next(site, { openedOn: past, closedOn: past }))).toMatchObject({ closedOn: past });
  });
});

describe('a closed organisation', () => {
  it('answers for nobody, may have a successor, and hires nobody', async () => {
    const region = '120116031';
    const station = await made({ kind: 'socialWorkStation', region });
    const responsible = async () =>
      ((await house.ask(stations.getResponsible, { code: '120116031001' }, system)) as Responsible).stationId;
    expect(await responsible()).toBe(station.id);
    const person = (await staffOf(station)) as string;
    const refused = (await change(next(station, { closedOn: past }))) as DomainError;
    expect([refused.code, refused.data]).toEqual(['organisation.hasStaff', { staff: 1 }]);
    await house.ask(staffAccounts.disable, { id: person }, administrator);
    expect(await change(next(station, { closedOn: past }))).toMatchObject({ closedOn: past });
    expect(await responsible()).not.toBe(station.id);
    expect(code(await staffOf(station))).toBe('organisation.closed');
    const successor = await made({ kind: 'socialWorkStation', region, name: station.name });
    expect(await responsible()).toBe(successor.id);
    const ids = async (open: boolean | undefined) => {
      const page = await house.ask(
        stations.listOrganisations,
        { region, kind: 'socialWorkStation', open },
        system,
      );
      return (page as OrganisationPage).items.map(({ id }) => id).sort();
    };
    expect([await ids(true), await ids(false)]).toEqual([[successor.id], [station.id]]);
    expect(await ids(undefined)).toEqual([station.id, successor.id].sort());
  });

  it('is open until its day, and not before it opens', async () => {
    const region = '120116011';
    const station = await made({ kind: 'socialWorkStation', region, openedOn: future });
    expect(code(await staffOf(station))).toBe('organisation.closed');
    const open = (await change(next(station, { openedOn: past, closedOn: future }))) as OrganisationView;
    expect(open).toMatchObject({ closedOn: future });
    const { items } = (await house.ask(
      stations.listOrganisations,
      { region, open: true },
      system,
    )) as OrganisationPage;
    expect(items.map(({ id }) => id)).toEqual([station.id]);
  });

  it('is not hired into while it is being closed', async () => {
    const station = await made({ kind: 'socialWorkStation', region: '120116032' });
    const closing = house.sql(
      `with closed as (update stations.organisation set closed_on = $2 where id = $1 returning id)
       select pg_sleep(1) from closed`,
      [station.id, past],
    );
    const isHeld = () =>
      house.sql(`select from pg_stat_activity where query like '%pg_sleep(1)%' and wait_event = 'PgSleep'`);
    await poll(
      async () => (await isHeld()).length > 0 || undefined,
      10_000,
      () => new Error('nothing is held'),
    );
    // Begun while it still seemed open; what was decided in between counts.
    expect(code(await staffOf(station))).toBe('organisation.closed');
    await closing;
  });

  it('and its staff are kept apart by the database too', async () => {
    const station = await made({ kind: 'socialWorkRoom', region: '120116014' });
    await staffOf(station);
    const closing = house.sql(`update stations.organisation set closed_on = current_date where id = $1`, [
      station.id,
    ]);
    await expect(closing).rejects.toMatchObject({ constraint: 'organisation_vacant' });
  });
});

describe('who supervises and who runs it', () => {
  it('is of a wider division or a higher kind, open, and never below', async () => {
    const bureau = await made({ kind: 'civilAffairsBureau', region: '120116' });
    const hub = await made({ kind: 'countyHubStation', region: '120116', supervisorId: bureau.id });
    const station = await made({ kind: 'socialWorkStation', region: '120116012', supervisorId: hub.id });
    const strange = await made({ kind: 'countyHubStation', region: '120101' });
    const refused = [
      next(hub, { supervisorId: station.id }),
      next(station, { supervisorId: strange.id }),
      next(station, { supervisorId: station.id }),
      next(bureau, { supervisorId: hub.id }),
      next(station, { supervisorId: newId() }),
    ];
    for (const input of refused) expect(code(await change(input))).toBe('organisation.supervisorInvalid');
    expect(await change(next(station, { supervisorId: bureau.id }))).toMatchObject({
      supervisorId: bureau.id,
    });
  });

  it('is an open operating organisation, of a station or room', async () => {
    const operator = await made({ kind: 'operatingOrganization', region: '1201' });
    const station = await made({ kind: 'socialWorkStation', region: '120116013', operatorId: operator.id });
    expect(station.operatorId).toBe(operator.id);
    const site = await made();
    expect(code(await change(next(site, { operatorId: operator.id })))).toBe('organisation.operatorInvalid');
    expect(code(await change(next(station, { operatorId: site.id })))).toBe('organisation.operatorInvalid');
    await change(next(operator, { closedOn: past }));
    const other = await made({ kind: 'socialWorkRoom', region: '120116013' });
    expect(code(await change(next(other, { operatorId: operator.id })))).toBe('organisation.operatorInvalid');
    // What was so before the operator closed stays until somebody changes it.
    expect(await change(next(station, { phone: '022-1' }))).toMatchObject({ operatorId: operator.id });
  });
});

describe('employment', () => {
  const save = (input: SaveEmploymentInput, actor = administrator) =>
    house.ask(employment.save, input, actor);
  const licence = { kind: 'socialWorker' as const, issuedOn: '2024-05-01', validUntil: '2027-04-30' };

  it('is kept in versions, seen by oneself and the administrator, and stands in the list', async () => {
    const station = await made({ kind: 'socialWorkStation', region: '120116051' });
    const [id, other] = [(await staffOf(station)) as string, (await staffOf(station)) as string];
    const input = {
      ...{ id, version: 1, employment: 'fullTime' as const, employerId: station.id, supervisorId: other },
      licences: [licence],
    };
    const saved = (await save(input)) as EmploymentView;
    expect(saved).toMatchObject(input);
    expect(await save(input)).toEqual(saved);
    expect(code(await save({ ...input, employment: 'partTime' }))).toBe('version.conflict');
    expect(code(await save({ ...input, version: 2 }, elsewhere))).toBe('resource.notFound');
    const own: Actor = { id, role: 'station', region: '120116051' };
    expect(await house.ask(employment.get, { id }, own)).toEqual(saved);
    expect(code(await house.ask(employment.get, { id }, { ...own, id: other }))).toBe('resource.notFound');
    const page = (await house.ask(staffList.list, { region: '120116051' }, administrator)) as StaffPage;
    expect(page.items.find((one) => one.id === id)?.employment).toEqual(saved);
    expect(page.items.find((one) => one.id === other)?.employment).toBeUndefined();
  });

  it('has no circle of supervisors, nobody who left, and no impossible licence', async () => {
    const station = await made({ kind: 'socialWorkStation', region: '120116053' });
    const people = (await Promise.all([1, 2, 3].map(() => staffOf(station)))) as [string, string, string];
    const [a, b, c] = people;
    const under = (id: string, supervisorId: string) => save({ id, version: 1, supervisorId, licences: [] });
    expect(await under(a, b)).toMatchObject({ supervisorId: b });
    expect(await under(b, c)).toMatchObject({ supervisorId: c });
    for (const above of [c, a, b, newId()])
      expect(code(await under(c, above))).toBe('employment.supervisorInvalid');
    const impossible = { ...licence, issuedOn: future, validUntil: undefined };
    for (const licences of [[licence, licence], [impossible]])
      expect(code(await save({ id: c, version: 1, licences }))).toBe('employment.licenceInvalid');
    await house.ask(staffAccounts.disable, { id: a }, administrator);
    expect(code(await under(c, a))).toBe('employment.supervisorInvalid');
  });

  it('closes no circle by two changes at one moment', async () => {
    const station = await made({ kind: 'socialWorkStation', region: '120116054' });
    const [a, b] = (await Promise.all([1, 2].map(() => staffOf(station)))) as [string, string];
    const answers = await Promise.all([
      save({ id: a, version: 1, supervisorId: b, licences: [] }),
      save({ id: b, version: 1, supervisorId: a, licences: [] }),
    ]);
    expect(answers.map(code).filter(Boolean)).toEqual(['employment.supervisorInvalid']);
  });
});
