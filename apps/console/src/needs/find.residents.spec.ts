import { expect, it } from '@jest/globals';
import { findResidents, initialsOf, isBuilding } from './find.residents';

it.each([
  ['张*三', 'zs'],
  ['李*', 'l'],
  ['欧*娜', 'on'],
  ['王*奶', 'wn'],
  ['阿*', 'a'],
  ['赵钱孙李周吴郑', 'zqslzwz'],
  ['Smith', ''],
])('%s begins with %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it('finds a resident by surname, letters or the end of the number', () => {
  const resident = (id: string, name: string, phone: string) => ({
    ...{ id, name, phone, communityCode: '120116014001' },
    hardshipCategories: [],
  });
  const all = [resident('1', '张*三', '138****1234'), resident('2', '李*', '138****5678')];
  const found = (wanted: string) => findResidents(all, wanted).map(({ value }) => value);
  expect(found('张')).toEqual(['1']);
  expect(found('ZS')).toEqual(['1']);
  expect(found('l')).toEqual(['2']);
  expect(found('5678')).toEqual(['2']);
  expect(found('s')).toEqual([]);
  expect(found('')).toEqual(['1', '2']);
});

it.each([
  ['3号楼', '3', true],
  ['3号楼', '3号', true],
  ['3号楼', '３ 号楼', true],
  ['13号楼', '3', false],
  ['13号楼', '3号楼', false],
  ['示例园5号院3号楼', '3', true],
  ['示例园5号院3号楼', '5', false],
  ['示例园5号院3号楼', '示例园', true],
  ['A座', 'a', true],
  ['3', '3', true],
  ['3号楼', '', false],
  [undefined, '3', false],
])('%s is meant by %s: %s', (building, wanted, isMeant) => {
  expect(isBuilding(building, wanted)).toBe(isMeant);
});

it('finds who lives in a building before those whose number ends like it', () => {
  const resident = (id: string, phone: string, building?: string) => ({
    ...{ id, name: '张*三', phone, communityCode: '120116014001', building },
    hardshipCategories: [],
  });
  const all = [resident('1', '138****5673'), resident('2', '138****5678', '3号楼')];
  expect(findResidents(all, '3')).toEqual([
    { value: '2', label: '张*三  138****5678  3号楼' },
    { value: '1', label: '张*三  138****5673' },
  ]);
});
