import { entry } from './error.entry.js';

export const reportErrors = {
  'report.notPublished': entry(
    404,
    ['这一天的日报尚未发布', '日报在次日早上七点发布；更早的日子或未设区划没有日报，请改查合计。'],
    [
      'No daily report was published for this day',
      'It is published at seven the next morning; for other days and places look at totals.',
    ],
  ),
  'openData.notPublished': entry(
    404,
    [
      '没有这个区划、这个月的开放数据',
      '开放数据在次月 20 日发布，按市、区县、街道（乡镇）给出；请换一个月份，或改查上级区划。',
    ],
    [
      'There is no open data of this division and month',
      'It is published on the 20th of the next month for cities, districts and subdistricts: ask for another month, or for the division above.',
    ],
  ),
};
