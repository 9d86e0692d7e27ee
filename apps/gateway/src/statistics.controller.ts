import {
  ById,
  CorrectStatisticInput,
  EnterStatisticInput,
  ImportStatisticsInput,
  ListStatisticsInput,
  type PublishedFigures,
  PublishedFiguresInput,
  statistics,
  type StatisticList,
  type StatisticPage,
  type StatisticView,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class StatisticsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/statistics',
    statistics.enter,
    { zh: '登记一项对外公布的统计数', en: 'Enter a figure that a station publishes' },
    { creates: true },
  )
  enter(input: EnterStatisticInput, call: Call): Promise<StatisticView> {
    return this.rpc.call(statistics.enter, input, call);
  }

  @Serves('POST', '/statistics/import', statistics.import, {
    zh: '批量登记，全部或全不',
    en: 'Enter many at once, all or none',
  })
  import(input: ImportStatisticsInput, call: Call): Promise<StatisticList> {
    return this.rpc.call(statistics.import, input, call);
  }

  @Serves('POST', '/statistics/{id}/corrections', statistics.correct, {
    zh: '更正：增加一个版本',
    en: 'Correct a record by a version more',
  })
  correct(input: CorrectStatisticInput, call: Call): Promise<StatisticView> {
    return this.rpc.call(statistics.correct, input, call);
  }

  @Serves('GET', '/statistics', statistics.list, {
    zh: '一个区划及其下级登记的统计数，每项为最新版本',
    en: 'Records of a region and all inside it, each in its newest version',
  })
  list(input: ListStatisticsInput, call: Call): Promise<StatisticPage> {
    return this.rpc.call(statistics.list, input, call);
  }

  @Serves('GET', '/statistics/{id}/versions', statistics.history, {
    zh: '一条记录的全部版本',
    en: 'Every version of a record',
  })
  history(input: ById, call: Call): Promise<StatisticList> {
    return this.rpc.call(statistics.history, input, call);
  }

  @Serves('GET', '/open/figures', statistics.figures, {
    zh: '公开：一个区划公布的统计数，保留“近、余”等限定',
    en: 'Public: the figures of a region, with their qualifiers',
  })
  figures(input: PublishedFiguresInput, call: Call): Promise<PublishedFigures> {
    return this.rpc.call(statistics.figures, input, call);
  }
}
