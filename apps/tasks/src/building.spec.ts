import { expect, it } from '@jest/globals';
import { buildingOf } from './building.js';

it.each([
  ['3 号楼 2 门 501', '3号楼'],
  ['示例里九号楼七门一千二百零四', '示例里九号楼'],
  ['示例园 5 号院 ３号楼 201', '示例园5号院3号楼'],
  ['A座1203', 'A座'],
  ['12栋3单元401', '12栋'],
  ['7#1102', '7#'],
  ['3楼2门501', '3楼'],
  ['3-2-501', '3'],
  ['B1-101', 'B1'],
])('%s is in %s', (door, building) => {
  expect(buildingOf(door)).toBe(building);
});

// A storey, a gate, or all there is to know of where one family lives.
it.each(['3楼501', '1 号', '1 门 101', '3号楼', '501', '示例药店 3 号柜', '村东头第二家'])(
  '%s tells no building',
  (door) => {
    expect(buildingOf(door)).toBeUndefined();
  },
);
