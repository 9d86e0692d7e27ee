import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  type ById,
  type CreateOrganisationInput,
  DomainError,
  isOpenOn,
  type ListOrganisationsInput,
  type OrganisationPage,
  type OrganisationView,
  stations,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decodeCursor,
  encodeCursor,
  listScope,
  once,
  shanghaiDay,
  type Tx,
} from '#platform';
import { formatRegion, parseRegion, type RegionRange } from '#regions';
import { isOperated, supervises } from './organisation.js';
import { OrganisationEntity } from './organisation.entity.js';
import { asOfVersion, keepVersion, readVersions } from './organisations.store.js';
import { cityOf, findRegion } from './regions.store.js';

const everywhere = { code: 0, last: 999_999_999_999 };
const defaultLimit = 20;
const openOnDay = 'coalesce(o.openedOn <= :day, true) and coalesce(:day < o.closedOn, true)';

/** The directory of bodies. They are public: everybody may look them up; only administrators add to it. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `access.foreignRegion`, `region.unknown`, `organisation.exists`, `idempotency.conflict` */
  async create(input: CreateOrganisationInput, call: Call): Promise<OrganisationView> {
    listScope(call.actor, input.region);
    const wanted = this.entityOf(input);
    return this.database.transaction((tx) =>
      once(tx, call, stations.createOrganisation.subject, input, () => this.insert(tx, wanted, call)),
    );
  }

  /** @throws DomainError `resource.notFound` */
  async get({ id }: ById): Promise<OrganisationView> {
    const organisation = await this.database.orm.manager.findOneBy(OrganisationEntity, { id });
    if (!organisation) throw new DomainError('resource.notFound');
    return organisationView(organisation);
  }

  /** In order of region code; @throws DomainError `cursor.invalid`, `region.unknown` */
  async list(input: ListOrganisationsInput, call: Call): Promise<OrganisationPage> {
    const range = await this.rangeOf(input.region ?? call.actor.region);
    const limit = input.limit ?? defaultLimit;
    const query = this.database.orm.manager
      .createQueryBuilder(OrganisationEntity, 'o')
      .where('o.cityCode between :fromCity and :toCity and o.regionCode between :from and :to', {
        fromCity: cityOf(range.code),
        toCity: cityOf(range.last),
        from: range.code,
        to: range.last,
      })
      .orderBy({ 'o.regionCode': 'ASC', 'o.id': 'ASC' })
      .limit(limit + 1);
    if (input.kind) query.andWhere('o.kind = :kind', { kind: input.kind });
    if (input.open !== undefined)
      query.andWhere(`(${openOnDay}) = :open`, { open: input.open, day: this.today() });
    if (input.cursor) {
      const [code, id] = decodeCursor(input.cursor, 'integer', 'uuid');
      query.andWhere('(o.regionCode, o.id) > (:code, :id)', { code, id });
    }
    const found = await query.getMany();
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return {
      items: items.map(organisationView),
      nextCursor: last && encodeCursor(last.regionCode, last.id),
    };
  }

  private async rangeOf(region: string | undefined): Promise<Pick<RegionRange, 'code' | 'last'>> {
    if (region === undefined) return everywhere;
    const range = parseRegion(region);
    if (!(await findRegion(this.database, range))) throw new DomainError('region.unknown');
    return range;
  }

  /** Writes it unless it is there. */
  private async insert(tx: Tx, wanted: OrganisationEntity, { actor }: Call): Promise<OrganisationView> {
    const [known] = await tx.orm.findBy(OrganisationEntity, { id: wanted.id });
    if (known) return this.sameOrConflict(tx, known, wanted);
    await this.checkRelations(tx, wanted);
    const insertion = tx.orm.createQueryBuilder().insert().into(OrganisationEntity).values(wanted).orIgnore();
    await insertion.execute();
    const [found] = await tx.orm.findBy(OrganisationEntity, { id: wanted.id });
    if (!found) throw new DomainError('organisation.exists');
    if ((await readVersions(tx, found)).length > 0) return this.sameOrConflict(tx, found, wanted);
    await keepVersion(tx, wanted, { at: wanted.createdAt, by: actor.id });
    return organisationView(wanted);
  }

  /** A retry finds its own first version, whatever became of it since. */
  private async sameOrConflict(
    tx: Tx,
    known: OrganisationEntity,
    wanted: OrganisationEntity,
  ): Promise<OrganisationView> {
    const [first] = await readVersions(tx, known, 1);
    const asRegistered = first && organisationView(asOfVersion(known, first));
    if (!isDeepStrictEqual(asRegistered, organisationView(wanted)))
      throw new DomainError('idempotency.conflict');
    return organisationView(known);
  }

  /**
   * Who is newly named as supervisor or operator is open, and may be it.
   * @throws DomainError `organisation.supervisorInvalid`, `organisation.operatorInvalid`
   */
  async checkRelations(tx: Tx, wanted: OrganisationEntity, known?: OrganisationEntity): Promise<void> {
    const { supervisorId, operatorId } = wanted;
    if (supervisorId !== null && supervisorId !== known?.supervisorId) {
      const above = await this.openOne(tx, supervisorId);
      if (!above || !supervises(above, wanted)) throw new DomainError('organisation.supervisorInvalid');
    }
    if (operatorId !== null && operatorId !== known?.operatorId) {
      const operator = await this.openOne(tx, operatorId);
      if (operator?.kind !== 'operatingOrganization' || !isOperated(wanted.kind))
        throw new DomainError('organisation.operatorInvalid');
    }
  }

  private async openOne(tx: Tx, id: string): Promise<OrganisationEntity | undefined> {
    const found = await tx.orm.findOneBy(OrganisationEntity, { id });
    return found && isOpenOn(this.today(), organisationView(found)) ? found : undefined;
  }

  private today(): string {
    return shanghaiDay(this.clock.now());
  }

  private entityOf(input: CreateOrganisationInput): OrganisationEntity {
    const { code, cityCode } = parseRegion(input.region);
    return Object.assign(new OrganisationEntity(), {
      cityCode,
      id: input.id,
      kind: input.kind,
      name: input.name,
      regionCode: code,
      longitude: input.point?.longitude ?? null,
      latitude: input.point?.latitude ?? null,
      phone: input.phone ?? null,
      version: 1,
      openedOn: input.openedOn ?? null,
      closedOn: null,
      supervisorId: input.supervisorId ?? null,
      operatorId: input.operatorId ?? null,
      createdAt: this.clock.now(),
    });
  }
}

/** An organisation as everybody sees it. */
export function organisationView(organisation: OrganisationEntity): OrganisationView {
  const { id, kind, name, regionCode, longitude, latitude, phone, version } = organisation;
  return {
    ...{ id, kind, name, version },
    region: formatRegion(regionCode),
    point: longitude === null || latitude === null ? undefined : { longitude, latitude },
    phone: phone ?? undefined,
    openedOn: organisation.openedOn ?? undefined,
    closedOn: organisation.closedOn ?? undefined,
    supervisorId: organisation.supervisorId ?? undefined,
    operatorId: organisation.operatorId ?? undefined,
  };
}
