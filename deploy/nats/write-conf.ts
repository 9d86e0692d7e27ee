import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../local/folders.js';
import { composeConfiguration } from './conf.js';

/** Command: writes deploy/nats/nats.conf anew from the contracts. */
await writeFile(join(projectRoot, 'deploy/nats/nats.conf'), composeConfiguration());
