import { expect, it } from '@jest/globals';
import { findResidents, initialsOf } from './find.residents';

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
