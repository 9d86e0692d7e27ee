import { runService } from '#platform';
import { ledgerService } from './definition.js';

await runService(ledgerService);
