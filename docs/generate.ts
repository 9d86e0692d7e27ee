import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#platform';
import { pages } from './pages.js';

/** `npm run docs`: writes the pages that are made from the code. */
for (const [file, make] of Object.entries(pages)) await writeFile(join(projectRoot, file), await make());
