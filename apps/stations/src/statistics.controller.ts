import {
  type ById,
  type CorrectStatisticInput,
  type EnterStatisticInput,
  type ImportStatisticsInput,
  type ListStatisticsInput,
  type PublishedFigures,
  type PublishedFiguresInput,
  statistics,
  type StatisticList,
  type StatisticPage,
  type StatisticView,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { StatisticsService } from './statistics.service.js';

@Controller()
export class StatisticsController {
  constructor(private readonly service: StatisticsService) {}

  @Answers(statistics.enter)
  enter(input: EnterStatisticInput, call: Call): Promise<StatisticView> {
    return this.service.enter(input, call);
  }

  @Answers(statistics.import)
  import(input: ImportStatisticsInput, call: Call): Promise<StatisticList> {
    return this.service.import(input, call);
  }

  @Answers(statistics.correct)
  correct(input: CorrectStatisticInput, call: Call): Promise<StatisticView> {
    return this.service.correct(input, call);
  }

  @Answers(statistics.history)
  history(input: ById): Promise<StatisticList> {
    return this.service.history(input);
  }

  @Answers(statistics.list)
  list(input: ListStatisticsInput, call: Call): Promise<StatisticPage> {
    return this.service.list(input, call);
  }

  @Answers(statistics.figures)
  figures(input: PublishedFiguresInput): Promise<PublishedFigures> {
    return this.service.figures(input);
  }
}
