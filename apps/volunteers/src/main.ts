import { runService } from '#platform';
import { volunteersService } from './definition.js';

await runService(volunteersService);
