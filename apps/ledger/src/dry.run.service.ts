import { type Actor, DomainError, type DryRunInput, type DryRunView, maxDryRunDays } from '#contracts';
import { Database, decodeCursor, encodeCursor } from '#platform';
import { Injectable } from '@nestjs/common';
import { policyFaults } from './adoption.js';
import { AgesDirectory } from './ages.directory.js';
import { assertWholeCity } from './city.scope.js';
import { replayDays } from './dry.run.store.js';
import { onSnapshot } from './verify.store.js';

const pageLines = 20;

/** What a policy would have meant for services that are over. */
@Injectable()
export class DryRunService {
  constructor(
    private readonly database: Database,
    private readonly ages: AgesDirectory,
  ) {}

  /**
   * Replays the services of some days on one snapshot, beside whoever posts, and writes nothing.
   * @throws DomainError `access.foreignRegion`, `policy.periodInvalid`, `cursor.invalid`, the first `policy.*`
   * that keeps the policy from being carried out
   */
  async run(input: DryRunInput, actor: Actor): Promise<DryRunView> {
    const { cityCode, from, to, policy, effect = 'changed', limit = pageLines, cursor } = input;
    assertWholeCity(actor, cityCode);
    assertPeriod(from, to);
    const [fault] = policyFaults(policy);
    if (fault) throw new DomainError(fault.code, fault.data);
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 'uuid')[0];
    const run = { cityCode, from, to, policy, effect, limit, after };
    const { totals, lines, hasMore } = await onSnapshot(this.database, (tx) =>
      replayDays(tx, run, (asked) => this.ages.on(asked)),
    );
    return {
      ...(totals && { totals }),
      items: lines,
      ...(hasMore && { nextCursor: encodeCursor(lines.at(-1)?.volunteerId ?? '') }),
    };
  }
}

/** @throws DomainError `policy.periodInvalid` */
export function assertPeriod(from: string, to: string): void {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (!(days >= 1 && days <= maxDryRunDays))
    throw new DomainError('policy.periodInvalid', { maxDays: maxDryRunDays });
}
