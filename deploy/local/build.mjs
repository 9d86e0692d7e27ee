// `npm run build`: compiles to dist/ when any source has changed since the last build.
import { ensureBuilt } from './prepare.mjs';

await ensureBuilt();
