// `npm start`: from a fresh clone to a running suite. See launcher.ts for what happens after the build.
import { prepare } from './prepare.mjs';

await prepare();
const { launch } = await import('../../dist/deploy/local/launcher.js');
process.exit(await launch(process.argv.slice(2)));
