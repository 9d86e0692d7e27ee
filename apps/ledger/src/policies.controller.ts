import {
  type AdoptPoliciesInput,
  type ById,
  type DryRunInput,
  type DryRunView,
  type EarningView,
  type ListPoliciesInput,
  policies,
  type PolicyPresets,
  type PolicyTimeline,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { DryRunService } from './dry.run.service.js';
import { EarningsService } from './earnings.service.js';
import { PoliciesService } from './policies.service.js';

/** Requests about policies in. */
@Controller()
export class PoliciesController {
  constructor(
    private readonly policies: PoliciesService,
    private readonly dryRuns: DryRunService,
    private readonly earnings: EarningsService,
  ) {}

  @Answers(policies.presets)
  presets(): Promise<PolicyPresets> {
    return this.policies.presets();
  }

  @Answers(policies.list)
  list(input: ListPoliciesInput): Promise<PolicyTimeline> {
    return this.policies.list(input);
  }

  @Answers(policies.adopt)
  adopt(input: AdoptPoliciesInput, call: Call): Promise<PolicyTimeline> {
    return this.policies.adopt(input, call);
  }

  @Answers(policies.dryRun)
  dryRun(input: DryRunInput, call: Call): Promise<DryRunView> {
    return this.dryRuns.run(input, call.actor);
  }

  @Answers(policies.getEarning)
  getEarning(input: ById, call: Call): Promise<EarningView> {
    return this.earnings.get(input, call.actor);
  }
}
