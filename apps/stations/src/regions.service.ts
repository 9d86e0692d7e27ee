import { isAbsolute, join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  DomainError,
  isOpenOn,
  type RegionDetail,
  type RegionInput,
  type RegionView,
  type Responsible,
} from '#contracts';
import { Clock, type Config, Database, type Log, projectRoot, shanghaiDay, tokens } from '#platform';
import { formatRegion, parentOf, parseRegion } from '#regions';
import { In } from 'typeorm';
import { committeeKinds, responsibleFor, stationKinds } from './organisation.js';
import { OrganisationEntity } from './organisation.entity.js';
import { organisationView } from './organisations.service.js';
import type { RegionEntity } from './region.entity.js';
import { cityOf, findChildren, findRegion, loadRegions } from './regions.store.js';

/** Divisions, and who answers for them. */
@Injectable()
export class RegionsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(tokens.config) private readonly config: Config<'stations'>,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  /** Nest awaits this before the first request is taken. */
  async onModuleInit(): Promise<void> {
    const { regionsFile } = this.config;
    const file = isAbsolute(regionsFile) ? regionsFile : join(projectRoot, regionsFile);
    const changed = await loadRegions(this.database, file);
    if (changed > 0) this.log.info({ changed }, 'regions: loaded');
  }

  /** @throws DomainError `region.unknown` */
  async get({ code }: RegionInput): Promise<RegionDetail> {
    const range = parseRegion(code);
    const [region, children] = await Promise.all([
      findRegion(this.database, range),
      findChildren(this.database, range),
    ]);
    if (!region) throw new DomainError('region.unknown');
    return { ...regionView(region), children: children.map(regionView) };
  }

  /** @throws DomainError `region.unknown` */
  async getResponsible({ code }: RegionInput): Promise<Responsible> {
    const range = parseRegion(code);
    const path = pathOf(range.code);
    const [region, candidates] = await Promise.all([
      findRegion(this.database, range),
      this.database.orm.manager.find(OrganisationEntity, {
        where: {
          cityCode: In([...new Set(path.map(cityOf))]),
          regionCode: In(path),
          kind: In([...committeeKinds, ...stationKinds]),
        },
        // Until one closes, its successor may be registered and open already: the one before answers.
        order: { id: 'asc' },
      }),
    ]);
    if (!region) throw new DomainError('region.unknown');
    const today = shanghaiDay(this.clock.now());
    const open = candidates.filter((candidate) => isOpenOn(today, organisationView(candidate)));
    const { committee, station } = responsibleFor(range.code, open);
    return {
      communityCode: formatRegion(range.code),
      committeeId: committee?.id,
      stationId: station?.id,
      stationPhone: station?.phone ?? undefined,
      cityCode: range.cityCode,
    };
  }
}

/** A code and those of all divisions above it. */
function pathOf(code: number): number[] {
  const above = parentOf(code);
  return above === undefined ? [code] : [code, ...pathOf(above)];
}

function regionView({ code, name, level }: RegionEntity): RegionView {
  const parent = parentOf(code);
  return {
    code: formatRegion(code),
    name,
    level,
    parentCode: parent === undefined ? undefined : formatRegion(parent),
  };
}
