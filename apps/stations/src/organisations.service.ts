import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  type ById,
  type CreateOrganisationInput,
  DomainError,
  type ListOrganisationsInput,
  type OrganisationPage,
  type OrganisationView,
  stations,
} from '#contracts';
import { type Call, Clock, Database, decodeCursor, encodeCursor, listScope, once, type Tx } from '#platform';
import { formatRegion, parseRegion, type RegionRange } from '#regions';
import { OrganisationEntity } from './organisation.entity.js';
import { cityOf, findRegion } from './regions.store.js';

const everywhere = { code: 0, last: 999_999_999_999 };
const defaultLimit = 20;

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
      once(tx, call, stations.createOrganisation.subject, input, () => this.insert(tx, wanted)),
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

  /** Writes it unless it is there; a retry finds its own row, anything else is a conflict. */
  private async insert(tx: Tx, wanted: OrganisationEntity): Promise<OrganisationView> {
    await tx.orm.createQueryBuilder().insert().into(OrganisationEntity).values(wanted).orIgnore().execute();
    const found = await tx.orm.findBy(OrganisationEntity, { id: wanted.id });
    if (found.length === 0) throw new DomainError('organisation.exists');
    const view = organisationView(wanted);
    if (!found.every((organisation) => isDeepStrictEqual(organisationView(organisation), view)))
      throw new DomainError('idempotency.conflict');
    return view;
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
      createdAt: this.clock.now(),
    });
  }
}

function organisationView(organisation: OrganisationEntity): OrganisationView {
  const { id, kind, name, regionCode, longitude, latitude, phone } = organisation;
  return {
    id,
    kind,
    name,
    region: formatRegion(regionCode),
    point: longitude === null || latitude === null ? undefined : { longitude, latitude },
    phone: phone ?? undefined,
  };
}
