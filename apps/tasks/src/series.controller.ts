import {
  type ById,
  type CreateSeriesInput,
  type EndSeriesInput,
  type ListSeriesInput,
  series,
  type SkipDayInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { SeriesService } from './series.service.js';

@Controller()
export class SeriesController {
  constructor(private readonly service: SeriesService) {}

  @Answers(series.create)
  create(input: CreateSeriesInput, call: Call) {
    return this.service.create(input, call);
  }

  @Answers(series.verify)
  verify(input: ById, call: Call) {
    return this.service.verify(input, call);
  }

  @Answers(series.skipDay)
  skipDay(input: SkipDayInput, call: Call) {
    return this.service.skipDay(input, call);
  }

  @Answers(series.end)
  end(input: EndSeriesInput, call: Call) {
    return this.service.end(input, call);
  }

  @Answers(series.get)
  get(input: ById, call: Call) {
    return this.service.get(input, call);
  }

  @Answers(series.list)
  list(input: ListSeriesInput, call: Call) {
    return this.service.list(input, call);
  }
}
