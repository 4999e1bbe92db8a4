// "Make available offline": keeps what Python loads, beside the pages.

import { query } from "../dom/query.js";
import { savesData } from "../platform/connection.js";
import { container, keepPython, keepSite, setUpOffline } from "./offline.js";

/** @param {(text: string) => void} announce */
export function setUpMakeOffline(announce) {
  const section = query("#make-offline");
  const button = /** @type {HTMLButtonElement} */ (query("[data-do=make-offline]", section));
  const installing = /** @type {HTMLTemplateElement} */ (query("#after-python")); // what a browser installs the site by
  section.hidden = !container;

  /** @param {"saving" | "kept" | "failed"} state */
  function show(state) {
    for (const text of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-offline]"))) {
      text.hidden = text.dataset.offline !== state;
    }
    section.dataset.state = state;
    button.hidden = state === "kept";
    button.setAttribute("aria-disabled", String(state === "saving"));
  }

  button.addEventListener("click", async () => {
    if (section.dataset.state === "saving") return;
    show("saving");
    const engine = document.documentElement.dataset.engine || "frozen";
    const { kept } = await keepSite().then((worker) => keepPython(worker, engine)).catch(() => ({ kept: false }));
    const state = kept ? "kept" : "failed";
    show(state);
    announce(query(`[data-offline=${state}]`, section).textContent ?? "");
  });

  return {
    /** Python has started or has failed: the site is kept now, with what Python loaded. @param {string} engine */
    async ended(engine) {
      document.head.append(installing.content); // once: then it is empty
      const worker = await setUpOffline();
      if (!worker || !engine || savesData()) return;
      if ((await keepPython(worker, engine)).kept) show("kept"); // unasked, so nothing is said about a failure
    },
  };
}
