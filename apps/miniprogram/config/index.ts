import { relative, resolve } from 'node:path';
import { FirstPage } from './first-page';
import { ServiceWorker } from './service-worker';

const app = resolve(__dirname, '..');
const root = resolve(app, '../..');

interface Chain {
  resolve: {
    modules: { prepend(folder: string): unknown };
    merge(options: object): unknown;
  };
  performance: { hints(value: false): unknown };
  plugin(name: string): { use(plugin: unknown): unknown };
  merge(options: object): unknown;
}

/** A workspace keeps packages at its root and here: without this order H5 finds a second copy of Taro's React. */
function shared(chain: Chain): void {
  chain.resolve.modules.prepend(resolve(root, 'node_modules'));
  chain.resolve.modules.prepend(resolve(app, 'node_modules'));
  // The client is written for Node's resolution, where `./x.js` names `./x.ts`.
  chain.resolve.merge({ extensionAlias: { '.js': ['.ts', '.js'] } });
  // tweetnacl looks for Node's randomness; seeds are given to it here.
  chain.resolve.merge({ fallback: { crypto: false } });
  chain.performance.hints(false);
}

/** What several pages need is loaded once, not with each of them. */
function browser(chain: Chain): void {
  shared(chain);
  chain.plugin('serviceWorker').use(ServiceWorker);
  chain.plugin('firstPage').use(FirstPage);
  const often = { chunks: 'async', minChunks: 2, enforce: true };
  const pages = { ...often, name: 'shared', priority: 50 };
  // What only rarer pages share comes with the first of them, not with the first page.
  const later = { ...often, name: 'later', priority: 60, test: /[\\/]src[\\/]more[\\/]/ };
  // Styles and a font of Taro's own elements, of which browsers get none.
  const alias = {
    '@tarojs/components/dist/taro-components/taro-components.css': false,
    '@tarojs/components/dist/components$': resolve(app, 'src/platform/no-web-components.ts'),
    // React to the sources, a tenth of its size on the way to a slow phone.
    'react/jsx-runtime': 'preact/jsx-runtime',
    'react-dom/client': 'preact/compat/client',
    'react-dom$': 'preact/compat',
    react$: 'preact/compat',
  };
  chain.merge({ optimization: { splitChunks: { cacheGroups: { pages, later } } }, resolve: { alias } });
}

const include = [resolve(root, 'libs/api-client/src')];

/** Taro's configuration. `SHUNLU_API_URL` is where a mini-program finds the suite; H5 asks where it came from. */
export default {
  projectName: 'shunlu',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  // H5 lies where the gateway serves it from; what WeChat's tools open lies beside it.
  outputRoot:
    process.env['TARO_ENV'] === 'h5'
      ? '../../dist/apps/miniprogram'
      : relative(app, process.env['SHUNLU_WEAPP_FOLDER'] ?? resolve(root, 'dist/apps/weapp')),
  framework: 'react',
  plugins: ['@tarojs/plugin-framework-react'],
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  defineConstants: {
    API_URL: JSON.stringify(process.env['SHUNLU_API_URL'] ?? 'http://127.0.0.1:3000'),
  },
  mini: {
    webpackChain: shared,
    compile: { include },
    // What only pages of the later package share belongs to that package.
    optimizeMainPackage: { enable: true },
    // Sizes are CSS pixels in both worlds, so that elder mode means what it says.
    postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
  },
  h5: {
    webpackChain: browser,
    compile: { include },
    publicPath: '/m/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
      ignoreOrder: true,
    },
    postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
  },
};
