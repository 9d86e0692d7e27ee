import { isDeepStrictEqual } from 'node:util';
import {
  type ById,
  type CampaignList,
  type CampaignPage,
  type CampaignProgress,
  campaigns,
  type CampaignView,
  type CorrectCampaignInput,
  DomainError,
  type EnterCampaignInput,
  type ImportCampaignsInput,
  type ListCampaignsInput,
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
  ratioOf,
  sees,
  shanghaiDay,
  type Tx,
} from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import * as store from './campaigns.store.js';
import { findRegion } from './regions.store.js';
import { checkCampaignSpan, figuresOf } from './statistic.js';
import { readProgress } from './statistics.store.js';

const defaultLimit = 20;
const dayMs = 86_400_000;

/** Campaigns with a goal: entered or imported, corrected by versions, public with what they reached. */
@Injectable()
export class CampaignsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError see the contract */
  async enter(input: EnterCampaignInput, call: Call): Promise<CampaignView> {
    await this.check(input, call);
    return this.database.transaction((tx) =>
      once(tx, call, campaigns.enter.subject, input, () => this.write(tx, input, call)),
    );
  }

  /** All or none. @throws DomainError see the contract */
  async import(input: ImportCampaignsInput, call: Call): Promise<CampaignList> {
    for (const item of input.items) await this.check(item, call);
    return this.database.transaction((tx) =>
      once(tx, call, campaigns.import.subject, input, async () => {
        const items: CampaignView[] = [];
        for (const item of input.items) items.push(await this.write(tx, item, call));
        return { items };
      }),
    );
  }

  /** @throws DomainError `resource.notFound`, `statistic.superseded` */
  async correct(input: CorrectCampaignInput, call: Call): Promise<CampaignView> {
    return this.database.transaction((tx) =>
      once(tx, call, campaigns.correct.subject, input, async () => {
        const last = (await store.readVersions(tx, input.id)).at(-1);
        if (!last || !sees(call.actor, parseRegion(last.region).code))
          throw new DomainError('resource.notFound');
        const goal = { ...input, version: input.ofVersion + 1 };
        const isNext = last.version === input.ofVersion;
        if (!isNext || !(await store.insertGoal(tx, last.region, goal, call, this.clock.now())))
          throw new DomainError('statistic.superseded', { version: last.version });
        return this.newest(tx, input.id);
      }),
    );
  }

  /** Every version. @throws DomainError `resource.notFound` */
  async history({ id }: ById): Promise<CampaignList> {
    const items = await store.readVersions(this.database, id);
    if (items.length === 0) throw new DomainError('resource.notFound');
    return { items };
  }

  /** With what each reached, for everybody. @throws DomainError `region.unknown`, `cursor.invalid` */
  async list(input: ListCampaignsInput): Promise<CampaignPage> {
    const region = parseRegion(input.region);
    if (!(await findRegion(this.database, region))) throw new DomainError('region.unknown');
    const { on, limit = defaultLimit } = input;
    const after = input.cursor === undefined ? undefined : decodeCursor(input.cursor, 'integer', 'uuid');
    const found = await store.listCampaigns(this.database, { region, on, after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const records = await readProgress(
      this.database,
      shown.map(({ id }) => id),
    );
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((campaign) => progressOf(campaign, records)),
      ...(last && { nextCursor: encodeCursor(Date.parse(last.from) / dayMs, last.id) }),
    };
  }

  private async check(input: EnterCampaignInput, call: Call): Promise<void> {
    const region = listScope(call.actor, input.region);
    if (!(await findRegion(this.database, region))) throw new DomainError('region.unknown');
    checkCampaignSpan(input, shanghaiDay(this.clock.now()));
  }

  /** The same campaign again is the first answer; the same one under another id is a conflict. */
  private async write(tx: Tx, input: EnterCampaignInput, call: Call): Promise<CampaignView> {
    const known = await store.insertCampaign(tx, input);
    if (known === undefined) {
      await store.insertGoal(tx, input.region, { ...input, version: 1 }, call, this.clock.now());
      return this.newest(tx, input.id);
    }
    if (known !== input.id) throw new DomainError('campaign.exists', { id: known });
    const [first] = await store.readVersions(tx, input.id);
    if (!first || !isSame(first, input)) throw new DomainError('idempotency.conflict');
    return this.newest(tx, input.id);
  }

  private async newest(tx: Tx, id: string): Promise<CampaignView> {
    const last = (await store.readVersions(tx, id)).at(-1);
    if (!last) throw new Error(`campaign ${id} is gone`);
    return last;
  }
}

function isSame(first: CampaignView, input: EnterCampaignInput): boolean {
  const { version: _, isWithdrawn: __, enteredAt: ___, ...entered } = first;
  return isDeepStrictEqual(entered, { ...input, region: formatRegion(parseRegion(input.region).code) });
}

function progressOf(campaign: CampaignView, records: readonly StatisticView[]): CampaignProgress {
  const own = records.filter(({ campaignId }) => campaignId === campaign.id);
  const [figure] = figuresOf(own);
  const reached = figure?.value ?? 0;
  const asOf = own
    .map(({ enteredAt }) => enteredAt)
    .sort()
    .at(-1);
  return {
    ...campaign,
    reached,
    qualifier: figure?.qualifier ?? 'exact',
    percent: ratioOf(reached, campaign.target, 100),
    records: own.length,
    ...(asOf !== undefined && { asOf }),
  };
}
