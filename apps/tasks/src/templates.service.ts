import {
  type ById,
  DomainError,
  type ListTemplatesInput,
  needRequirements,
  type SaveTemplateInput,
  type TemplateList,
  templates as contracts,
  type TemplateView,
} from '#contracts';
import { type Call, Clock, Database, listScope, once, scopeOf, type Tx } from '#platform';
import { formatRegion, parseRegion, type RegionRange } from '#regions';
import { Injectable } from '@nestjs/common';
import { builtInTemplates, narrowestAmong } from './template.js';
import { NeedTemplateEntity } from './template.entity.js';

@Injectable()
export class TemplatesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async save(input: SaveTemplateInput, call: Call): Promise<TemplateView> {
    const region = listScope(call.actor, input.region);
    if (region.level === 'province')
      throw new DomainError('request.invalid', {
        fields: [{ field: 'region', rules: ['a city or what lies inside one'] }],
      });
    if (builtInTemplates.some(({ id }) => id === input.id)) throw new DomainError('idempotency.conflict');
    const template = this.entityOf(input, region, call);
    return this.database.transaction((tx) =>
      once(tx, call, contracts.save.subject, input, () => this.saveOnce(tx, template)),
    );
  }

  /** A place nobody made templates for has those that come with Shunlu. */
  async list(input: ListTemplatesInput): Promise<TemplateList> {
    const region = parseRegion(input.region);
    const narrowest = narrowestAmong(await this.placedAround(region));
    return { items: input.withRetired ? narrowest : narrowest.filter(({ isRetired }) => !isRetired) };
  }

  /** For whoever may be offered it, or looks after those who are. @throws DomainError `resource.notFound` */
  async versions(input: ById, { actor }: Call): Promise<TemplateList> {
    const builtIn = builtInTemplates.find(({ id }) => id === input.id);
    if (builtIn) return { items: [builtIn] };
    const rows = await this.database.orm
      .getRepository(NeedTemplateEntity)
      .find({ where: { id: input.id }, order: { version: 'desc' }, take: 500 });
    const own = scopeOf(actor);
    const [newest] = rows;
    if (!newest || !own || newest.regionLast < own.code || newest.regionCode > own.last)
      throw new DomainError('resource.notFound');
    return { items: rows.map(viewOf) };
  }

  /**
   * The newest version of a template that is offered where somebody lives.
   * @throws DomainError `template.notOffered`
   */
  async offered(
    id: string,
    { cityCode, communityCode }: { cityCode: number; communityCode: number },
  ): Promise<TemplateView> {
    const builtIn = builtInTemplates.find((template) => template.id === id);
    if (builtIn) return builtIn;
    const row = await this.database.orm
      .getRepository(NeedTemplateEntity)
      .findOne({ where: { cityCode, id }, order: { version: 'desc' } });
    if (!row || row.isRetired || communityCode < row.regionCode || communityCode > row.regionLast)
      throw new DomainError('template.notOffered');
    return viewOf(row);
  }

  /** One version, as it was. */
  async at(cityCode: number, id: string, version: number): Promise<TemplateView | undefined> {
    const row = await this.database.orm
      .getRepository(NeedTemplateEntity)
      .findOneBy({ cityCode, id, version });
    return row ? viewOf(row) : undefined;
  }

  private async saveOnce(tx: Tx, template: NeedTemplateEntity): Promise<TemplateView> {
    const { cityCode, id, version } = template;
    // Two who save at the same moment come one after the other, so that the second is told the version it met.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
    const last = await tx.orm.findOne(NeedTemplateEntity, {
      where: { cityCode, id },
      order: { version: 'desc' },
    });
    const known = await tx.orm.findOneBy(NeedTemplateEntity, { cityCode, id, version });
    if (known && isSame(known, template)) return viewOf(known);
    const lastVersion = last?.version ?? 0;
    if (version !== lastVersion + 1)
      throw new DomainError('template.versionConflict', {
        version: lastVersion,
        nextVersion: lastVersion + 1,
      });
    if (last && (last.key !== template.key || last.regionCode !== template.regionCode))
      throw new DomainError('idempotency.conflict');
    await tx.orm.insert(NeedTemplateEntity, template);
    return viewOf(template);
  }

  private async placedAround(region: RegionRange) {
    const rows = await this.database.orm
      .getRepository(NeedTemplateEntity)
      .createQueryBuilder('t')
      .distinctOn(['t.regionCode', 't.key'])
      .where('t.cityCode = :cityCode and t.regionCode <= :code and t.regionLast >= :last', { ...region })
      .orderBy('t.regionCode')
      .addOrderBy('t.key')
      .addOrderBy('t.version', 'DESC')
      .limit(400)
      .getMany();
    return rows.map((row) => ({ view: viewOf(row), regionCode: row.regionCode, regionLast: row.regionLast }));
  }

  private entityOf(input: SaveTemplateInput, region: RegionRange, { actor }: Call): NeedTemplateEntity {
    return {
      ...input,
      cityCode: region.cityCode,
      regionCode: region.code,
      regionLast: region.last,
      titleEn: input.titleEn ?? null,
      riskNotice: input.riskNotice ?? null,
      requirements: needRequirements.filter((requirement) => input.requirements.includes(requirement)),
      madeBy: actor.id,
      madeAt: this.clock.now(),
    };
  }
}

function isSame(a: NeedTemplateEntity, b: NeedTemplateEntity): boolean {
  const content = (row: NeedTemplateEntity) => JSON.stringify({ ...viewOf(row), madeAt: undefined });
  return content(a) === content(b);
}

function viewOf(row: NeedTemplateEntity): TemplateView {
  return {
    id: row.id,
    version: row.version,
    region: formatRegion(row.regionCode),
    key: row.key,
    type: row.type,
    title: row.title,
    titleEn: row.titleEn ?? undefined,
    summary: row.summary,
    expectedMinutes: row.expectedMinutes,
    slots: row.slots,
    riskNotice: row.riskNotice ?? undefined,
    requirements: row.requirements,
    escalationMinutes: row.escalationMinutes,
    isPurchase: row.isPurchase,
    isRetired: row.isRetired,
    madeAt: row.madeAt.toISOString(),
  };
}
