import { runService } from '#platform';
import { reportingService } from './definition.js';

await runService(reportingService);
