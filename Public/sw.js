// Keeps what was read, the crisis page and the search index, for when there is no network.
//
// What has a fixed name comes from the network first, so that old and new never mix and a page that was taken down is
// gone. Files of the search index are named by what they hold: those are kept, and go with their index. Addresses are
// kept without what stands after '?', and what stands after '#' never reaches this program.

const scope = new URL(self.registration.scope);
const names = { pages: `pages ${scope.pathname}`, assets: `assets ${scope.pathname}`, index: `index ${scope.pathname}` };

// How many files each cache may hold. A site of many pages has up to a thousand files of index.
const most = { [names.pages]: 150, [names.assets]: 150, [names.index]: 300 };

// Kept from the first visit on, and never given up for another page.
const always = ["crisis/", "search/"].map((path) => new URL(path, scope).href);

// How long the network has before the copy is shown, in milliseconds.
const patience = 3000;

const indexFile = /^(.*\/search\/)([0-9a-f]{12})\/[^/]+$/;

const key = (url) => new URL(url, scope).origin + new URL(url, scope).pathname;

function cacheFor(request, path) {
  if (indexFile.test(path)) return names.index;
  return request.mode === "navigate" || path.endsWith("/") ? names.pages : names.assets;
}

async function bound(cache, limit) {
  const kept = (await cache.keys()).filter((request) => !always.includes(request.url));
  await Promise.all(kept.slice(0, Math.max(0, kept.length - limit)).map((request) => cache.delete(request)));
}

// A copy goes to the end, so that what was not read for longest is the first to go.
async function keep(name, url, response) {
  const cache = await caches.open(name);
  await cache.delete(url);
  if (!response.ok || response.redirected || response.type !== "basic") return;
  await cache.put(url, response);
  await bound(cache, most[name]);
}

async function fromNetworkFirst(event, name) {
  const url = key(event.request.url);
  const asked = fetch(event.request);
  const kept = asked.then((response) => keepAnswer(name, url, response.clone()), () => {});
  event.waitUntil(kept);
  const copy = await (await caches.open(name)).match(url);
  if (!copy) return asked;
  const late = new Promise((resolve) => setTimeout(resolve, patience, copy));
  const answer = asked.then((response) => (response.status < 500 ? response : copy), () => copy);
  return Promise.race([answer, late]);
}

// A server in trouble does not cost a copy; a page that is gone does.
async function keepAnswer(name, url, response) {
  if (response.status < 500 && response.type === "basic") await keep(name, url, response);
}

async function fromCacheFirst(event, name) {
  const url = key(event.request.url);
  const copy = await (await caches.open(name)).match(url);
  if (copy) return copy;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keep(name, url, response.clone()).then(() => dropOthers(url)));
  return response;
}

// Files of one index know nothing of those of another build.
async function dropOthers(url) {
  const [, base, folder] = url.match(indexFile);
  const cache = await caches.open(names.index);
  const isOther = (request) => {
    const found = request.url.match(indexFile);
    return found !== null && found[1] === base && found[2] !== folder;
  };
  await Promise.all((await cache.keys()).filter(isOther).map((request) => cache.delete(request)));
}

async function bring(urls) {
  const fetchInto = async (url) => {
    const path = new URL(url).pathname;
    const response = await fetch(url);
    await keep(cacheFor({ mode: "" }, path), key(url), response);
  };
  await Promise.all(urls.filter((url) => url.startsWith(scope.href)).map((url) => fetchInto(url).catch(() => {})));
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(bring(always));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => event.waitUntil(bring(event.data)));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== "GET" || !request.url.startsWith(scope.href) || request.headers.has("range")) return;
  const name = cacheFor(request, pathname);
  event.respondWith(name === names.index ? fromCacheFirst(event, name) : fromNetworkFirst(event, name));
});
