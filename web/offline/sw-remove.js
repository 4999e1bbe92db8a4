// Takes the site off the devices of its readers. The build writes it beside sw.js; whoever gives the site up puts it in the
// place of sw.js, under that name, and leaves it there for some weeks. See docs/hosting.md.

const remover = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

async function remove() {
  const names = await caches.keys();
  const prefix = `${SITE.caches} ${remover.registration.scope} `; // other sites may share the origin
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
  await remover.registration.unregister();
}

remover.addEventListener("install", () => remover.skipWaiting());
remover.addEventListener("activate", (event) => event.waitUntil(remove()));
