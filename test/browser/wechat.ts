import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createContext, Script } from 'node:vm';

/** A node of the page as Taro hands it to WeChat's templates. */
interface Drawn {
  /** Name of the element, `#text` for text. */
  nn?: string;
  /** Text. */
  v?: string;
  sid?: string;
  cn?: Drawn[];
  [property: string]: unknown;
}

interface PageInstance {
  data: { root?: Drawn };
  onLoad?: (query: object, done?: () => void) => void;
  onShow?: () => void;
  onReady?: () => void;
  eh?: (event: object) => void;
  setData: (changes: Record<string, unknown>, done?: () => void) => void;
  route: string;
  options: object;
  [name: string]: unknown;
}

/** A phone with WeChat, as far as the bundle needs one. */
export interface Wechat {
  /** Opens a page as WeChat does after `navigateTo`. */
  open(path: string): void;
  /** Everything readable on the page on top. */
  text(): string;
  /** Taps the element whose whole text, or spoken name, is this. Error: there is none. */
  tap(name: string | RegExp): void;
  /** Types into the entry of this spoken name. Error: there is none. */
  type(name: string, value: string): void;
}

type Load = (path: string) => unknown;

/**
 * Boots the bundle in a world that has JavaScript and `wx` and nothing else, so that whatever leaked in from
 * browsers or Node fails here as it would in WeChat.
 */
export function bootWechat(bundle: string, apiUrl: string): Wechat {
  const stack: PageInstance[] = [];
  const storage = new Map<string, unknown>();
  const made: Record<string, object> = {};
  let current = '';
  let app: { onLaunch?: (o: object) => void; onShow?: (o: object) => void } = {};
  const open = (url: string) => {
    const [path = '', query = ''] = url.replace(/^\//, '').split('?');
    stack.push(openPage(path, new Map(query.split('&').map((pair) => pair.split('=') as [string, string]))));
  };
  const openPage = (path: string, query: Map<string, string>): PageInstance => {
    current = path;
    load(`./${path}.js`);
    const page = { ...made[path], route: path } as PageInstance;
    page.data = structuredClone(page.data ?? {});
    page.options = Object.fromEntries([...query].map(([name, value]) => [name, decodeURIComponent(value)]));
    page.setData = (changes, done) => {
      for (const [key, value] of Object.entries(changes)) put(page.data, key, value);
      setTimeout(() => done?.(), 0);
    };
    page.onLoad?.(page.options);
    page.onShow?.();
    page.onReady?.();
    return page;
  };
  const sandbox = createContext({
    ...{ console, setTimeout, clearTimeout, setInterval: quietInterval, clearInterval },
    wx: fakeWx(storage, apiUrl, { open, close: () => stack.pop(), restart: () => stack.splice(0) }),
    App: (options: object) => (app = options),
    Page: (options: object) => (made[current] = options),
    Component: (options: object) => (made[current] = options),
    Behavior: (options: object) => options,
    getApp: () => app,
    getCurrentPages: () => stack,
  });
  const load = loader(bundle, sandbox);
  load('./app.js');
  app.onLaunch?.({ path: 'pages/home/index', query: {}, scene: 1001 });
  app.onShow?.({ path: 'pages/home/index', query: {}, scene: 1001 });
  open('/pages/home/index');
  return handOf(stack, open);
}

/** What a hand and an eye can do with the page on top. */
function handOf(stack: PageInstance[], open: (url: string) => void): Wechat {
  const root = () => stack.at(-1)?.data.root ?? {};
  const fire = (node: Drawn, type: string, detail: object) => {
    const target = { id: node.sid, dataset: { sid: node.sid }, offsetLeft: 0, offsetTop: 0 };
    stack.at(-1)?.eh?.({ type, detail, target, currentTarget: target, timeStamp: 1, mark: {}, touches: [] });
  };
  const find = (fits: (node: Drawn) => boolean, wanted: string) => {
    const found = walk(root()).find(fits);
    if (!found) throw new Error(`no ${wanted} on the page: ${textOf(root())}`);
    return found;
  };
  return {
    open,
    text: () => textOf(root()),
    tap: (name) => {
      const fits = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
      const isIt = (node: Drawn) =>
        fits(textOf(node)) || Object.values(node).some((v) => typeof v === 'string' && fits(v));
      fire(
        find((node) => isButton(node) && isIt(node), String(name)),
        'tap',
        {},
      );
    },
    type: (name, value) =>
      fire(
        find((node) => isEntry(node) && Object.values(node).includes(name), name),
        'input',
        { value },
      ),
  };
}

const isButton = ({ cl }: Drawn) => /\bbare\b/.test(String(cl));
const isEntry = ({ cl }: Drawn) => /\bentry\b/.test(String(cl));
const walk = (node: Drawn): Drawn[] => [node, ...(node.cn ?? []).flatMap(walk)];
const textOf = (node: Drawn): string => (node.v ?? '') + (node.cn ?? []).map(textOf).join('');

/** An interval that holds no test open. */
const quietInterval = (work: () => void, ms: number) => setInterval(work, ms).unref();

/** CommonJS among the bundle's own files. */
function loader(bundle: string, sandbox: object): Load {
  const known = new Map<string, { exports: unknown }>();
  const loadFrom =
    (folder: string): Load =>
    (path) => {
      const file = join(folder, existsSync(join(bundle, folder, path)) ? path : `${path}.js`);
      const cached = known.get(file);
      if (cached) return cached.exports;
      const module = { exports: {} as unknown };
      known.set(file, module);
      const source = readFileSync(join(bundle, file), 'utf8');
      const wrapped = new Script(`(function (module, exports, require) {${source}\n})`, { filename: file });
      const run = wrapped.runInContext(sandbox) as (m: object, e: unknown, r: Load) => void;
      run(module, module.exports, loadFrom(dirname(file)));
      return module.exports;
    };
  return loadFrom('.');
}

/** Writes where a path of setData points: `root.cn.[0].cn`. */
function put(data: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path
    .replaceAll(/\[(\d+)\]/g, '$1')
    .split('.')
    .filter(Boolean);
  const last = steps.pop() ?? '';
  const owner = steps.reduce<Record<string, unknown>>((inner, step) => {
    inner[step] ??= {};
    return inner[step] as Record<string, unknown>;
  }, data);
  owner[last] = value;
}

interface Stack {
  open(url: string): void;
  close(): void;
  restart(): void;
}

interface RequestOptions {
  url: string;
  method: string;
  header: Record<string, string>;
  data?: string;
  success?: (answer: object) => void;
  fail?: (error: object) => void;
}

interface SubscribeOptions {
  tmplIds: string[];
  success?: (answer: object) => void;
}

/** The part of WeChat's API that the app uses, over the real network. */
function fakeWx(storage: Map<string, unknown>, apiUrl: string, stack: Stack): object {
  const succeed = (answer: object) => (options?: { success?: (answer: object) => void }) =>
    options?.success?.({ errMsg: 'ok', ...answer });
  const deny = (errMsg: string) => (options?: { fail?: (error: object) => void }) =>
    options?.fail?.({ errMsg });
  const move =
    (change: (url: string) => void) => (options: { url: string; success?: (o: object) => void }) => {
      change(options.url);
      options.success?.({});
    };
  const socket = { onMessage: () => 0, onClose: () => 0, onError: () => 0, onOpen: () => 0, close: () => 0 };
  return {
    canIUse: () => true,
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    getAppBaseInfo: () => ({ language: 'zh_CN', SDKVersion: '3.7.0' }),
    getSystemInfoSync: () => ({ windowWidth: 375, windowHeight: 667, SDKVersion: '3.7.0', platform: 'ios' }),
    getWindowInfo: () => ({ windowWidth: 375, windowHeight: 667 }),
    getDeviceInfo: () => ({ platform: 'ios' }),
    getNetworkType: succeed({ networkType: 'wifi' }),
    onNetworkStatusChange: () => undefined,
    getRandomValues: (options: { length: number; success?: (o: object) => void }) =>
      options.success?.({ randomValues: crypto.getRandomValues(new Uint8Array(options.length)).buffer }),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    getUpdateManager: () => ({ onUpdateReady: () => undefined, applyUpdate: () => undefined }),
    getLocation: deny('getLocation:fail auth deny'),
    scanCode: deny('scanCode:fail auth deny'),
    // Whoever is asked says yes to all.
    requestSubscribeMessage: ({ tmplIds, success }: SubscribeOptions) =>
      success?.({
        ...Object.fromEntries(tmplIds.map((id) => [id, 'accept'])),
        errMsg: 'requestSubscribeMessage:ok',
      }),
    login: succeed({ code: `demo-${String(Date.now())}` }),
    setNavigationBarTitle: succeed({}),
    connectSocket: (options: { success?: (o: object) => void }) => {
      options.success?.({});
      return socket;
    },
    navigateTo: move(stack.open),
    redirectTo: move((url) => {
      stack.close();
      stack.open(url);
    }),
    reLaunch: move((url) => {
      stack.restart();
      stack.open(url);
    }),
    navigateBack: () => stack.close(),
    request: ({ url, method, header, data, success, fail }: RequestOptions) => {
      fetch(url.startsWith('http') ? url : apiUrl + url, { method, headers: header, body: data })
        .then(async (response) =>
          success?.({ statusCode: response.status, data: await response.text(), header: {} }),
        )
        .catch((error: unknown) => fail?.({ errMsg: String(error) }));
      return { abort: () => undefined };
    },
  };
}
