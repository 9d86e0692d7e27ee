import { Controller } from '@nestjs/common';
import {
  type ApprovalPage,
  approvals,
  type ApprovalView,
  type AuditPage,
  type CreateStaffInput,
  type DecideApprovalInput,
  type RegionPageQuery,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { ApprovalsService } from './approvals.service.js';
import { RoleAuditService } from './role-audit.service.js';

@Controller()
export class ApprovalsController {
  constructor(
    private readonly service: ApprovalsService,
    private readonly log: RoleAuditService,
  ) {}

  @Answers(approvals.requestStaff)
  requestStaff(input: CreateStaffInput, call: Call): Promise<ApprovalView> {
    return this.service.requestStaff(input, call);
  }

  @Answers(approvals.decide)
  decide(input: DecideApprovalInput, call: Call): Promise<ApprovalView> {
    return this.service.decide(input, call);
  }

  @Answers(approvals.list)
  list(input: RegionPageQuery, call: Call): Promise<ApprovalPage> {
    return this.service.list(input, call);
  }

  @Answers(approvals.audit)
  audit(input: RegionPageQuery, call: Call): Promise<AuditPage> {
    return this.log.list(input, call);
  }
}
