import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type DomainError,
  errands,
  type NeedView,
  needs,
  type ResidentView,
  type SaveTemplateInput,
  type TemplateList,
  templates,
} from '#contracts';
import { ManualClock, newId } from '#platform';
import { serviceDefinition, startHouse, type TestHouse } from '#testing';
import { builtInTemplates } from './template.js';

// Real: PostgreSQL, NATS, the services tasks and stations with TEDA's divisions.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const community = '120116014001';
const committee: Actor = { id: newId(), role: 'committee', region: community };
const station: Actor = { id: newId(), role: 'station', region: '120116014' };
const elsewhere: Actor = { id: newId(), role: 'station', region: '120101001' };
const city: Actor = { id: newId(), role: 'official', region: '1201' };
const volunteer: Actor = { id: newId(), role: 'volunteer' };
let house: TestHouse;
let resident: ResidentView;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), await serviceDefinition('tasks')], {
    clock,
  });
  resident = (await house.ask(
    needs.registerResident,
    {
      id: newId(),
      name: '示例奶奶',
      phone: '022-00000001',
      communityCode: community,
      door: '1 号',
      point: { longitude: 117.71, latitude: 39.03 },
    },
    committee,
  )) as ResidentView;
});
afterAll(() => house.stop());

const templateOf = (changes: Partial<SaveTemplateInput> = {}): SaveTemplateInput => ({
  id: newId(),
  version: 1,
  region: '120116014',
  key: `k${newId().slice(-6)}`,
  type: 'other',
  title: '擦窗',
  summary: '擦玻璃窗',
  expectedMinutes: 60,
  slots: 2,
  riskNotice: '不得探身窗外',
  requirements: ['accidentInsurance'],
  escalationMinutes: 90,
  isPurchase: false,
  isRetired: false,
  ...changes,
});
const post = (templateId: string, changes: object = {}) => {
  const windowEnd = new Date(clock.now().getTime() + 7_200_000).toISOString();
  const need = { id: newId(), residentId: resident.id, templateId, channel: 'walkIn' as const, windowEnd };
  return { ...need, windowStart: clock.now().toISOString(), ...changes };
};
const code = (answer: object) => (answer as DomainError).code;
const keysAt = async (region: string) =>
  ((await house.ask(templates.list, { region }, city)) as TemplateList).items.map(({ key }) => key);

describe('a template', () => {
  it('made by a station is offered in its subdistrict and nowhere else', async () => {
    const input = templateOf();
    const saved = await house.ask(templates.save, input, station);
    expect(await house.ask(templates.save, input, station)).toEqual(saved);
    expect(await keysAt(community)).toContain(input.key);
    expect(await keysAt('120101001001')).not.toContain(input.key);
    expect(code(await house.ask(templates.save, templateOf(), elsewhere))).toBe('access.foreignRegion');
    expect(
      code(await house.ask(templates.save, templateOf({ region: '12' }), { ...city, region: '12' })),
    ).toBe('request.invalid');
    expect(code(await house.ask(templates.save, templateOf(), committee))).toBe('access.denied');
  });

  it('grows by versions, one after the other; of two who save the same one, one is told', async () => {
    const first = templateOf();
    await house.ask(templates.save, first, station);
    expect(await house.ask(templates.save, { ...first, version: 3 }, station)).toMatchObject({
      code: 'template.versionConflict',
      data: { version: 1, nextVersion: 2 },
    });
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((title) => house.ask(templates.save, { ...first, version: 2, title }, station)),
    );
    expect(answers.map((answer) => code(answer) ?? 'ok').sort()).toEqual([
      'ok',
      'template.versionConflict',
      'template.versionConflict',
    ]);
    const { items } = (await house.ask(templates.versions, { id: first.id }, committee)) as TemplateList;
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
    expect(code(await house.ask(templates.save, { ...first, version: 3, key: 'other' }, station))).toBe(
      'idempotency.conflict',
    );
    expect(code(await house.ask(templates.save, templateOf({ key: first.key }), station))).toBe(
      'template.keyTaken',
    );
  });

  it('of a city gives way to a station’s of the same key, and hides a built-in one when retired', async () => {
    const wide = templateOf({ region: '1201', key: 'haircut', title: 'city' });
    await house.ask(templates.save, wide, city);
    const titles = async () =>
      ((await house.ask(templates.list, { region: community }, committee)) as TemplateList).items
        .filter(({ key }) => key === 'haircut')
        .map(({ title }) => title);
    expect(await titles()).toEqual(['city']);
    await house.ask(templates.save, templateOf({ key: 'haircut', title: 'station' }), station);
    expect(await titles()).toEqual(['station']);
    const other = templateOf({ key: 'walk', isRetired: true });
    await house.ask(templates.save, other, station);
    expect(await keysAt(community)).not.toContain('walk');
    const all = await house.ask(templates.list, { region: community, withRetired: true }, station);
    expect((all as TemplateList).items.filter(({ key }) => key === 'walk')).toMatchObject([
      { id: other.id, isRetired: true },
    ]);
  });
});

describe('a need posted by template', () => {
  it('has what the template fills in; its errand shows what a volunteer must have', async () => {
    const template = templateOf();
    await house.ask(templates.save, template, station);
    const input = post(template.id);
    const posted = (await house.ask(needs.post, input, committee)) as NeedView;
    expect(posted).toMatchObject({
      type: 'other',
      summary: '擦玻璃窗',
      slots: 2,
      riskNotice: '不得探身窗外',
      requirements: ['accidentInsurance'],
      templateVersion: 1,
      postedBy: 'committee',
    });
    // A retry after the template has moved on is still the same need.
    await house.ask(templates.save, { ...template, version: 2, summary: '擦窗和纱窗' }, station);
    expect(await house.ask(needs.post, input, committee)).toEqual(posted);
    const { errandId } = (await house.ask(needs.accept, { id: input.id }, station)) as NeedView;
    expect(await house.ask(errands.get, { id: errandId! }, volunteer)).toMatchObject({
      requirements: ['accidentInsurance'],
      riskNotice: '不得探身窗外',
    });
  });

  it('of a place where it is not offered, or retired, is refused and nothing is written', async () => {
    const away = templateOf({ region: '120116', key: 'away' });
    await house.ask(templates.save, { ...away, region: '120101' }, city);
    const retired = templateOf({ isRetired: true });
    await house.ask(templates.save, retired, station);
    for (const id of [away.id, retired.id, newId()]) {
      const input = post(id);
      expect(code(await house.ask(needs.post, input, committee))).toBe('template.notOffered');
      expect(await house.sql('select 1 from tasks.need where id = $1', [input.id])).toEqual([]);
    }
  });

  it('that buys something names a ceiling, which the volunteer sees', async () => {
    const groceries = builtInTemplates.find(({ key }) => key === 'groceries')!.id;
    expect(await house.ask(needs.post, post(groceries), committee)).toMatchObject({
      code: 'request.invalid',
      data: { fields: [{ field: 'purchaseCeilingFen' }] },
    });
    const input = post(groceries, { purchaseCeilingFen: 5_000 });
    await house.ask(needs.post, input, committee);
    const { errandId } = (await house.ask(needs.accept, { id: input.id }, station)) as NeedView;
    expect(await house.ask(errands.get, { id: errandId! }, volunteer)).toMatchObject({
      purchaseCeilingFen: 5_000,
    });
  });

  it('without a template must say the rest itself', async () => {
    const { templateId: _, ...bare } = post(newId());
    expect(await house.ask(needs.post, bare, committee)).toMatchObject({ code: 'request.invalid' });
  });
});
