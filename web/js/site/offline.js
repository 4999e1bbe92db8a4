// The page's side of the service worker (web/offline/sw.js), which keeps the site for the time without a connection.

import { savesData } from "../platform/connection.js";
import { idle } from "../platform/idle.js";
import { scriptAddress } from "../platform/trusted-types.js";

/** A browser has no service worker outside https and localhost, and some never have. */
export const container = /** @type {ServiceWorkerContainer | undefined} */ (navigator.serviceWorker);

/** The worker that sees to this page, where it is the site's own and not that of an edition in another language. */
export const ownWorker = () =>
  container?.controller?.scriptURL === String(scriptAddress("offline")) ? container.controller : undefined;

/**
 * Start keeping the site. Resolves once its pages are kept; rejects where the browser refuses.
 * @returns {Promise<ServiceWorker>}
 */
export async function keepSite() {
  if (!container) throw new Error("this browser keeps no sites");
  const registration = await container.register(scriptAddress("offline"));
  const first = registration.installing;
  if (registration.active || !first) return /** @type {ServiceWorker} */ ((await container.ready).active);
  return new Promise((resolve, reject) => {
    first.addEventListener("statechange", () => {
      if (first.state === "activated") resolve(first);
      if (first.state === "redundant") reject(new Error("the pages could not be kept"));
    });
  });
}

/**
 * Have the service worker keep what an engine of Python loads.
 * @param {ServiceWorker} worker
 * @param {string} engine
 * @returns {Promise<{kept: boolean, reason?: string}>}
 */
export function keepPython(worker, engine) {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ do: "keep", engine }, [port2]);
  return new Promise((resolve) => {
    port1.addEventListener("message", ({ data }) => resolve(data), { once: true });
    port1.start();
  });
}

/**
 * Once the page is shown and has nothing else to do; a reader who spares the line has to ask first.
 * @returns {Promise<ServiceWorker | undefined>} None where nothing is kept: the site works as without it.
 */
export async function setUpOffline() {
  if (!container) return undefined;
  await idle();
  ownWorker()?.postMessage({ do: "tidy" });
  if (!ownWorker() && savesData()) return undefined;
  return keepSite().catch(() => undefined);
}
