import Taro from '@tarojs/taro';
import { taroTransport } from '../core/client';
import { timed } from '../core/timed';
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

const isCancelled = (error: unknown) =>
  /cancel/i.test(String((error as { errMsg?: string }).errMsg ?? error));

async function photo(isOfOneself = false): Promise<{ base64: string } | Denial> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['camera', 'album'],
      camera: isOfOneself ? 'front' : 'back',
    });
    const src = tempFiles[0]?.tempFilePath;
    if (!src) return 'cancelled';
    const { tempFilePath } = await Taro.compressImage({ src, quality: 75, compressedWidth: 1280 });
    return { base64: Taro.getFileSystemManager().readFileSync(tempFilePath, 'base64') as string };
  } catch (error) {
    return isDenied(error) ? 'denied' : isCancelled(error) ? 'cancelled' : 'unavailable';
  }
}

/** WeChat. */
export const device: Device = {
  apiUrl: API_URL,
  transport: timed(taroTransport((options) => Taro.request(options))),
  language: Taro.getAppBaseInfo().language ?? 'zh_CN',
  read: (key) => Taro.getStorageSync<string>(key) || undefined,
  write: (key, text) => Taro.setStorageSync(key, text),
  remove: (key) => Taro.removeStorageSync(key),
  keys: () => Taro.getStorageInfoSync().keys,
  random: async (length) => {
    const { randomValues } = await Taro.getRandomValues({ length });
    return new Uint8Array(randomValues);
  },
  place,
  scan,
  photo,
  async fetchBytes(path, header) {
    const { statusCode, data } = await Taro.request<ArrayBuffer>({
      url: API_URL + path,
      header,
      responseType: 'arraybuffer',
    });
    return { status: statusCode, bytes: data };
  },
  async save(bytes, { name, type }) {
    const { USER_DATA_PATH: folder = '' } = Taro.env;
    const filePath = `${folder}/${name}`;
    Taro.getFileSystemManager().writeFileSync(filePath, bytes);
    if (type === 'application/pdf') await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true });
    else await Taro.shareFileMessage({ filePath, fileName: name });
  },
  openPermissions() {
    void Taro.openSetting().catch(() => undefined);
    return true;
  },
  dial: (phoneNumber) => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined),
  navigate: ({ longitude, latitude }, name) => void Taro.openLocation({ longitude, latitude, name }),
  speak: () => false,
  readPage: () => false,
  wechatCode: async () => (await Taro.login()).code,
  // `entityIds` is another platform's; Taro's types want both.
  askMessages: async (tmplIds) => ({ ...(await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })) }),
  isOnline: async () => (await Taro.getNetworkType()).networkType !== 'none',
  onNetwork: (listener) => Taro.onNetworkStatusChange(({ isConnected }) => listener(isConnected)),
  onUpdate: (listener) => Taro.getUpdateManager().onUpdateReady(listener),
  reload: () => Taro.getUpdateManager().applyUpdate(),
  // All pages that may be first are here already.
  opensHome: () => false,
  dress: () => undefined,
};
