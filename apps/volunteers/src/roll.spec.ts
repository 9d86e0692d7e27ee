import { describe, expect, it } from '@jest/globals';
import { requiredConsents } from '#contracts';
import { readHeadings, registrationOf } from './roll.js';
import { SeenDigests } from './seen.digests.js';

const headings = ['姓名', '身份证号', '手机号', '社区代码', '同意书'];

describe('the headings of a roll', () => {
  it('are found in either language, wherever they stand, and others are left alone', () => {
    expect([...readHeadings(['序号', '同意书', '社区代码', '手 机 号', 'ID Number', 'name'])]).toEqual([
      ['consents', 1],
      ['communityCode', 2],
      ['phone', 3],
      ['idNumber', 4],
      ['name', 5],
    ]);
  });

  it.each([
    [headings.slice(1), '缺少列：姓名'],
    [[...headings, 'phone'], '表头重复'],
    [[...headings, ...Array<string>(200).fill('')], '205 列'],
  ])('refuse a file that cannot be meant: %#', (cells, message) => {
    expect(() => readHeadings(cells)).toThrow(message);
  });
});

describe('a line of a roll', () => {
  const places = readHeadings([...headings, '技能', '监护人']);
  const line = (...cells: string[]) => registrationOf(places, cells, (idNumber) => `id of ${idNumber}`);

  it('becomes a registration', () => {
    expect(
      line(' 示甲 ', '12999919800101001x', '100 0000-0001', '120116014001', '是', 'repair；driving', '示乙'),
    ).toEqual({
      id: 'id of 12999919800101001X',
      name: '示甲',
      idNumber: '12999919800101001X',
      phone: '10000000001',
      communityCode: '120116014001',
      consents: requiredConsents,
      skills: ['repair', 'driving'],
      guardianName: '示乙',
    });
  });

  it('may name another document, with the day of birth', () => {
    const others = readHeadings([...headings, '证件类型', '出生日期']);
    const other = (...cells: string[]) => registrationOf(others, cells, (key) => `id of ${key}`);
    expect(
      other('示甲', 'h1234567801', '10000000001', '120116014001', '是', '回乡证', '1990/1/2'),
    ).toMatchObject({
      ...{ id: 'id of hongKongMacaoPermit:H12345678', documentType: 'hongKongMacaoPermit' },
      ...{ idNumber: 'H1234567801', birthDay: '1990-01-02' },
    });
    expect(other('示甲', '1', '1', '1', '是', '驾驶证', '四月').documentType).toBe('驾驶证');
    expect(other('示甲', '1', '1', '1', '是', '', '四月')).toMatchObject({ id: 'id of 1', birthDay: '四月' });
  });

  it('has no consents without the signed form, and nothing where cells are missing', () => {
    expect(line('示甲', '', '', '', '否')).toEqual({
      id: 'id of ',
      name: '示甲',
      idNumber: '',
      phone: '',
      communityCode: '',
      consents: [],
    });
  });
});

it('digests seen before are known again, however many there are', () => {
  const seen = new SeenDigests();
  const digest = (number: number) => {
    const bytes = Buffer.alloc(32);
    bytes.writeDoubleLE(number);
    return bytes;
  };
  const numbers = Array.from({ length: 100_000 }, (_, index) => index);
  expect(numbers.filter((number) => !seen.add(digest(number)))).toEqual([]);
  expect(numbers.filter((number) => seen.add(digest(number)))).toEqual([]);
});
