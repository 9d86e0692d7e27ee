import type { ServiceDefinition } from '#platform';
import { ledgerService } from '../../ledger/src/definition.js';
import { reportingService } from '../../reporting/src/definition.js';
import { stationsService } from '../../stations/src/definition.js';
import { tasksService } from '../../tasks/src/definition.js';
import { volunteersService } from '../../volunteers/src/definition.js';

/** Every service with a database; the gateway has none. */
export const definitions: ServiceDefinition[] = [
  stationsService,
  volunteersService,
  tasksService,
  ledgerService,
  reportingService,
];
