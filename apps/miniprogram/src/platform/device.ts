import type { Transport } from '../core/client';

/** A place as the phone tells it. */
export interface Place {
  point: { longitude: number; latitude: number };
  accuracyMetres: number;
}

/** Why the phone did not tell its place, or did not scan. */
export type Denial = 'denied' | 'unavailable' | 'cancelled';

/** What differs between a browser and WeChat. `device.h5.ts` and `device.weapp.ts` each export one. */
export interface Device {
  /** Where the API is: scheme and host, empty for the page's own. */
  apiUrl: string;
  transport: Transport;
  language: string;
  /** The text kept under a key; undefined where there is none. */
  read(key: string): string | undefined;
  /** Throws when the phone's storage is full. */
  write(key: string, text: string): void;
  remove(key: string): void;
  /** Keys of everything that is kept. */
  keys(): string[];
  /** Bytes nobody can guess. */
  random(count: number): Promise<Uint8Array>;
  place(): Promise<Place | Denial>;
  /** What a QR code says. */
  scan(): Promise<{ text: string } | Denial>;
  /**
   * A photo taken now or chosen: a JPEG in base64, 1,280 pixels wide or high at most. Of oneself: browsers offer the
   * album too, WeChat the camera at the front.
   */
  photo(isOfOneself?: boolean): Promise<{ base64: string } | Denial>;
  /** Fetches what is no JSON from the API. Throws when no answer came. */
  fetchBytes(path: string, headers: Record<string, string>): Promise<{ status: number; bytes: ArrayBuffer }>;
  /** Hands a file to its owner: a download in browsers; WeChat shows or shares it. */
  save(bytes: ArrayBuffer, file: { name: string; type: string }): Promise<void>;
  /** Where the phone's permissions are set; false where only its own settings can do that. */
  openPermissions(): boolean;
  dial(number: string): void;
  /** Hands over to a map that knows the way. */
  navigate(point: { longitude: number; latitude: number }, name: string): void;
  /** Reads aloud; false where the phone cannot. */
  speak(text: string, language: 'zh' | 'en'): boolean;
  /** Reads the page on top aloud; false where the phone cannot. */
  readPage(language: 'zh' | 'en'): boolean;
  /** Code of `wx.login`; undefined outside WeChat. */
  wechatCode(): Promise<string | undefined>;
  /**
   * Has WeChat ask which messages may be sent; only in a tap. Answers `accept`, `reject`, `ban` or `filter` by
   * template. Undefined outside WeChat.
   */
  askMessages: ((templateIds: string[]) => Promise<Record<string, unknown>>) | undefined;
  isOnline(): Promise<boolean>;
  /** Called when the network comes or goes. */
  onNetwork(listener: (isOnline: boolean) => void): void;
  /** Keeps the app on the phone where it is not already, and calls back when a newer version is there. */
  onUpdate(listener: () => void): void;
  /** Opens the app anew, in its newest version. */
  reload(): void;
  /** Whether it is the first page that is opening, and is still being fetched: what it will ask for can be asked now. */
  opensHome(): boolean;
  /** Says in which language the page is, and how dark. */
  dress(look: { language: 'zh' | 'en'; isDark: boolean | undefined }): void;
}
