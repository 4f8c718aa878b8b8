// Keeps what was read, help in a crisis, what can go wrong and the search index, for when there is no network.
//
// `self.build` is set before this program, which is written with the site: `version`, a name for all that the site consists of;
// `core`, what every page needs, and the crisis pages; `ahead`, for each language what a reader may need in a hurry;
// `gone`, pages that were taken down. Another build is another program. It fetches what was kept anew into a cache of
// its own, and takes over when it has all of it, so that old and new never mix.
//
// What has a fixed name comes from the network first. Files of the search index are named by what they hold: those come
// from the cache first, and go with their index. Addresses are kept without what stands after '?', and what stands after
// '#' never reaches this program.

const { build } = self;
const scope = new URL(self.registration.scope);
const ours = `materia ${scope.pathname} `;
const names = { pages: `${ours}pages ${build.version}`, assets: `${ours}assets ${build.version}`, index: `${ours}index` };

// How many files each cache may hold, besides those of `build`. A site of many pages has up to a thousand files of index.
const most = { [names.pages]: 60, [names.assets]: 100, [names.index]: 300 };

// How long the network has before the copy is shown, in milliseconds.
const patience = 3000;

const indexFile = /^(.*\/search\/)([0-9a-f]{12})\/[^/]+$/;

const absolute = (paths) => paths.map((path) => new URL(path, scope).href);
const core = absolute(build.core);
const ahead = build.ahead.map(({ folder, paths }) => ({ home: new URL(folder, scope).href, urls: absolute(paths) }));
const gone = new Set(absolute(build.gone));
const always = new Set([...core, ...ahead.flatMap(({ urls }) => urls)]);

const key = (url) => new URL(url, scope).origin + new URL(url, scope).pathname;

function cacheFor(url, isPage = url.endsWith("/")) {
  if (indexFile.test(new URL(url).pathname)) return names.index;
  return isPage ? names.pages : names.assets;
}

async function bound(cache, limit) {
  const kept = (await cache.keys()).filter((request) => !always.has(request.url));
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

// A server in trouble does not cost a copy; a page that is gone does. Once the next build is on its way, this one keeps
// nothing more: it could be the other's.
async function keepAnswer(name, url, response) {
  const { installing, waiting } = self.registration;
  const isReplaced = installing || waiting || self.serviceWorker?.state === "redundant";
  if (!isReplaced && response.status < 500 && response.type === "basic") await keep(name, url, response);
}

async function fromNetworkFirst(event, name) {
  const url = key(event.request.url);
  const asked = fetch(event.request);
  const kept = asked.then((response) => keepAnswer(name, url, response.clone()), () => {});
  event.waitUntil(kept);
  const copy = await caches.match(url, { cacheName: name });
  if (!copy) return asked;
  const late = new Promise((resolve) => setTimeout(resolve, patience, copy));
  const answer = asked.then((response) => (response.status < 500 ? response : copy), () => copy);
  return Promise.race([answer, late]);
}

async function fromCacheFirst(event, name) {
  const url = key(event.request.url);
  const copy = await caches.match(url, { cacheName: name });
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

// Fetches what is not there yet; fails where the network does.
async function bring(urls) {
  const fetchInto = async (url) => {
    const name = cacheFor(url);
    const cache = await caches.open(name);
    if (await cache.match(url)) return;
    const response = await fetch(url, { cache: "no-cache" });
    await keep(name, url, response);
    if (name === names.index && response.ok) await dropOthers(url);
  };
  const wanted = new Set(urls.map(key).filter((url) => url.startsWith(scope.href) && !gone.has(url)));
  await Promise.all([...wanted].map(fetchInto));
}

// Of the innermost language that the page is in.
function aheadOf(page) {
  const found = ahead.filter(({ home }) => page.startsWith(home)).sort((a, b) => b.home.length - a.home.length);
  return found[0]?.urls ?? [];
}

const isOld = (name) => name.startsWith(ours) && !Object.values(names).includes(name);

// What the builds before this one kept, less what was taken down, which no build is to show any more.
async function keptBefore() {
  const urls = [];
  for (const name of (await caches.keys()).filter(isOld)) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      if (gone.has(url)) await cache.delete(url);
      else urls.push(url);
    }
  }
  return urls;
}

async function install() {
  const before = await keptBefore();
  await bring([...core, ...before.flatMap((url) => [url, ...(url.endsWith("/") ? aheadOf(url) : [])])]);
  await self.skipWaiting();
}

async function activate() {
  await Promise.all((await caches.keys()).filter(isOld).map((name) => caches.delete(name)));
  await self.clients.claim();
}

// A page that was read before this program was there tells its own address and what it has loaded.
async function welcome(urls) {
  await bring(urls).catch(() => {});
  if (!navigator.connection?.saveData) await bring(aheadOf(urls[0])).catch(() => {});
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.waitUntil(welcome(event.data)));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope.href) || request.headers.has("range")) return;
  const url = key(request.url);
  const name = cacheFor(url, request.mode === "navigate" || url.endsWith("/"));
  event.respondWith(name === names.index ? fromCacheFirst(event, name) : fromNetworkFirst(event, name));
});
