import { describe, expect, it } from '@jest/globals';
import { type DailyTotals, type MetricName, metricNames, type Metrics } from '#contracts';
import { addDays } from '#regions';
import { readPdf } from '#testing';
import { type Beside, reportPdf } from './report.pdf.js';
import type { FiledReport, PublishedReport } from './report.tables.js';

const publishedAt = '2026-01-01T23:00:00.000Z';
const metrics = (values: Partial<Record<MetricName, number>>): Metrics => ({
  ...(Object.fromEntries(metricNames.map((name) => [name, 0])) as unknown as Metrics),
  ...values,
});
const published = (year: number, values: Partial<Metrics>): PublishedReport => ({
  ...{ region: '120116014000', from: `${year}-01-01`, to: `${year}-12-31` },
  revisions: [
    { revision: 2, publishedAt, reason: '漏报补记', metrics: metrics(values) },
    { revision: 1, publishedAt, metrics: metrics({}) },
  ],
});
const draw = async (filed: FiledReport, beside: Beside = {}, language: 'zh' | 'en' = 'zh') =>
  readPdf(await reportPdf(filed, beside, '泰达街道', language));
/** Lengths of bars that lie in one column, the longest being 1. */
const shares = (lengths: number[]) =>
  lengths.map((length) => Math.round((length / Math.max(...lengths)) * 100));

/** A year in which each day of March saw two services, and each day of May one, of a quarter of an hour. */
function daysOf(year: number): DailyTotals {
  const days = Array.from({ length: 365 }, (_, count) => addDays(`${year}-01-01`, count));
  const services = (day: string) => ({ '03': 2, '05': 1 })[day.slice(5, 7)] ?? 0;
  return {
    ...{ region: '120116014000', from: `${year}-01-01`, to: `${year}-12-31`, lagMs: 0, asOf: publishedAt },
    days: days.map((day) => ({
      day,
      metrics: metrics({ servicesConfirmed: services(day), attestedMinutes: 15 * services(day) }),
    })),
  };
}

describe('a published report on paper', () => {
  it('lays each figure beside the year before, bars as long as the figures', async () => {
    const now = published(2025, { needsSubmitted: 40, servicesConfirmed: 10 });
    const yearBefore = published(2024, { needsSubmitted: 20, servicesConfirmed: 5 });
    const { text, rectangles, pages } = await draw({ kind: 'year', report: now }, { yearBefore });
    for (const word of [
      '泰达街道 · 年报',
      '与上年同期',
      '2024-01-01–2024-12-31',
      '40 / 20',
      '漏报补记',
      '版次 2',
    ])
      expect(text).toContain(word);
    // After the legend's two samples: needs of both years, then services of both.
    expect(shares(rectangles.slice(2).map(([, , width]) => width))).toEqual([100, 50, 25, 13]);
    expect(pages).toBe(1);
  });

  it('draws a year by months, each column as high as its sum', async () => {
    const { text, rectangles, pages } = await draw(
      { kind: 'year', report: published(2025, {}) },
      { days: daysOf(2025) },
    );
    expect(text).toContain('服务人次 · 合计 93');
    expect(text).toContain('服务分钟（设备核验 + 人工认定） · 合计 0 + 1,395');
    for (const word of ['逐月', '2025-01', '2025-12', '最多 62']) expect(text).toContain(word);
    // March and May of services, then of their minutes.
    expect(shares(rectangles.map(([, , , height]) => height))).toEqual([100, 50, 100, 50]);
    expect(pages).toBe(2);
  });

  it('draws a week by days, and is in English where that is asked for', async () => {
    const { days, ...year } = daysOf(2025);
    const week = { ...year, days: days.slice(58, 65) };
    const report = { ...published(2025, {}), from: '2025-02-28', to: '2025-03-06' };
    const { text, rectangles } = await draw({ kind: 'week', report }, { days: week }, 'en');
    expect(text).toContain('Weekly report');
    expect(text).toContain('2025-02-28–2025-03-06');
    expect(text).not.toMatch(/年|月|服务/);
    expect(rectangles).toHaveLength(12);
  });
});

describe('other reports on paper', () => {
  it('compare with the year before, with the change in per cent', async () => {
    const span = (year: number) => ({ from: `${year}-02-01`, to: `${year}-02-28`, metrics: metrics({}) });
    const changes = metricNames.map((name) => ({ name, current: 0, previous: 0 }));
    const change = { name: 'errandsOpened' as const, current: 16, previous: 3, percent: 433.33 };
    const { text } = await draw({
      kind: 'comparison',
      report: {
        ...{ region: '120116014000', current: span(2026), previous: span(2025), lagMs: 0 },
        changes: changes.map((each) => (each.name === change.name ? change : each)),
      },
    });
    for (const word of ['同比', '16 / 3 (+433.33%)', '433.33', '时间积分：核销分钟', '尚无数据'])
      expect(text).toContain(word);
  });

  it('draw a bar a part, on as many pages as that takes, and what is below 0 as none', async () => {
    const children = Array.from({ length: 120 }, (_, index) => ({
      ...{ region: String(120116014001 + index), name: `第${index + 1}社区` },
      metrics: metrics({ servicesConfirmed: index, attestedMinutes: index === 0 ? -5 : 0 }),
    }));
    const { text, pages, rectangles } = await draw({
      kind: 'breakdown',
      report: { region: '120116014000', to: '2026-03-01', metrics: metrics({}), lagMs: 0, children },
    });
    expect(text).toContain('第120社区');
    expect(text).toContain('-5');
    expect(rectangles).toHaveLength(119);
    expect(pages).toBeGreaterThan(10);
  });
});
