import {
  type Comparison,
  type ComparisonInput,
  periodReports,
  type Ranking,
  type RankingInput,
  ratioReports,
  type Ratios,
  type RatiosInput,
  type RatiosOfParts,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { CompareService } from './compare.service.js';
import { RatiosService } from './ratios.service.js';

@Controller()
export class CompareController {
  constructor(
    private readonly service: CompareService,
    private readonly ratios: RatiosService,
  ) {}

  @Answers(periodReports.compare)
  compare(input: ComparisonInput, call: Call): Promise<Comparison> {
    return this.service.compare(input, call);
  }

  @Answers(periodReports.rank)
  rank(input: RankingInput, call: Call): Promise<Ranking> {
    return this.service.rank(input, call);
  }

  @Answers(ratioReports.get)
  getRatios(input: RatiosInput, call: Call): Promise<Ratios> {
    return this.ratios.get(input, call);
  }

  @Answers(ratioReports.ofParts)
  getRatiosOfParts(input: RatiosInput, call: Call): Promise<RatiosOfParts> {
    return this.ratios.ofParts(input, call);
  }
}
