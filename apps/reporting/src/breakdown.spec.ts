import { describe, expect, it } from '@jest/globals';
import { type Metrics, metricNames, type RegionDetail, type RegionView } from '#contracts';
import { assertAddsUp, breakDown, partSize } from './breakdown.js';

const opened = (errandsOpened: number): Metrics => ({
  ...(Object.fromEntries(metricNames.map((name) => [name, 0])) as unknown as Metrics),
  errandsOpened,
});
const view = (code: string, name: string, level: RegionView['level']): RegionView => ({ code, name, level });
const brief = (rows: ReturnType<typeof breakDown>) =>
  rows.map(({ region, name, metrics }) => [region, name, metrics.errandsOpened]);

const subdistrict: RegionDetail = {
  ...view('120116014000', '泰达街道', 'township'),
  children: [view('120116014001', '甲社区', 'community'), view('120116014003', '乙社区', 'community')],
};
const district: RegionDetail = {
  ...view('120116000000', '滨海新区', 'county'),
  children: [view('120116014000', '泰达街道', 'township'), view('120116001000', '塘沽街道', 'township')],
};

describe('a breakdown', () => {
  it('has a row for every part, also for those in which nothing counted', () => {
    expect(partSize(subdistrict)).toBe(1);
    expect(brief(breakDown(subdistrict, [{ code: 120116014003, metrics: opened(4) }]))).toEqual([
      ['120116014001', '甲社区', 0],
      ['120116014003', '乙社区', 4],
    ]);
  });

  it('sums by the size of its parts', () => {
    expect(partSize(district)).toBe(1_000);
    expect(brief(breakDown(district, [{ code: 120116014000, metrics: opened(4) }]))).toEqual([
      ['120116014000', '泰达街道', 4],
      ['120116001000', '塘沽街道', 0],
    ]);
  });

  it('puts what belongs to no known part under the region itself', () => {
    const sums = [120116014000, 120116014777, 120116014001].map((code) => ({ code, metrics: opened(2) }));
    expect(brief(breakDown(subdistrict, sums))).toEqual([
      ['120116014001', '甲社区', 2],
      ['120116014003', '乙社区', 0],
      ['120116014000', '泰达街道（未细分 / not broken down）', 4],
    ]);
  });

  it('of a region without parts is the region', () => {
    const community = { ...view('120116014001', '甲社区', 'community'), children: [] };
    expect(partSize(community)).toBe(1);
    expect(brief(breakDown(community, []))).toEqual([['120116014001', '甲社区', 0]]);
    expect(brief(breakDown(community, [{ code: 120116014001, metrics: opened(3) }]))).toEqual([
      ['120116014001', '甲社区', 3],
    ]);
  });

  it('is measured by its smallest parts where they differ in level', () => {
    const mixed = {
      ...view('120000000000', '天津市', 'province'),
      children: [view('120100000000', '市辖区', 'city'), view('120200001000', '某镇', 'township')],
    } satisfies RegionDetail;
    expect(partSize(mixed)).toBe(1_000);
    const sums = [120116014000, 120110001000, 120200001000].map((code) => ({ code, metrics: opened(1) }));
    expect(brief(breakDown(mixed, sums)).map(([, , count]) => count)).toEqual([2, 1]);
  });

  it('that does not add up is an alarm, and so is less than nothing', () => {
    const parts = [{ metrics: opened(2) }, { metrics: opened(3) }];
    expect(() => {
      assertAddsUp(opened(5), parts);
    }).not.toThrow();
    expect(() => {
      assertAddsUp(opened(6), parts);
    }).toThrow('errandsOpened');
    expect(() => {
      assertAddsUp(opened(-1), [{ metrics: opened(-1) }]);
    }).toThrow('errandsOpened');
  });
});
