import { clientOf } from '../server/client.ts';
import { outboxOf } from '../server/outbox.ts';
import { SYNC } from '../server/sync.ts';

/**
 * Keeps the whole guide on the device from the first visit on, and answers from there: with no network, and with a bad one.
 * A new version is fetched whole beside the old one and takes over when the page says so, never in the middle of a course.
 */
/** Every file of this build, and what changes with any of them: put in by the build. */
declare const FILES: readonly string[];
declare const VERSION: string;

const worker = self as unknown as WorkerScope;
const PREFIX = 'duka-guide-';
const CACHE = PREFIX + VERSION;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'no-cache' })))),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
        ),
      )
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take over') void worker.skipWaiting();
});

worker.addEventListener('sync', (event) => {
  if (event.tag !== SYNC) return;
  const client = clientOf(new URL('./', location.href).href, fetch.bind(self));
  event.waitUntil(
    outboxOf(indexedDB)
      .flush(client)
      .then((sent) => (sent ? undefined : Promise.reject(new Error('not sent: the browser tries again')))),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname.includes('/v1/')) return;
  event.respondWith(fromCache(request));
});

/** Every page of the guide is one page, whatever a sticker's address says after it. */
async function fromCache(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.mode === 'navigate' ? './' : request, { ignoreSearch: true });
  return kept ?? fetch(request);
}

/** What is used of a service worker's global: TypeScript's own library of it does not go with that of pages. */
type Lasting = { waitUntil(work: Promise<unknown>): void };
type WorkerScope = {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'sync', listener: (event: Lasting & { readonly tag: string }) => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(
    type: 'fetch',
    listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
};
