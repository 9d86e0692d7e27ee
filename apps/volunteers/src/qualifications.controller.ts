import { Controller } from '@nestjs/common';
import {
  type ById,
  type DecideQualificationInput,
  type DeclareQualificationInput,
  type ListQualificationsInput,
  type QualificationList,
  type QualificationPage,
  qualifications,
  type QualificationView,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { QualificationsService } from './qualifications.service.js';

@Controller()
export class QualificationsController {
  constructor(private readonly service: QualificationsService) {}

  @Answers(qualifications.declare)
  declare(input: DeclareQualificationInput, call: Call): Promise<QualificationView> {
    return this.service.declare(input, call);
  }

  @Answers(qualifications.decide)
  decide(input: DecideQualificationInput, call: Call): Promise<QualificationView> {
    return this.service.decide(input, call);
  }

  @Answers(qualifications.withdraw)
  withdraw(input: ById, call: Call): Promise<QualificationView> {
    return this.service.withdraw(input, call);
  }

  @Answers(qualifications.listOf)
  listOf(input: ById, call: Call): Promise<QualificationList> {
    return this.service.listOf(input, call);
  }

  @Answers(qualifications.list)
  list(input: ListQualificationsInput, call: Call): Promise<QualificationPage> {
    return this.service.list(input, call);
  }
}
