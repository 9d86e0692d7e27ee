import { Controller } from '@nestjs/common';
import { type RegionDetail, type RegionInput, type Responsible, stations } from '#contracts';
import { Answers } from '#platform';
import { RegionsService } from './regions.service.js';

@Controller()
export class RegionsController {
  constructor(private readonly regions: RegionsService) {}

  @Answers(stations.getRegion)
  get(input: RegionInput): Promise<RegionDetail> {
    return this.regions.get(input);
  }

  @Answers(stations.getResponsible)
  getResponsible(input: RegionInput): Promise<Responsible> {
    return this.regions.getResponsible(input);
  }
}
