import { runService } from '#platform';
import { tasksService } from './definition.js';

await runService(tasksService);
