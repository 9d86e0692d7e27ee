import Taro from '@tarojs/taro';
import { taroTransport } from '../core/client';
import type { Denial, Device, Place } from './device';

const isDenied = (error: unknown) =>
  /auth|deny|denied/i.test(String((error as { errMsg?: string }).errMsg ?? error));

async function place(): Promise<Place | Denial> {
  try {
    const { longitude, latitude, accuracy } = await Taro.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      highAccuracyExpireTime: 4_000,
    });
    return { point: { longitude, latitude }, accuracyMetres: Math.ceil(accuracy) };
  } catch (error) {
    return isDenied(error) ? 'denied' : 'unavailable';
  }
}

async function scan(): Promise<{ text: string } | Denial> {
  try {
    return { text: (await Taro.scanCode({ scanType: ['qrCode'] })).result };
  } catch (error) {
    return isDenied(error) ? 'denied' : 'cancelled';
  }
}

/** WeChat. */
export const device: Device = {
  apiUrl: API_URL,
  transport: taroTransport((options) => Taro.request(options)),
  language: Taro.getAppBaseInfo().language ?? 'zh_CN',
  read: (key) => Taro.getStorageSync<string>(key) || undefined,
  write: (key, text) => Taro.setStorageSync(key, text),
  remove: (key) => Taro.removeStorageSync(key),
  random: async (length) => {
    const { randomValues } = await Taro.getRandomValues({ length });
    return new Uint8Array(randomValues);
  },
  place,
  scan,
  dial: (phoneNumber) => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined),
  navigate: ({ longitude, latitude }, name) => void Taro.openLocation({ longitude, latitude, name }),
  speak: () => false,
  wechatCode: async () => (await Taro.login()).code,
  isOnline: async () => (await Taro.getNetworkType()).networkType !== 'none',
  onNetwork: (listener) => Taro.onNetworkStatusChange(({ isConnected }) => listener(isConnected)),
  dress: () => undefined,
};
