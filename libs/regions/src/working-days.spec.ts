import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { WorkingDays, WorkingDaysError, yearBefore } from './working-days.js';

const table = WorkingDays.read(join(process.cwd(), 'libs/regions/data/working-days.json'));

describe('working days', () => {
  it('are as the State Council announced them', async () => {
    const days = await table;
    const cases: [day: string, isWorked: boolean][] = [
      ['2026-02-13', true],
      ['2026-02-14', true], // a Saturday worked in exchange for the Spring Festival
      ['2026-02-16', false],
      ['2026-02-23', false], // the Monday that ends it
      ['2026-02-24', true],
      ['2026-02-28', true],
      ['2026-03-01', false],
      ['2026-10-07', false],
      ['2026-10-10', true],
      ['2025-10-08', false],
      ['2024-02-09', true],
    ];
    for (const [day, isWorked] of cases) expect([day, days.isWorkingDay(day)]).toEqual([day, isWorked]);
  });

  it('are counted across holidays, weekends and the days worked in exchange', async () => {
    const days = await table;
    expect(days.after('2026-03-02', 8)).toEqual({ day: '2026-03-12', known: true });
    expect(days.after('2026-03-02', 10)).toEqual({ day: '2026-03-16', known: true });
    // Friday 13 February: Saturday 14 is worked, then nothing until the 24th.
    expect(days.after('2026-02-13', 1)).toEqual({ day: '2026-02-14', known: true });
    expect(days.after('2026-02-13', 2)).toEqual({ day: '2026-02-24', known: true });
    expect(days.after('2026-02-13', 10)).toEqual({ day: '2026-03-05', known: true });
    expect(days.after('2026-09-30', 1)).toEqual({ day: '2026-10-08', known: true });
  });

  it('fall back to weekends in a year that is not announced, and say so', async () => {
    const days = await table;
    expect(days.isKnown('2026-12-31')).toBe(true);
    expect(days.isKnown('2031-01-01')).toBe(false);
    expect(days.after('2031-10-01', 1)).toEqual({ day: '2031-10-02', known: false });
    expect(days.after('2026-12-30', 3)).toEqual({ day: '2027-01-04', known: false });
  });

  it('answer backwards what they count forwards', async () => {
    const days = await table;
    for (let at = Date.parse('2024-12-20'); at < Date.parse('2026-12-20'); at += 86_400_000) {
      const today = new Date(at).toISOString().slice(0, 10);
      for (const count of [8, 10]) {
        const last = days.lastDayWaiting(today, count);
        const next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
        expect([today, days.after(last, count).day <= today]).toEqual([today, true]);
        expect([today, days.after(next, count).day <= today]).toEqual([today, false]);
      }
    }
  });

  it('of a city with days of its own are those, besides what is announced for everybody', () => {
    const days = WorkingDays.parse(
      JSON.stringify({
        version: '1',
        years: { '2026': { holidays: ['2026-05-01', '2026-05-04'], workdays: ['2026-05-09', '2026-04-18'] } },
        cities: { '4501': { '2026': { holidays: ['2026-04-18/2026-04-20'], workdays: ['2026-04-25'] } } },
      }),
    );
    const worked = (city: number) =>
      ['2026-04-18', '2026-04-20', '2026-04-25', '2026-05-01', '2026-05-09'].map((day) =>
        days.of(city).isWorkingDay(day),
      );
    expect(worked(4501)).toEqual([false, false, true, false, true]);
    expect(worked(1201)).toEqual([true, true, false, false, true]);
    expect(days.citiesWithOwn).toEqual([4501]);
    expect(days.of(4501).after('2026-04-17', 1)).toEqual({ day: '2026-04-21', known: true });
    expect(days.of(1201).after('2026-04-17', 1)).toEqual({ day: '2026-04-18', known: true });
    expect(days.of(4501).lastDayWaiting('2026-04-21', 1)).toBe('2026-04-20');
  });

  it.each([{ '45': {} }, { city: {} }, { '4501': { '2026': {} } }, { '4501': { '2026': 7 } }])(
    'refuse cities that are none: %j',
    (cities) => {
      const text = JSON.stringify({ version: '1', years: {}, cities });
      expect(() => WorkingDays.parse(text)).toThrow(WorkingDaysError);
    },
  );

  const year = (holidays: string[], workdays: string[] = []) =>
    JSON.stringify({ version: '1', years: { '2026': { holidays, workdays } } });
  it.each([
    ['no JSON', 'tomorrow', /JSON/],
    ['no years', '{"version":"1"}', /JSON/],
    ['a list that is none', '{"version":"1","years":{"2026":{"holidays":"x","workdays":[]}}}', /JSON/],
    ['a day that is none', year(['2026-13-01']), /no day/],
    ['an end before its beginning', year(['2026-02-03/2026-02-01']), /no day/],
    ['a day of another year', year(['2027-01-01']), /not a day of 2026/],
    ['a Monday worked in exchange', year([], ['2026-03-02']), /weekend/],
    ['a holiday worked in exchange', year(['2026-02-14'], ['2026-02-14']), /weekend/],
  ])('refuse %s', (_, text, why) => {
    expect(() => WorkingDays.parse(text)).toThrow(WorkingDaysError);
    expect(() => WorkingDays.parse(text)).toThrow(why);
  });
});

describe('a year before', () => {
  it('is the same day, and 28 February for the 29th', () => {
    expect(['2026-03-09', '2024-02-29', '2025-02-28', '2024-12-31'].map(yearBefore)).toEqual([
      ...['2025-03-09', '2023-02-28', '2024-02-28', '2023-12-31'],
    ]);
  });
});
