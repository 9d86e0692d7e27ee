import { describe, expect, it } from '@jest/globals';
import { metricNames, type Metrics, type RegionView } from '#contracts';
import type { PartSums } from './breakdown.js';
import { type Division, openFigures } from './open.js';

const view = (code: string, level: RegionView['level']): RegionView => ({ code, name: code, level });
const subdistrict = (code: string): Division => ({ view: view(code, 'township'), parts: [] });
const district: Division = {
  view: view('120116000000', 'county'),
  parts: [subdistrict('120116001000'), subdistrict('120116014000')],
};
const city: Division = { view: view('120100000000', 'city'), parts: [district] };
const sums = (code: number, figures: Partial<Metrics>): PartSums => ({
  code,
  metrics: {
    ...(Object.fromEntries(metricNames.map((name) => [name, 0])) as unknown as Metrics),
    ...figures,
  },
});
const shown = (parts: PartSums[], name: string) =>
  Object.fromEntries(
    openFigures(city, parts)
      .filter((figure) => figure.name === name)
      .map(({ code, value }) => [code, value]),
  );

describe('open figures', () => {
  it('add up at every level where nothing is small', () => {
    const parts = [sums(120116001000, { errandsOpened: 7 }), sums(120116014000, { errandsOpened: 9 })];
    expect(shown(parts, 'errandsOpened')).toEqual({
      ...{ 120100000000: 16, 120116000000: 16, 120116001000: 7, 120116014000: 9 },
    });
  });

  it('keep back what would tell the few that lie in no known part', () => {
    const parts = [
      sums(120116001000, { errandsOpened: 70 }),
      sums(120116014000, { errandsOpened: 9 }),
      sums(120116777000, { errandsOpened: 2 }),
    ];
    expect(shown(parts, 'errandsOpened')).toEqual({
      ...{ 120100000000: 81, 120116000000: 81, 120116001000: 70 },
    });
  });

  it('show the minutes of no fewer than five services', () => {
    const parts = [
      sums(120116001000, { servicesConfirmed: 60, deviceVerifiedMinutes: 500, attestedMinutes: 1_300 }),
      sums(120116014000, { servicesConfirmed: 4, deviceVerifiedMinutes: 240 }),
    ];
    expect(shown(parts, 'serviceMinutes')).toEqual({ 120100000000: 2_040, 120116000000: 2_040 });
  });
});
