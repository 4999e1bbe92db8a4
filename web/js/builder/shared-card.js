// A link that somebody shared: its code stands after "#", where no server sees it.

import { bind } from "../dom/bind.js";
import { query } from "../dom/query.js";
import { noAnswer, reasonsOf } from "../python/refusal.js";

/** @import { Answer, OpenLinkRequest, PhrasingRequest } from "../../types/scoring" */

const LONGEST = 4000; // characters, far more than any link has; what is longer is cut, and then refused by scoring

/** The link in the address, with what others added to it: scoring finds the code. */
function linkHere() {
  const link = location.hash || location.search; // "#" may have become "%23", which belongs to the query
  if (!/#|%23/.test(link) || document.getElementById(location.hash.slice(1))) return ""; // a place is no code
  return link.slice(0, LONGEST);
}

/** Take the link out of the address, once it is answered: until then a reload asks again. */
function dropLink() {
  if (linkHere()) history.replaceState(history.state, "", location.pathname);
}

/**
 * @typedef {{
 *   client: import("../python/scoring-client.js").ScoringClient,
 *   phrasing: () => PhrasingRequest,
 *   restore: (saved: import("../python/saved-form.js").SavedForm) => Promise<void>,
 *   announce: (text: string) => void,
 *   steps: import("./steps.js").Steps,
 * }} Tool
 */

export class SharedCard {
  #section = query("#shared");
  #state = query(".shared-state", this.#section);
  #card = query(".shared-card", this.#section);
  #opening = this.#state.textContent ?? "";
  /** @type {import("../python/saved-form.js").SavedForm | undefined} */
  #shared;
  #tool;

  /** @param {Tool} tool */
  constructor(tool) {
    this.#tool = tool;
    const use = query("[data-do=use-shared]");
    use.addEventListener("click", async () => {
      this.#close();
      if (this.#shared) await tool.restore(this.#shared);
      tool.announce(use.dataset.done ?? "");
      tool.steps.finish();
    });
    query("[data-do=close-shared]").addEventListener("click", () => {
      this.#close();
      tool.steps.restart();
    });
    addEventListener("hashchange", () => this.open());
  }

  /** Show the card of the code in the address. */
  async open() {
    const code = linkHere();
    if (!code) return;
    this.#section.hidden = this.#state.hidden = false;
    this.#card.hidden = true;
    this.#state.textContent = this.#opening;
    this.#show(await this.#ask(code));
    this.#section.focus();
    this.#tool.announce((this.#state.hidden ? query("#shared-heading") : this.#state).textContent ?? "");
  }

  /** Open the code; it stays in the address until Python has answered. @param {string} code @returns {Promise<Answer<OpenLinkRequest>>} */
  async #ask(code) {
    try {
      const answer = await this.#tool.client.ask({ do: "open-link", code, ...this.#tool.phrasing() });
      dropLink();
      return answer;
    } catch {
      return noAnswer(this.#section.dataset.failed);
    }
  }

  /** @param {Answer<OpenLinkRequest>} answer */
  #show(answer) {
    this.#card.hidden = !answer.ok;
    this.#state.hidden = answer.ok;
    if (answer.ok) {
      this.#shared = { entries: answer.result.entries, another: {} };
      bind(this.#card, answer.result.view);
    } else {
      this.#state.textContent = reasonsOf(answer);
    }
  }

  #close() {
    this.#section.hidden = true;
    dropLink();
  }
}
