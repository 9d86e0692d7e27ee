import {
  type ApprovalPage,
  approvals,
  type ApprovalView,
  type AuditPage,
  ById,
  CreateStaffInput,
  DecideApprovalInput,
  DelegateInput,
  type DelegationList,
  delegations,
  type DelegationView,
  Nothing,
  RegionPageQuery,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

/** Roles: asked for by one and granted by another, handed to a colleague for a while, and the log of both. */
@Controller()
export class ApprovalsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/staff',
    approvals.requestStaff,
    {
      zh: '申请新增工作人员，由另一位管理员批准后生效',
      en: 'Ask for a member of staff; there is one once another administrator approves',
    },
    { creates: true },
  )
  requestStaff(input: CreateStaffInput, call: Call): Promise<ApprovalView> {
    return this.rpc.call(approvals.requestStaff, input, call);
  }

  @Serves('GET', '/approvals', approvals.list, {
    zh: '待审批与已审批的申请',
    en: 'What is to be approved, and what was decided',
  })
  list(input: RegionPageQuery, call: Call): Promise<ApprovalPage> {
    return this.rpc.call(approvals.list, input, call);
  }

  @Serves('POST', '/approvals/{id}/decision', approvals.decide, {
    zh: '批准或不批准一项申请；不能批准自己的',
    en: 'Approve a request or refuse it; never one’s own',
  })
  decide(input: DecideApprovalInput, call: Call): Promise<ApprovalView> {
    return this.rpc.call(approvals.decide, input, call);
  }

  @Serves('GET', '/role-audit', approvals.audit, {
    zh: '岗位日志：申请、授予、委托与代理登录',
    en: 'The log of roles: asked for, granted, delegated, used by deputies',
  })
  audit(input: RegionPageQuery, call: Call): Promise<AuditPage> {
    return this.rpc.call(approvals.audit, input, call);
  }

  @Serves(
    'POST',
    '/delegations',
    delegations.delegate,
    { zh: '休假期间把我的岗位委托给同事', en: 'Delegate my role to a colleague for a while' },
    { creates: true },
  )
  delegate(input: DelegateInput, call: Call): Promise<DelegationView> {
    return this.rpc.call(delegations.delegate, input, call);
  }

  @Serves('GET', '/delegations', delegations.list, {
    zh: '我给出的与我受托的委托',
    en: 'Delegations I gave and got',
  })
  listDelegations(input: Nothing, call: Call): Promise<DelegationList> {
    return this.rpc.call(delegations.list, input, call);
  }

  @Serves('POST', '/delegations/{id}/ending', delegations.end, {
    zh: '提前结束委托，代理登录随即失效',
    en: 'End a delegation before its time; its sessions are closed',
  })
  end(input: ById, call: Call): Promise<DelegationView> {
    return this.rpc.call(delegations.end, input, call);
  }
}
