// A link that somebody shared: its code stands after "#", where no server sees it.

import { bind } from "../dom/bind.js";
import { query } from "../dom/query.js";
import { noAnswer, reasonsOf } from "../python/refusal.js";

/** @import { Answer, OpenLinkRequest, PhrasingRequest } from "../../types/scoring" */

const LONGEST = 4000; // characters, far more than any link has; what is longer is cut, and then refused by scoring

/** Take the link out of the address, with what others added to it: scoring finds the code. */
function takeLink() {
  const link = location.hash || location.search; // "#" may have become "%23", which belongs to the query
  if (!/#|%23/.test(link) || document.getElementById(location.hash.slice(1))) return ""; // a place is no code
  history.replaceState(history.state, "", location.pathname);
  return link.slice(0, LONGEST);
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
  #code = ""; // that waits for an answer
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

  /** Show the card of the code in the address, or of one that still waits. */
  async open() {
    this.#code = takeLink() || this.#code;
    if (!this.#code) return;
    this.#section.hidden = this.#state.hidden = false;
    this.#card.hidden = true;
    this.#state.textContent = this.#opening;
    this.#show(await this.#ask());
    this.#section.focus();
    this.#tool.announce((this.#state.hidden ? query("#shared-heading") : this.#state).textContent ?? "");
  }

  /** Open the code; it is kept until Python has answered. @returns {Promise<Answer<OpenLinkRequest>>} */
  async #ask() {
    try {
      const answer = await this.#tool.client.ask({ do: "open-link", code: this.#code, ...this.#tool.phrasing() });
      this.#code = "";
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
    this.#code = "";
  }
}
