import {
  type FoundReveals,
  type ListRevealsInput,
  type RegionPageQuery,
  type RevealPage,
  reveals,
  revealSearches,
  type RevealSearchPage,
  type SearchRevealsInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { RevealSearchesService } from './reveal-searches.service.js';
import { RevealsService } from './reveals.service.js';

@Controller()
export class RevealsController {
  constructor(
    private readonly service: RevealsService,
    private readonly searches: RevealSearchesService,
  ) {}

  @Answers(reveals.list)
  list(input: ListRevealsInput, call: Call): Promise<RevealPage> {
    return this.service.list(input, call);
  }

  @Answers(revealSearches.search)
  search(input: SearchRevealsInput, call: Call): Promise<FoundReveals> {
    return this.searches.search(input, call);
  }

  @Answers(revealSearches.list)
  listSearches(input: RegionPageQuery, call: Call): Promise<RevealSearchPage> {
    return this.searches.list(input, call);
  }
}
