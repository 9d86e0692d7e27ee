import './base.css';
import { fetchTransport, type Transport } from '../core/client';
import { toGcj02 } from '../core/gcj';
import { timed } from '../core/timed';
import type { Denial, Device, Place } from './device';

interface Barcodes {
  detect(image: ImageBitmap): Promise<{ rawValue: string }[]>;
}

function speak(text: string, language: 'zh' | 'en'): boolean {
  if (!('speechSynthesis' in window)) return false;
  const speech = new SpeechSynthesisUtterance(text);
  Object.assign(speech, { lang: language === 'zh' ? 'zh-CN' : 'en', rate: 0.9 });
  speechSynthesis.cancel();
  speechSynthesis.speak(speech);
  return true;
}

/** The camera, or camera or album as the phone offers them. */
function pick(capture?: 'environment'): Promise<File | undefined> {
  return new Promise((done) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', accept: 'image/*', ...(capture && { capture }) });
    input.onchange = () => done(input.files?.[0]);
    input.addEventListener('cancel', () => done(undefined));
    input.click();
  });
}

/** A photograph of the code: no stream of the camera is needed, and every phone can take one. */
async function scan(): Promise<{ text: string } | Denial> {
  const Detector = (window as { BarcodeDetector?: new (o: object) => Barcodes }).BarcodeDetector;
  if (!Detector) return 'unavailable';
  const picked = await pick('environment');
  if (!picked) return 'cancelled';
  const [found] = await new Detector({ formats: ['qr_code'] }).detect(await createImageBitmap(picked));
  return found ? { text: found.rawValue } : 'unavailable';
}

const mostPixels = 1_280;

/** Drawn anew and smaller: a phone's photo has ten megabytes, and a stairway has little network. */
async function photo(isOfOneself = false): Promise<{ base64: string } | Denial> {
  const picked = await pick(isOfOneself ? undefined : 'environment');
  if (!picked) return 'cancelled';
  const bitmap = await createImageBitmap(picked).catch(() => undefined);
  if (!bitmap) return 'unavailable';
  const scale = Math.min(1, mostPixels / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return { base64: canvas.toDataURL('image/jpeg', 0.75).split(',')[1] ?? '' };
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

/**
 * The service worker keeps the app for opening without a network. A newer one takes over at once and serves the
 * next opening; what is open goes on in the version it was opened with, and is told.
 */
function onUpdate(listener: () => void): void {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const hadOne = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => hadOne && listener());
  // After everything the page itself needs.
  const register = () => void serviceWorker.register('/m/sw.js', { scope: '/m/' }).catch(() => undefined);
  if (document.readyState === 'complete') setTimeout(register, 2_000);
  else window.addEventListener('load', () => setTimeout(register, 2_000));
}

/** What the page has asked for before the app ran (`worker/early.js`), as a request is written. */
interface Asked {
  request: object;
  answer: ReturnType<Transport>;
}

/** The first request is perhaps asked already; every other goes out. */
const transport: Transport = (request) => {
  const page = window as { shunluAsked?: Asked };
  const asked = page.shunluAsked;
  delete page.shunluAsked;
  const isSame = asked && JSON.stringify(asked.request) === JSON.stringify(request);
  return isSame ? asked.answer : fetchTransport(request);
};

/** The browser. */
export const device: Device = {
  apiUrl: '',
  transport: timed(transport),
  language: navigator.language,
  read: (key) => localStorage.getItem(key) ?? undefined,
  write: (key, text) => localStorage.setItem(key, text),
  remove: (key) => localStorage.removeItem(key),
  keys: () => Object.keys(localStorage),
  random: (count) => Promise.resolve(crypto.getRandomValues(new Uint8Array(count))),
  place,
  scan,
  photo,
  async fetchBytes(path, headers) {
    const answer = await fetch(path, { headers });
    return { status: answer.status, bytes: await answer.arrayBuffer() };
  },
  async save(bytes, { name, type }) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([bytes], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
  openPermissions: () => false,
  dial: (number) => void window.open(`tel:${number}`, '_self'),
  navigate: ({ longitude, latitude }, name) =>
    void window.open(
      `https://uri.amap.com/navigation?to=${longitude},${latitude},${encodeURIComponent(name)}&mode=ride&coordinate=gaode`,
      '_blank',
      'noopener',
    ),
  speak,
  // Pages below the one on top are drawn, and hidden.
  readPage: (language) =>
    speak(
      [...document.querySelectorAll('main')].find(({ offsetParent }) => offsetParent)?.innerText ?? '',
      language,
    ),
  wechatCode: () => Promise.resolve(undefined),
  askMessages: undefined,
  isOnline: () => Promise.resolve(navigator.onLine),
  onNetwork(listener) {
    window.addEventListener('online', () => listener(true));
    window.addEventListener('offline', () => listener(false));
  },
  onUpdate,
  reload: () => location.reload(),
  opensHome: () => ['', '#/', '#/pages/home/index'].includes(location.hash),
  dress({ language, isDark }) {
    const { documentElement: html } = document;
    html.lang = language === 'zh' ? 'zh-CN' : 'en';
    if (isDark === undefined) delete html.dataset['look'];
    else html.dataset['look'] = isDark ? 'dark' : 'light';
  },
};
