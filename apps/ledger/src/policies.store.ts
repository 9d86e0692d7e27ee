import type { Policy } from '#contracts';
import type { Database, Prepared, Tx } from '#platform';
import type { PolicyVersion } from './policy.js';

const selectPolicies: Prepared = {
  name: 'ledger.selectPolicies',
  text: `select version, effective_from::text as "effectiveFrom", effective_until::text as "effectiveUntil", policy
    from city_policy where city_code = $1 order by version`,
};

/**
 * A city's own versions, in order of their numbers and of the days from which they hold. This is the only
 * place that says which of the rows count: once a version needs a second person, only approved ones do.
 */
export function readPolicies(from: Tx | Database, cityCode: number): Promise<PolicyVersion[]> {
  return from.query<PolicyVersion & { policy: Policy }>(selectPolicies, [cityCode]);
}
