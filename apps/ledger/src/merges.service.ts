import type { EventEnvelope, VolunteerMerged } from '#contracts';
import { Database, enterMerges, type Log, type Merge, newTraceId, tokens, type Tx } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { personalAccount } from './city.accounts.js';
import { emptying, unwelcoming } from './merging.requests.js';
import { carryEarned, readCitiesOf, readSecondWelcome, readUnsettled } from './merges.store.js';
import { linkedSet, PostingService } from './posting.service.js';
import { lockCity } from './posting.store.js';
import { findPersonal } from './redemption.store.js';

/**
 * Accounts of people who were registered twice. The one of the registration that ended stays open and empty: a later
 * correction takes back through it what was credited to it. What others still credit to it goes on by itself.
 */
@Injectable()
export class MergesService {
  constructor(
    private readonly database: Database,
    private readonly posting: PostingService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  /** Each once, in whatever order they are told. */
  async follow(tx: Tx, events: readonly EventEnvelope<VolunteerMerged>[]): Promise<void> {
    const merges = await enterMerges(
      tx,
      events.map(({ data }) => data),
    );
    const due: (Merge & { cityCode: number })[] = [];
    for (const merge of merges)
      for (const cityCode of await readCitiesOf(tx, merge.mergedId)) due.push({ ...merge, cityCode });
    // In the order of their codes, so that two replicas never wait for each other in a circle.
    due.sort((a, b) => a.cityCode - b.cityCode);
    for (const merge of due) await this.unite(tx, merge.cityCode, merge, events[0]?.traceId ?? newTraceId());
  }

  /** Empties what has come onto merged accounts since, or was held. */
  async settle(): Promise<void> {
    for (const merge of await this.database.transaction(readUnsettled))
      await this.database.transaction((tx) => this.unite(tx, merge.cityCode, merge, newTraceId()));
  }

  private async unite(tx: Tx, cityCode: number, merge: Merge, traceId: string): Promise<void> {
    await lockCity(tx, cityCode);
    await carryEarned(tx, cityCode, merge);
    const account = await findPersonal(tx, cityCode, merge.mergedId);
    if (!account || account.closed) return;
    const opened = personalAccount(cityCode, merge.keptId);
    const kept = (await findPersonal(tx, cityCode, merge.keptId)) ?? { id: opened.id, version: 0 };
    const rest = emptying(cityCode, account, kept, merge.mergedId);
    const welcome = await readSecondWelcome(tx, cityCode, account.id, kept.id);
    const request = linkedSet([
      ...(rest ? [rest] : []),
      ...(welcome ? unwelcoming(cityCode, kept.id, welcome) : []),
    ]);
    if (!request) return;
    const opening = kept.id === opened.id ? [opened] : [];
    const [posting] = await this.posting.postInCity(tx, cityCode, [{ request, traceId }], opening);
    if (posting && 'rejection' in posting)
      this.log.error({ cityCode, transferId: request.id, reason: posting.rejection.code }, 'not merged');
  }
}
