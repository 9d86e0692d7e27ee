import './base.css';
import { fetchTransport } from '../core/client';
import { toGcj02 } from '../core/gcj';
import type { Denial, Device, Place } from './device';

interface Barcodes {
  detect(image: ImageBitmap): Promise<{ rawValue: string }[]>;
}

/** A photograph of the code: no stream of the camera is needed, and every phone can take one. */
async function scan(): Promise<{ text: string } | Denial> {
  const Detector = (window as { BarcodeDetector?: new (o: object) => Barcodes }).BarcodeDetector;
  if (!Detector) return 'unavailable';
  const photo = await new Promise<File | undefined>((done) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', accept: 'image/*', capture: 'environment' });
    input.onchange = () => done(input.files?.[0]);
    input.addEventListener('cancel', () => done(undefined));
    input.click();
  });
  if (!photo) return 'cancelled';
  const [found] = await new Detector({ formats: ['qr_code'] }).detect(await createImageBitmap(photo));
  return found ? { text: found.rawValue } : 'unavailable';
}

function place(): Promise<Place | Denial> {
  return new Promise((done) => {
    if (!('geolocation' in navigator)) return done('unavailable');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) =>
        done({ point: toGcj02({ longitude, latitude }), accuracyMetres: Math.ceil(accuracy) }),
      ({ code }) => done(code === 1 ? 'denied' : 'unavailable'),
      { enableHighAccuracy: true, timeout: 8_000, maximumAge: 30_000 },
    );
  });
}

/** The browser. */
export const device: Device = {
  apiUrl: '',
  transport: fetchTransport,
  language: navigator.language,
  read: (key) => localStorage.getItem(key) ?? undefined,
  write: (key, text) => localStorage.setItem(key, text),
  remove: (key) => localStorage.removeItem(key),
  random: (count) => Promise.resolve(crypto.getRandomValues(new Uint8Array(count))),
  place,
  scan,
  dial: (number) => void window.open(`tel:${number}`, '_self'),
  navigate: ({ longitude, latitude }, name) =>
    void window.open(
      `https://uri.amap.com/navigation?to=${longitude},${latitude},${encodeURIComponent(name)}&mode=ride&coordinate=gaode`,
      '_blank',
      'noopener',
    ),
  speak(text, language) {
    if (!('speechSynthesis' in window)) return false;
    const speech = new SpeechSynthesisUtterance(text);
    Object.assign(speech, { lang: language === 'zh' ? 'zh-CN' : 'en', rate: 0.9 });
    speechSynthesis.cancel();
    speechSynthesis.speak(speech);
    return true;
  },
  wechatCode: () => Promise.resolve(undefined),
  isOnline: () => Promise.resolve(navigator.onLine),
  onNetwork(listener) {
    window.addEventListener('online', () => listener(true));
    window.addEventListener('offline', () => listener(false));
  },
  dress({ language, isDark }) {
    const { documentElement: html } = document;
    html.lang = language === 'zh' ? 'zh-CN' : 'en';
    if (isDark === undefined) delete html.dataset['look'];
    else html.dataset['look'] = isDark ? 'dark' : 'light';
  },
};
