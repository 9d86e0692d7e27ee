// The service worker of the H5: keeps the app on the phone, so that it opens without a network. The build writes
// in which version it is and which files belong to it. Answers of the API are never kept here.
const version = '%VERSION%';
const files = '%FILES%'.split(' ');
const prefix = 'shunlu-';
const own = prefix + version;
const page = '/m/';

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(page)) return;
  if (mode === 'navigate') event.respondWith(openPage(event.request));
  else event.respondWith(answer(event.request));
});

/** Whole or not at all: a version of which one file is missing is never used. */
async function keepAll() {
  const cache = await self.caches.open(own);
  await cache.addAll(files.map((file) => page + file));
  await cache.put(page, await self.fetch(page, { cache: 'no-cache' }));
  await self.skipWaiting();
}

/** The version before stays for pages that are open in it and load more of it; what is older goes. */
async function takeOver() {
  const others = (await self.caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
  await Promise.all(others.slice(0, -1).map((name) => self.caches.delete(name)));
  await self.clients.claim();
}

async function openPage(request) {
  const cache = await self.caches.open(own);
  return (await cache.match(page, { ignoreVary: true })) ?? self.fetch(request);
}

async function answer(request) {
  return (await self.caches.match(request, { ignoreVary: true })) ?? self.fetch(request);
}
