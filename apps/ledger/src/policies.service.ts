import { Database, shanghaiDay, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { readPolicies } from './policies.store.js';
import { type PolicyVersion, Timeline } from './policy.js';
import { type Preset, presets } from './presets.js';

/** Versioned policies of cities. */
@Injectable()
export class PoliciesService {
  constructor(private readonly database: Database) {}

  /** Policies of cities as their sources tell them, to begin from. */
  presets(): readonly Preset[] {
    return presets;
  }

  /** All versions of a city. Read in the transaction that posts under one of them. */
  async timeline(cityCode: number, from: Tx | Database = this.database): Promise<Timeline> {
    return new Timeline(await readPolicies(from, cityCode));
  }

  /** The version in force in a city at an instant; every city has one. */
  async inForce(cityCode: number, at: Date, from: Tx | Database = this.database): Promise<PolicyVersion> {
    return (await this.timeline(cityCode, from)).on(shanghaiDay(at));
  }
}
