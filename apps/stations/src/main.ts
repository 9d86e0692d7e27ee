import { runService } from '#platform';
import { stationsService } from './definition.js';

await runService(stationsService);
