// "Make available offline": keeps what Python loads, beside the pages.

import { find } from "./find.js";
import { idle } from "./idle.js";
import { askWorker, canKeep, keepSite } from "./offline.js";
import { sparing } from "./line.js";

/** @param {(text: string) => void} announce */
export function setUpMakeOffline(announce) {
  const section = find("#make-offline");
  const button = /** @type {HTMLButtonElement} */ (find("[data-do=make-offline]", section));
  section.hidden = !canKeep;

  /** @param {"saving" | "kept" | "failed"} state */
  function show(state) {
    for (const text of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-offline]"))) {
      text.hidden = text.dataset.offline !== state;
    }
    section.dataset.state = state;
    button.hidden = state === "kept";
    button.setAttribute("aria-disabled", String(state === "saving"));
  }

  /** @param {string} engine @returns {Promise<"kept" | "failed">} */
  async function keep(engine) {
    try {
      return (await askWorker(await keepSite(), { do: "keep", engine })).kept ? "kept" : "failed";
    } catch {
      return "failed";
    }
  }

  button.addEventListener("click", async () => {
    if (section.dataset.state === "saving") return;
    show("saving");
    const state = await keep(document.documentElement.dataset.engine || "frozen");
    show(state);
    announce(find(`[data-offline=${state}]`, section).textContent ?? "");
  });

  return {
    /** Python has started: what it loaded is kept for the next time. @param {string} engine */
    async started(engine) {
      if (!canKeep || sparing()) return;
      await idle();
      if ((await keep(engine)) === "kept") show("kept"); // unasked, so nothing is said about a failure
    },
  };
}
