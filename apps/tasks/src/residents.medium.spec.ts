import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Actor, needs, type ResidentPage, type ResidentView } from '#contracts';
import { newId } from '#platform';
import { serviceDefinition, startHouse, type TestHouse } from '#testing';

// Real: PostgreSQL, NATS, stations and tasks.
const committee: Actor = { id: newId(), role: 'committee', region: '120116014001' };
const station: Actor = { id: newId(), role: 'station', region: '120116014' };
let house: TestHouse;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), await serviceDefinition('tasks')]);
}, 60_000);
afterAll(() => house.stop());

async function registered(door: string, name: string): Promise<ResidentView> {
  const place = { communityCode: '120116014001', door, point: { longitude: 117.71, latitude: 39.02 } };
  const input = { id: newId(), name, phone: '022-00000001', ...place };
  return (await house.ask(needs.registerResident, input, committee)) as ResidentView;
}

it('the committee sees in which building its residents live, others do not, and it is kept nowhere', async () => {
  const flat = await registered('示例东里 7 号楼 2 门 501', '示例奶奶');
  const cottage = await registered('12 号', '示例爷爷');
  expect([flat.building, cottage.building]).toEqual([undefined, undefined]);
  const seenBy = async (actor: Actor) =>
    ((await house.ask(needs.listResidents, {}, actor)) as ResidentPage).items;
  expect((await seenBy(committee)).map(({ id, building }) => [id, building])).toEqual([
    [cottage.id, undefined],
    [flat.id, '示例东里7号楼'],
  ]);
  expect((await seenBy(station)).map((one) => Object.keys(one).includes('building'))).toEqual([false, false]);
  const tables = await house.sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'tasks'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await house.sql(`select 1 from tasks.${name} t where t::text like '%示例东里%' limit 1`);
    if (rows.length > 0) found.push(name);
  }
  expect(found).toEqual([]);
});
