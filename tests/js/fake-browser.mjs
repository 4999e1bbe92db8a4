// A browser's storage, its tabs and a page's address, as far as the modules of web/js/platform/ need them.

/** Storage as browsers have it; with `refusal` it throws that at any use. */
class FakeStorage {
  refusal = "";
  full = false;
  texts = new Map();

  getItem(name) {
    this.#check(false);
    return this.texts.get(name) ?? null;
  }

  setItem(name, text) {
    this.#check(this.full);
    this.texts.set(name, String(text));
  }

  removeItem(name) {
    this.#check(false);
    this.texts.delete(name);
  }

  #check(isFull) {
    if (this.refusal || isFull) throw new DOMException(this.refusal || "full", "QuotaExceededError");
  }
}

export let tab;
export let device;
export let channel;
/** @type {Record<string, Function>} The newest listener to each event of the window. */
const listeners = {};

function define(name, value) {
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
}

define("document", { documentElement: { dataset: { root: ".." } }, baseURI: "https://example.org/site/chapters/one.html" });
define("addEventListener", (event, listener) => (listeners[event] = listener));
define("BroadcastChannel", class {
  told = [];
  listeners = [];

  constructor(name) {
    this.name = name;
    channel = this;
  }

  postMessage(word) {
    this.told.push(word);
  }

  addEventListener(_, listener) {
    this.listeners.push(listener);
  }
});

/** Both storages as in a browser that was never used. */
export function startAnew() {
  [tab, device] = [new FakeStorage(), new FakeStorage()];
  define("sessionStorage", tab);
  define("localStorage", device);
  channel.told = [];
}

export const kept = () => ({ tab: Object.fromEntries(tab.texts), device: Object.fromEntries(device.texts) });

/** What the browser tells the newest store of a change that another tab made on the device. */
export const otherTab = (event) => listeners.storage(event);

/** The browser shows the newest store's page again, as it was left. */
export const comeBack = () => listeners.pageshow({ persisted: true });

/** A word of another tab, to the site and to the newest store. */
export const hear = (word) => [channel.listeners[0], channel.listeners.at(-1)].forEach((listener) => listener({ data: word }));
