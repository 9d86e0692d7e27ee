// `npm run build`: compiles to dist/ what has changed since the last build; `--services` leaves the front ends out.
import { ensureBuilt, ensureFrontEndsBuilt } from './prepare.mjs';

await ensureBuilt();
if (!process.argv.includes('--services')) await ensureFrontEndsBuilt();
