import type { Actor, ProposedPolicy } from '#contracts';
import type { Database, Prepared, Tx } from '#platform';
import { minutesAsServed, type PolicyVersion, silentPolicy } from './policy.js';

/** A version with what was written down when it was adopted. */
export interface KeptPolicy extends PolicyVersion {
  presetId: string | null;
  note: string | null;
  recordedAt: Date | null;
}

const selectPolicies: Prepared = {
  name: 'ledger.selectPolicies',
  text: `select version, effective_from::text as "effectiveFrom", effective_until::text as "effectiveUntil", policy,
      preset_id as "presetId", note, recorded_at as "recordedAt"
    from city_policy where city_code = $1 order by version`,
};

/**
 * A city's own versions, in order of their numbers and of the days from which they hold. This file is the
 * only place that says which of the rows count: once a version needs a second person, only approved ones do.
 */
export async function readPolicies(from: Tx | Database, cityCode: number): Promise<KeptPolicy[]> {
  const kept = await from.query<KeptPolicy>(selectPolicies, [cityCode]);
  // Of a version adopted before a key was known the key is silent.
  return kept.map((each) => ({ ...each, policy: { ...silentPolicy, ...each.policy } }));
}

const selectVersion: Prepared = {
  name: 'ledger.selectPolicyVersion',
  text: `select version from city_policy where city_code = $1 and effective_from <= $2::date
    order by version desc limit 1`,
};

/** Number of the version in force on a day, without its content. */
export async function readVersionOn(tx: Tx, cityCode: number, day: string): Promise<number> {
  const [row] = await tx.query<{ version: number }>(selectVersion, [cityCode, day]);
  return row?.version ?? minutesAsServed.version;
}

/** Adds versions, numbered from `firstVersion`. Needs the city's lock. */
export async function insertPolicies(
  tx: Tx,
  cityCode: number,
  firstVersion: number,
  versions: readonly ProposedPolicy[],
  actor: Actor,
  at: Date,
): Promise<void> {
  const column = <T>(value: (each: ProposedPolicy, index: number) => T): T[] => versions.map(value);
  await tx.query(
    `insert into city_policy (city_code, version, effective_from, effective_until, policy, preset_id, note,
       actor_role, actor_id, recorded_at)
     select $1::int, e.*, $8, $9, $10 from
       unnest($2::int[], $3::date[], $4::date[], $5::jsonb[], $6::text[], $7::text[]) as e`,
    [
      cityCode,
      column((_, index) => firstVersion + index),
      column(({ effectiveFrom }) => effectiveFrom),
      column(({ effectiveUntil }) => effectiveUntil ?? null),
      column(({ policy }) => JSON.stringify(policy)),
      column(({ presetId }) => presetId ?? null),
      column(({ note }) => note ?? null),
      actor.role,
      actor.id,
      at,
    ],
  );
}
