import { volunteerFacts } from '#contracts';
import { RpcClient, systemCall } from '#platform';
import { Injectable } from '@nestjs/common';

const askedTogether = 1000;

/** A service of somebody on a day. */
export interface AgeOn {
  volunteerId: string;
  /** `2026-03-02`, Asia/Shanghai */
  day: string;
}

/** How old volunteers were: asked where a policy depends on it, kept nowhere. */
@Injectable()
export class AgesDirectory {
  constructor(private readonly rpc: RpcClient) {}

  /** Full years for each of the asked, in their order; null where nobody is known. */
  async on(asked: readonly AgeOn[]): Promise<(number | null)[]> {
    const ages: (number | null)[] = [];
    for (let from = 0; from < asked.length; from += askedTogether) {
      const items = asked
        .slice(from, from + askedTogether)
        .map(({ volunteerId, day }) => ({ volunteerId, day }));
      const answer = await this.rpc.call(volunteerFacts.agesOn, { items }, systemCall('ledger'));
      ages.push(...answer.items.map(({ ageYears }) => ageYears ?? null));
    }
    return ages;
  }
}
