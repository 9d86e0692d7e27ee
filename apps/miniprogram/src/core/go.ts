import Taro from '@tarojs/taro';

/** Every page, with what it must be told. */
export interface Pages {
  home: { tab?: string };
  'sign-in': object;
  errand: { id: string };
  statement: object;
  duty: object;
  alerts: object;
  reveals: object;
  hazard: { errandId?: string };
  gifts: object;
  register: object;
  settings: object;
  gallery: object;
  need: { id: string };
  'need-new': { residentId?: string };
  family: object;
  /** The receipt of an errand; all of one's own without. */
  purchase: { errandId?: string };
  certificates: object;
  record: { id: string };
  conduct: object;
  privacy: object;
  portrait: object;
  links: object;
  goods: object;
  map: object;
  storage: object;
}

const inMain: readonly string[] = ['home', 'sign-in', 'errand', 'need', 'need-new'];

const addressOf = (page: string, asked: object) => {
  const query = Object.entries(asked)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
  return `/${inMain.includes(page) ? 'pages' : 'more'}/${page}/index${query && `?${query}`}`;
};

/** Opens a page on top of this one. */
export function go<P extends keyof Pages>(page: P, asked: Pages[P]): void {
  void Taro.navigateTo({ url: addressOf(page, asked) });
}

/** Opens a page in place of all others. */
export function restart<P extends keyof Pages>(page: P, asked: Pages[P]): void {
  void Taro.reLaunch({ url: addressOf(page, asked) });
}

/** One page back; home where there is none, as after a link. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else restart('home', {});
}
