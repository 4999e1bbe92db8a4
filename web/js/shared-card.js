// A link that somebody shared: its code stands after "#", where no server sees it.

import { reasons, without } from "./answers.js";
import { fill } from "./fill.js";
import { find } from "./find.js";

const LONGEST = 1000; // characters, far more than any code; what is longer is cut, and then refused by scoring

/** Take the code out of the address, and the address clean. */
function takeCode() {
  const code = location.hash.slice(1);
  if (!code || document.getElementById(code)) return ""; // a place on this page is no code
  history.replaceState(history.state, "", location.pathname + location.search);
  return code.slice(0, LONGEST);
}

/**
 * @param {{
 *   client: import("./scoring-client.js").ScoringClient,
 *   telling: () => object,
 *   restore: (draft: import("./draft.js").Draft) => Promise<void>,
 *   announce: (text: string) => void,
 * }} page
 */
export function setUpSharedCard({ client, telling, restore, announce }) {
  const section = find("#shared");
  const state = find(".shared-state", section);
  const card = find(".shared-card", section);
  const opening = state.textContent ?? "";
  /** @type {import("./draft.js").Draft | undefined} */
  let shared;
  let code = ""; // that waits for an answer

  async function open() {
    code = takeCode() || code;
    if (!code) return;
    section.hidden = state.hidden = false;
    card.hidden = true;
    state.textContent = opening;
    const answer = await ask();
    if (answer.ok) {
      shared = answer.result;
      fill(card, answer.result.view);
      card.hidden = false;
      state.hidden = true;
    } else {
      state.textContent = reasons(answer);
    }
    section.focus();
    announce(state.hidden ? (find("#shared-heading").textContent ?? "") : state.textContent);
  }

  /** Open the code; it is kept until Python has answered. */
  async function ask() {
    try {
      const answer = await client.ask({ do: "open-link", code, ...telling() });
      code = "";
      return answer;
    } catch {
      return without(section.dataset.failed);
    }
  }

  function close() {
    section.hidden = true;
    code = "";
  }

  find("[data-do=use-shared]").addEventListener("click", async ({ target }) => {
    close();
    if (shared) await restore(shared);
    announce(/** @type {HTMLElement} */ (target).dataset.done ?? "");
    find("#result").focus();
  });
  find("[data-do=close-shared]").addEventListener("click", () => {
    close();
    find("#main").focus();
  });
  addEventListener("hashchange", open);

  return { open };
}
