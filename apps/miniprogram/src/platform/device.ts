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
  /** Bytes nobody can guess. */
  random(count: number): Promise<Uint8Array>;
  place(): Promise<Place | Denial>;
  /** What a QR code says. */
  scan(): Promise<{ text: string } | Denial>;
  dial(number: string): void;
  /** Hands over to a map that knows the way. */
  navigate(point: { longitude: number; latitude: number }, name: string): void;
  /** Reads aloud; false where the phone cannot. */
  speak(text: string, language: 'zh' | 'en'): boolean;
  /** Code of `wx.login`; undefined outside WeChat. */
  wechatCode(): Promise<string | undefined>;
  isOnline(): Promise<boolean>;
  /** Called when the network comes or goes. */
  onNetwork(listener: (isOnline: boolean) => void): void;
  /** Says in which language the page is, and how dark. */
  dress(look: { language: 'zh' | 'en'; isDark: boolean | undefined }): void;
}
