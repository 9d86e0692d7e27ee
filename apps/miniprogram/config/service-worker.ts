import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Compiler } from 'webpack';

const name = 'ServiceWorker';
const source = resolve(__dirname, '../src/worker/sw.js');

/** Writes `sw.js` with the names of all files of this build; the names bear digests, so that they are its version. */
export class ServiceWorker {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
        const files = Object.keys(assets)
          .filter((file) => /\.(?:js|css)$/.test(file))
          .sort();
        const worker = readFileSync(source, 'utf8');
        const version = createHash('sha256')
          .update([worker, ...files].join('\n'))
          .digest('hex')
          .slice(0, 12);
        const text = worker.replace('%VERSION%', version).replace('%FILES%', files.join(' '));
        compilation.emitAsset('sw.js', new sources.RawSource(text));
      });
    });
  }
}
