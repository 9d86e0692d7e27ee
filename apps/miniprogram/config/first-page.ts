import type { Compiler } from 'webpack';

const name = 'FirstPage';
const page = 'index.html';
const home = /pages[\\/]home[\\/]index/;

/**
 * Has browsers fetch the scripts of the first page along with the app's own: a slow network then makes one journey for
 * all of them, not one more for what the app asks for once it runs.
 */
export class FirstPage {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tap({ name, stage }, () => {
        const groups = compilation.chunkGroups.filter(({ origins }) =>
          origins.some(({ request }) => home.test(request ?? '')),
        );
        const scripts = new Set(
          groups.flatMap((group) => group.getFiles()).filter((file) => file.endsWith('.js')),
        );
        const html = compilation.getAsset(page)?.source.source().toString();
        if (!html || scripts.size === 0) throw new Error('the first page was not found in the build');
        const links = [...scripts]
          .map((file) => `<link rel="preload" as="script" fetchpriority="high" href="/m/${file}"/>`)
          .join('');
        // Browsers hold deferred scripts back while the page is empty; here nothing is to be seen before them.
        const urgent = html.replaceAll('<script defer="defer"', '<script defer="defer" fetchpriority="high"');
        const text = urgent.replace('</title>', `</title>${links}`);
        compilation.updateAsset(page, new sources.RawSource(text));
      });
    });
  }
}
