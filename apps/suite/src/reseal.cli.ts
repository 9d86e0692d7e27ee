import { ConfigError } from '#platform';
import { resealAll } from './reseal.js';

// `npm run reseal`: see docs/guides/operator.md.
try {
  await resealAll(process.env, (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
