import { ConfigError } from '#platform';
import { resealAll } from './reseal.js';

// `npm run reseal`: see docs/guides/operator.md.
try {
  if (!(await resealAll(process.env, (line) => process.stdout.write(`${line}\n`)))) {
    process.stderr.write(
      '有的值没有重新密封：密钥不在密钥文件中、已损坏，或一直被占用 / some were left: their key is not in the key file, they are damaged, or were held all the time\n',
    );
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
