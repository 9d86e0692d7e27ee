import { isAbsolute, join } from 'node:path';
import { Clock, type Config, Database, type Log, projectRoot, tokens } from '#platform';
import { formatRegion, type RegionRange } from '#regions';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { loadPopulation, type PopulationRow, readPeople } from './population.store.js';

/** Who lives where, of the newest version of the table. Of a division without a figure nothing is estimated. */
@Injectable()
export class PopulationService implements OnModuleInit {
  private newest = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(tokens.config) private readonly config: Config<'reporting'>,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  /** Nest awaits this before the first request is taken. @throws PopulationTableError */
  async onModuleInit(): Promise<void> {
    const { populationFile } = this.config;
    const file = isAbsolute(populationFile) ? populationFile : join(projectRoot, populationFile);
    this.newest = await loadPopulation(this.database, file, this.clock.now());
    this.log.info({ version: this.newest }, 'population: loaded');
  }

  /** Of the table this replica answers with. */
  get version(): number {
    return this.newest;
  }

  /** Figures of a division and of those inside it, by their 12 digits. */
  async within(region: RegionRange): Promise<Map<string, PopulationRow>> {
    const rows = await readPeople(this.database, this.newest, region);
    return new Map(rows.map((row) => [formatRegion(row.code), row]));
  }
}
