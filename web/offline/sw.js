// The service worker: keeps the site for the time without a connection.
// See docs/decisions/0027-one-offline-cache-an-edition.md.
//
// Each edition of the site has one cache of its own, and every file in it was checked against the hash that the build
// wrote down. A page and what belongs to it come from that cache, so they always fit together.
//
// In, from a page, each with a port for the answer where there is one:
//   {do: "activate"}        the reader wants the newer edition that waits
//   {do: "tidy"}            a page is shown: drop old editions that no page needs any more, fetch what was lost
//   {do: "keep", engine}    keep what Python loads, and the site; answers {kept: true} or {kept: false, reason}

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;
const prefix = `${SITE.caches} ${scope} `; // other sites, or other copies of this one, may share the origin
const own = prefix + SITE.edition;
const offline = new URL("offline.html", scope).href;
const readersNote = new URL("?readers", scope).href; // in an old cache: the pages that were open when it was replaced
const failedNote = new URL("?failed", scope).href; // in the cache of an edition that could not be had whole
const POLICY = "Content-Security-Policy";
const HOUR = 3_600_000; // milliseconds
const LANES = 4; // downloads at a time, so that the page's own come through

/** @param {string} path */
const addressOf = (path) => new URL(path, scope).href;

/** Files in these folders have addresses that are made from their content. @param {string} url */
const isNamedByContent = (url) => /^(assets|runtime)\//.test(url.slice(scope.length));

/** @param {string} path */
const lastPart = (path) => path.slice(path.lastIndexOf("/") + 1);

const otherCaches = async () => (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);

/** Fetch and check. The browser compares the hash, whatever lay in its HTTP cache. @param {string} url @param {string} hash */
async function download(url, hash) {
  /** @param {RequestCache} cache */
  const ask = (cache) => fetch(url, { cache, integrity: `sha256-${hash}` });
  const response = isNamedByContent(url) ? await ask("force-cache").catch(() => ask("reload")) : await ask("reload");
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  return toKeep(response, url);
}

/**
 * A host may redirect x.html to x, and browsers do not show a redirected answer as a page. It may say by what its answers
 * vary, and kept files do not. It may send no policy, and a worker has none but that of its own script. Then a new answer
 * is kept, with what else the host said.
 * @param {Response} response @param {string} url
 */
function toKeep(response, url) {
  const lacksPolicy = url.endsWith(".js") && !response.headers.has(POLICY);
  if (!response.redirected && !response.headers.has("Vary") && !lacksPolicy) return response;
  const headers = new Headers(response.headers);
  headers.delete("Vary");
  if (lacksPolicy) headers.set(POLICY, SITE.policy);
  return new Response(response.body, { headers });
}

/** The same file from an older edition, if its bytes are the same. @param {string} url @param {string} hash */
async function fromOlder(url, hash) {
  for (const name of await otherCaches()) {
    const found = await (await caches.open(name)).match(url);
    if (!found) continue;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await found.clone().arrayBuffer()));
    if (btoa(String.fromCharCode(...digest)) === hash) return toKeep(found, url);
  }
  return undefined;
}

/** What is in this edition's cache. */
const keptHere = async () => new Set((await (await caches.open(own)).keys()).map(({ url }) => url));

/**
 * Put files into this edition's cache; what is there already stays. One that cannot be had keeps none of the others from
 * it, so that they need not be fetched again.
 * @param {Record<string, string>} files
 */
async function keep(files) {
  const cache = await caches.open(own);
  const kept = await keptHere();
  const waiting = Object.entries(files).filter(([path]) => !kept.has(addressOf(path)));
  /** @type {unknown[]} */
  const troubles = [];
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const url = addressOf(next[0]);
      try {
        await cache.put(url, (await fromOlder(url, next[1])) ?? (await download(url, next[1])));
      } catch (error) {
        troubles.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (troubles.length) throw troubles[0];
}

/** Fetch again what the browser has lost: the site, and the engines of which it has kept a part. */
async function refill() {
  const kept = await keptHere();
  const engines = Object.values(SITE.runtime).filter((files) => Object.keys(files).some((path) => kept.has(addressOf(path))));
  await keep(Object.assign({}, SITE.files, ...engines));
}

/** What the tools of this edition load, where an older one kept the same for the reader. */
async function toolsToKeep() {
  /** @type {Set<string>} */
  const names = new Set();
  for (const name of await otherCaches()) {
    const kept = (await (await caches.open(name)).keys()).map(({ url }) => url);
    for (const url of kept) if (url.startsWith(addressOf("runtime/"))) names.add(lastPart(url));
  }
  const engines = Object.values(SITE.runtime).filter((files) => Object.keys(files).every((path) => names.has(lastPart(path))));
  return /** @type {Record<string, string>} */ (Object.assign({}, ...engines));
}

/** @throws where this edition cannot be had whole: the browser goes on with the one that it has. */
async function install() {
  const cache = await caches.open(own);
  await cache.delete(readersNote); // it was there before, and is wanted again
  const failed = await (await cache.match(failedNote))?.json();
  if (failed && Date.now() < failed.until) throw new Error("it failed a short while ago");
  try {
    await keep(SITE.files);
    await keep(await toolsToKeep());
    await cache.delete(failedNote);
  } catch (error) {
    if (/** @type {Error} */ (error).name === "QuotaExceededError") await caches.delete(own); // there is no room
    else await backOff(cache, failed?.wait ?? 0);
    throw error;
  }
}

/** A host that changes a page on the way will do so again: wait an hour, then longer. @param {Cache} cache @param {number} before */
async function backOff(cache, before) {
  const wait = Math.min(Math.max(HOUR, 2 * before), 24 * HOUR);
  await cache.put(failedNote, Response.json({ wait, until: Date.now() + wait }));
}

/** This edition takes over. Pages that are still open may want files of the one that they came from. */
async function activate() {
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const readers = open.filter(({ url }) => url.startsWith(scope)).map(({ id }) => id);
  for (const name of await otherCaches()) await (await caches.open(name)).put(readersNote, Response.json(readers));
  await dropOld();
  await refill().catch(() => {}); // without a connection there is nothing to be done
  await worker.clients.claim();
}

async function tidy() {
  if (await isTakenOff()) return;
  await dropOld();
  await refill().catch(() => {});
}

/** Whoever takes `sw.js` off the host takes the site off its readers' devices: nothing else would ever tell them. */
async function isTakenOff() {
  const ask = fetch(worker.registration.active?.scriptURL ?? "", { cache: "no-cache" });
  const status = await ask.then((response) => response.status, () => 0);
  if (status !== 404 && status !== 410) return false;
  for (const name of [...(await otherCaches()), own]) await caches.delete(name);
  return worker.registration.unregister();
}

/** Delete old editions that none of their readers has open. One without a note is not old: it is being installed. */
async function dropOld() {
  for (const name of await otherCaches()) {
    const note = await (await caches.open(name)).match(readersNote);
    if (!note) continue;
    const readers = await Promise.all((await note.json()).map((/** @type {string} */ id) => worker.clients.get(id)));
    if (!readers.some(Boolean)) await caches.delete(name);
  }
}

/** The kept page for an address: with its words after "?" left out, its folder's index, or its ".html" added. */
async function keptPage(/** @type {Cache} */ cache, /** @type {string} */ address) {
  const { origin, pathname } = new URL(address);
  const path = origin + pathname;
  for (const url of path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`]) {
    const found = await cache.match(url);
    if (found) return found;
  }
  const isFolder = await cache.match(`${path}/index.html`); // its links are relative: it needs the slash, as from a host
  return isFolder && Response.redirect(`${path}/`);
}

/**
 * What needs no decision: a browser that can takes it from the cache without this worker. Those are the pages where they
 * are gone to, and files with addresses made from their content.
 */
function routes() {
  const paths = [SITE.files, ...Object.values(SITE.runtime)].flatMap(Object.keys);
  return [...new Set(paths)].map((path) => {
    const { href, pathname } = new URL(path, scope);
    const urlPattern = new URLPattern({ pathname, search: "", baseURL: scope });
    const mode = isNamedByContent(href) ? {} : { requestMode: "navigate" };
    return { condition: { urlPattern, requestMethod: "GET", ...mode }, source: { cacheName: own } };
  });
}

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(own);
  if (request.mode === "navigate") {
    // The offline page has relative links, so it is shown under its own address.
    return (await keptPage(cache, request.url)) ?? fetch(request).catch(() => Response.redirect(offline));
  }
  const kept = await cache.match(request);
  if (kept) return kept;
  // A page of an older edition that is still open: whatever edition it is from, such an address means one content. (The
  // addresses of this edition do not come here where there are static routes.)
  const older = isNamedByContent(request.url) ? await caches.match(request) : undefined;
  return older ?? fetch(request);
}

worker.addEventListener("install", (event) => {
  event.waitUntil(install());
  const { addRoutes } = /** @type {any} */ (event); // none outside Chromium
  addRoutes?.call(event, routes()).catch(() => {}); // without it every request comes here
});
worker.addEventListener("activate", (event) => event.waitUntil(activate()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope) || request.headers.has("range")) return;
  event.respondWith(answer(request).catch(() => fetch(request)));
});

worker.addEventListener("message", (event) => {
  const { do: wish, engine } = event.data;
  /** @param {object} done */
  const reply = (done) => event.ports[0]?.postMessage(done);
  if (wish === "activate") event.waitUntil(worker.skipWaiting());
  if (wish === "tidy") event.waitUntil(tidy());
  if (wish === "keep") {
    const keeping = keep({ ...SITE.files, ...SITE.runtime[/** @type {"frozen" | "plain"} */ (engine)] }).then(
      () => reply({ kept: true }),
      (error) => reply({ kept: false, reason: String(error) }),
    );
    event.waitUntil(keeping);
  }
});
