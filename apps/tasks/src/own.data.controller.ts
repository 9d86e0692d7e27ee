import { type OwnDataPage, type ReadOwnDataInput, serviceData } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { OwnDataService } from './own.data.service.js';

@Controller()
export class OwnDataController {
  constructor(private readonly service: OwnDataService) {}

  @Answers(serviceData.read)
  read(input: ReadOwnDataInput, call: Call): Promise<OwnDataPage> {
    return this.service.read(input, call);
  }
}
