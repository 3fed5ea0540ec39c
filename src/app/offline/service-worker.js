// Keeps the built page's files in this browser, so that it opens without a network. The build puts the files' names and their version in here.

/** @type {readonly string[]} */
const FILES = [];
const VERSION = '';

/**
 * What service workers have besides other scripts.
 * @typedef {object} ServiceWorkerScope
 * @property {{ scope: string }} registration
 * @property {() => Promise<void>} skipWaiting
 */
/** @typedef {Event & { waitUntil(work: Promise<unknown>): void }} LifeEvent */
/** @typedef {Event & { request: Request, respondWith(answer: Promise<Response>): void }} Fetched */

const worker = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (globalThis));
const { scope } = worker.registration;
// Several copies of the page may lie on one server.
const PREFIX = `scree ${scope} `;
const CACHE = PREFIX + VERSION;

addEventListener('install', (event) => {
  /** @type {LifeEvent} */ (event).waitUntil(install());
});
addEventListener('activate', (event) => {
  /** @type {LifeEvent} */ (event).waitUntil(forget());
});
addEventListener('fetch', (event) => {
  const { request } = /** @type {Fetched} */ (event);
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  /** @type {Fetched} */ (event).respondWith(answer(request));
});

async function install() {
  const cache = await caches.open(CACHE);
  // What the browser itself still has may be of the version before.
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })));
  await worker.skipWaiting();
}

/** A page that is open goes on with the version that it came with: the files of that one stay, older ones go. */
async function forget() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function answer(request) {
  const url = new URL(request.url);
  const key = url.pathname.replace(/\/index\.html$/, '/');
  const newest = await (await caches.open(CACHE)).match(key);
  return newest ?? (await caches.match(key)) ?? fetch(request);
}
