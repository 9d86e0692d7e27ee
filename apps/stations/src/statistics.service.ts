import { isDeepStrictEqual } from 'node:util';
import {
  type ById,
  type CorrectStatisticInput,
  DomainError,
  type EnterStatisticInput,
  type ImportStatisticsInput,
  type ListStatisticsInput,
  type PublishedFigures,
  type PublishedFiguresInput,
  statistics,
  type StatisticList,
  type StatisticPage,
  type StatisticView,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decodeCursor,
  encodeCursor,
  listScope,
  once,
  sees,
  shanghaiDay,
  type Tx,
} from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { findRegion } from './regions.store.js';
import { readVersions as readCampaign } from './campaigns.store.js';
import { countLogged } from './problems.store.js';
import { checkProgress, checkSpan, figuresOf, loggedMetrics, withLogged } from './statistic.js';
import * as store from './statistics.store.js';

const defaultLimit = 20;
const dayMs = 86_400_000;

/** What stations publish of their work: entered by hand or imported, corrected by versions, public. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError see the contract */
  async enter(input: EnterStatisticInput, call: Call): Promise<StatisticView> {
    await this.check(input, call);
    return this.database.transaction((tx) =>
      once(tx, call, statistics.enter.subject, input, () => this.write(tx, input, call)),
    );
  }

  /** All or none. @throws DomainError see the contract */
  async import(input: ImportStatisticsInput, call: Call): Promise<StatisticList> {
    for (const item of input.items) await this.check(item, call);
    return this.database.transaction((tx) =>
      once(tx, call, statistics.import.subject, input, async () => {
        const items: StatisticView[] = [];
        for (const item of input.items) items.push(await this.write(tx, item, call));
        return { items };
      }),
    );
  }

  /** @throws DomainError `resource.notFound`, `statistic.superseded` */
  async correct(input: CorrectStatisticInput, call: Call): Promise<StatisticView> {
    return this.database.transaction((tx) =>
      once(tx, call, statistics.correct.subject, input, async () => {
        const versions = await store.readVersions(tx, input.id);
        const last = versions.at(-1);
        if (!last || !sees(call.actor, parseRegion(last.region).code))
          throw new DomainError('resource.notFound');
        const version = input.ofVersion + 1;
        const isNext = last.version === input.ofVersion;
        if (
          !isNext ||
          !(await store.insertVersion(tx, last.region, { ...input, version }, call, this.clock.now()))
        )
          throw new DomainError('statistic.superseded', { version: last.version });
        return this.newest(tx, input.id);
      }),
    );
  }

  /** Every version. @throws DomainError `resource.notFound` */
  async history({ id }: ById): Promise<StatisticList> {
    const items = await store.readVersions(this.database, id);
    if (items.length === 0) throw new DomainError('resource.notFound');
    return { items };
  }

  /** For staff of the place. @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: ListStatisticsInput, { actor }: Call): Promise<StatisticPage> {
    const { region: asked, cursor, limit = defaultLimit, ...wanted } = input;
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 'integer', 'uuid');
    const filter = { ...wanted, region: listScope(actor, asked), after, limit: limit + 1 };
    const found = await store.listStatistics(this.database, filter);
    const last = found.length > limit ? found[limit - 1] : undefined;
    return {
      items: found.slice(0, limit),
      ...(last && { nextCursor: encodeCursor(Date.parse(last.to) / dayMs, last.id) }),
    };
  }

  /**
   * A region's own records as figures, for everybody; problems are counted from the log, of everything inside it.
   * @throws DomainError `region.unknown`
   */
  async figures({ region, from, to }: PublishedFiguresInput): Promise<PublishedFigures> {
    if (!(await findRegion(this.database, parseRegion(region)))) throw new DomainError('region.unknown');
    const records = await store.readCurrent(this.database, region, from, to);
    const logged = await countLogged(this.database, parseRegion(region), from, to);
    const asOf = [...records.map(({ enteredAt }) => enteredAt), ...(logged ? [logged.asOf] : [])]
      .sort()
      .at(-1);
    return {
      region: formatRegion(parseRegion(region).code),
      ...(asOf && { asOf }),
      figures: withLogged(figuresOf(records), logged),
    };
  }

  private async check(input: EnterStatisticInput, call: Call): Promise<void> {
    const region = listScope(call.actor, input.region);
    if (!(await findRegion(this.database, region))) throw new DomainError('region.unknown');
    checkSpan(input, shanghaiDay(this.clock.now()));
    if (loggedMetrics.includes(input.metric)) throw new DomainError('statistic.followsFromLog');
    if (input.campaignId !== undefined)
      checkProgress(input, (await readCampaign(this.database, input.campaignId)).at(-1));
  }

  /** The same record again is the first answer; the same figure under another id is a conflict. */
  private async write(tx: Tx, input: EnterStatisticInput, call: Call): Promise<StatisticView> {
    const known = await store.insertStatistic(tx, input);
    if (known === undefined) {
      await store.insertVersion(tx, input.region, { ...input, version: 1 }, call, this.clock.now());
      return this.newest(tx, input.id);
    }
    if (known !== input.id) throw new DomainError('statistic.exists', { id: known });
    const [first] = await store.readVersions(tx, input.id);
    if (!first || !isSame(first, input)) throw new DomainError('idempotency.conflict');
    return this.newest(tx, input.id);
  }

  private async newest(tx: Tx, id: string): Promise<StatisticView> {
    const last = (await store.readVersions(tx, id)).at(-1);
    if (!last) throw new Error(`statistic ${id} is gone`);
    return last;
  }
}

function isSame(first: StatisticView, input: EnterStatisticInput): boolean {
  const { version: _, isWithdrawn: __, enteredAt: ___, ...entered } = first;
  return isDeepStrictEqual(entered, { ...input, region: formatRegion(parseRegion(input.region).code) });
}
