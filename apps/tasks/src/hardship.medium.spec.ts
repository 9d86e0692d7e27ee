import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type Actor,
  type DomainError,
  hardship,
  type HardshipCategory,
  type HardshipCount,
  needs,
} from '#contracts';
import { newId } from '#platform';
import { serviceDefinition, startHouse, type TestHouse } from '#testing';

// Real: PostgreSQL, NATS, the services tasks and stations with TEDA's divisions.
const station: Actor = { id: newId(), role: 'station', region: '120116014' };
let house: TestHouse;
beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), await serviceDefinition('tasks')]);
});
afterAll(() => house.stop());

const register = (communityCode: string, hardshipCategories: HardshipCategory[]) => {
  const id = newId();
  const person = { id, name: '示例', phone: '022-00000001', door: id, communityCode, hardshipCategories };
  return house.ask(
    needs.registerResident,
    { ...person, point: { longitude: 117.71, latitude: 39.03 } },
    station,
  );
};

it('counts a person with several categories once, and in each of them', async () => {
  const first = await register('120116014001', ['lowIncome', 'livingAloneElderly', 'lowIncome']);
  expect(first).toMatchObject({ hardshipCategories: ['lowIncome', 'livingAloneElderly'] });
  await register('120116014001', ['lowIncome']);
  await register('120116014001', []);
  await register('120116014002', ['extremePoverty']);
  const count = (await house.ask(hardship.count, { region: '120116014' }, station)) as HardshipCount;
  expect([count.residents, count.persons]).toEqual([4, 3]);
  expect(count.categories.filter(({ persons }) => persons > 0)).toEqual([
    { category: 'lowIncome', persons: 2 },
    { category: 'extremePoverty', persons: 1 },
    { category: 'livingAloneElderly', persons: 1 },
  ]);
  const one = (await house.ask(hardship.count, { region: '120116014001' }, station)) as HardshipCount;
  expect([one.residents, one.persons]).toEqual([3, 2]);
  const foreign = await house.ask(hardship.count, { region: '1201' }, station);
  expect((foreign as DomainError).code).toBe('access.foreignRegion');
});
