import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Compiler } from 'webpack';

const name = 'FirstPage';
const page = 'index.html';
const source = readFileSync(resolve(__dirname, '../src/worker/early.js'), 'utf8');
const early = `js/early.${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`;
const home = /pages[\\/]home[\\/]index/;

/**
 * Has browsers fetch the scripts of the first page along with the app's own: a slow network then makes one journey for
 * all of them, not one more for what the app asks for once it runs. A script of its own asks for the feed meanwhile.
 */
export class FirstPage {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      const adding = { name, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL };
      compilation.hooks.processAssets.tap(adding, () => {
        compilation.emitAsset(early, new sources.RawSource(source));
      });
      compilation.hooks.processAssets.tap({ name, stage }, () => {
        const groups = compilation.chunkGroups.filter(({ origins }) =>
          origins.some(({ request }) => home.test(request ?? '')),
        );
        const scripts = new Set(
          groups.flatMap((group) => group.getFiles()).filter((file) => file.endsWith('.js')),
        );
        const html = compilation.getAsset(page)?.source.source().toString();
        if (!html || scripts.size === 0) throw new Error('the first page was not found in the build');
        // They lie ready when the app asks for them: it need not have them fetched nor wait for a turn.
        const ready = [...scripts].map((file) => `<script defer="defer" src="/m/${file}"></script>`).join('');
        const first = `<script async="async" src="/m/${early}"></script>${ready}`;
        // Browsers hold deferred scripts back while the page is empty; here nothing is to be seen before them.
        const text = html
          .replace('</title>', `</title>${first}`)
          .replaceAll(/<script (?:async|defer)="\w+"/g, '$& fetchpriority="high"');
        compilation.updateAsset(page, new sources.RawSource(text));
      });
    });
  }
}
