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
};
