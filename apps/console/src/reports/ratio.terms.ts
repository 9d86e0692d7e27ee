import type { Schemas } from '../api';
import type { Wording } from '../language';
import { figureOf } from '../statistics/statistic.terms';

export type NamedRatio = Schemas['NamedRatio'];
export type RatioName = NamedRatio['name'];

export const ratioNames: Record<RatioName, Wording> = {
  volunteerRatio: ['注册 ÷ 人口', 'Registered ÷ population'],
  activeRatio: ['365 日内活跃 ÷ 人口', 'Active in 365 days ÷ population'],
  stationCoverage: ['社工站覆盖率（含开发区等）', 'Station coverage, with zones'],
  stationCoverageWithoutZones: ['社工站覆盖率（不含开发区等）', 'Station coverage, without zones'],
  licenceRate: ['持证社工 ÷ 社工', 'Licensed ÷ social workers'],
};

/** Why there is no ratio: never a 0 that nobody counted. */
export const missingWords: Record<NamedRatio['dividedBy'], Wording> = {
  population: ['没有人口数字', 'No figure of population'],
  townshipUnits: ['没有乡级单位', 'No township-level units'],
  townshipUnitsWithoutZones: ['没有这样的乡级单位', 'No such township-level units'],
  socialWorkers: ['没有公布过社工人数', 'Nobody has published how many social workers'],
};

/** A ratio with two decimals; undefined where there is nothing to divide by. */
export function percentOf({ percent }: NamedRatio): string | undefined {
  return percent === undefined ? undefined : `${percent.toFixed(2)}%`;
}

/** What a ratio is divided by, with the word that says how certain that is; undefined where there is none. */
export function denominatorOf(
  { denominator: value, qualifier = 'exact' }: NamedRatio,
  t: (zh: string, en: string) => string,
): string | undefined {
  return value === undefined ? undefined : figureOf({ metric: 'residents', value, qualifier }, t);
}
