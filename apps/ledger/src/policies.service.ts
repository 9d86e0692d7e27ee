import {
  type AdoptPoliciesInput,
  DomainError,
  errorCatalogue,
  fillWording,
  type ListPoliciesInput,
  policies as contracts,
  type PolicyPresets,
  type PolicyTimeline,
  type PolicyVersionView,
  type ProposedPolicy,
} from '#contracts';
import { type Call, Clock, Database, once, shanghaiDay, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { adoptionFaults, policyFaults, type PolicyFault, type Proposal } from './adoption.js';
import { assertWholeCity } from './city.scope.js';
import { insertPolicies, type KeptPolicy, readPolicies } from './policies.store.js';
import { minutesAsServed, type PolicyVersion, Timeline } from './policy.js';
import { lockCity } from './posting.store.js';
import { presets } from './presets.js';

/** Versioned policies of cities. */
@Injectable()
export class PoliciesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** All versions of a city. Read in the transaction that posts under one of them. */
  async timeline(cityCode: number, from: Tx | Database = this.database): Promise<Timeline> {
    return new Timeline(await readPolicies(from, cityCode));
  }

  /** The version in force in a city at an instant; every city has one. */
  async inForce(cityCode: number, at: Date, from: Tx | Database = this.database): Promise<PolicyVersion> {
    return (await this.timeline(cityCode, from)).on(shanghaiDay(at));
  }

  /** Policies of cities as their sources tell them, with what each leaves to be decided. */
  presets(): Promise<PolicyPresets> {
    const items = presets.map((preset) => ({
      ...preset,
      toDecide: policyFaults(preset.policy).map(wordingOf),
    }));
    return Promise.resolve({ items });
  }

  /** Every version of a city in the order of their days, the one that everybody begins with first. */
  async list({ cityCode }: ListPoliciesInput): Promise<PolicyTimeline> {
    return this.view(cityCode, await readPolicies(this.database, cityCode));
  }

  /**
   * Adds versions behind those there are, all or none. Whoever may adopt adopts alone today; a second
   * person's approval would stand between the insert and {@link readPolicies}.
   * @throws DomainError `access.foreignRegion`, `idempotency.conflict`, the first `policy.*` that applies
   */
  async adopt(input: AdoptPoliciesInput, call: Call): Promise<PolicyTimeline> {
    const { cityCode, versions } = input;
    assertWholeCity(call.actor, cityCode);
    return this.database.transaction((tx) =>
      once(tx, call, contracts.adopt.subject, input, async () => {
        await lockCity(tx, cityCode);
        const known = await readPolicies(tx, cityCode);
        const now = this.clock.now();
        const [fault] = adoptionFaults(known, versions.map(proposalOf), shanghaiDay(now));
        if (fault) throw new DomainError(fault.code, fault.data);
        const firstVersion = (known.at(-1) ?? minutesAsServed).version + 1;
        await insertPolicies(tx, cityCode, firstVersion, versions, call.actor, now);
        return this.view(cityCode, await readPolicies(tx, cityCode));
      }),
    );
  }

  private view(cityCode: number, own: readonly KeptPolicy[]): PolicyTimeline {
    const { version: current } = new Timeline(own).on(shanghaiDay(this.clock.now()));
    const first = viewOf({ ...minutesAsServed, presetId: null, note: null, recordedAt: null }, current);
    return { cityCode, versions: [first, ...own.map((each) => viewOf(each, current))] };
  }
}

/** What is absent in a request is null in the rules. */
export function proposalOf({ effectiveFrom, effectiveUntil, policy }: ProposedPolicy): Proposal {
  return { effectiveFrom, effectiveUntil: effectiveUntil ?? null, policy };
}

/** A fault in both languages, with what to do. */
export function wordingOf({ code, data }: PolicyFault): { zh: string; en: string } {
  const { title, advice } = errorCatalogue[code];
  return {
    zh: `${title.zh}：${fillWording(advice.zh, data)}`,
    en: `${title.en}. ${fillWording(advice.en, data)}`,
  };
}

function viewOf(kept: KeptPolicy, current: number): PolicyVersionView {
  const { version, effectiveFrom, effectiveUntil, presetId, note, policy, recordedAt } = kept;
  return {
    version,
    ...(effectiveFrom !== null && { effectiveFrom }),
    ...(effectiveUntil !== null && { effectiveUntil }),
    isInForce: version === current,
    ...(presetId !== null && { presetId }),
    ...(note !== null && { note }),
    policy,
    ...(recordedAt !== null && { recordedAt: recordedAt.toISOString() }),
  };
}
