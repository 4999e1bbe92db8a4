// Names out of contacts: pasted or from a file. What is not ticked is forgotten at once.

import { bind } from "../dom/bind.js";
import { focusShown } from "../dom/focus.js";
import { query } from "../dom/query.js";
import { reasonsOf } from "../python/refusal.js";

/** @import { Answer, LedgerChange, LedgerNamesRequest } from "../../types/scoring" */

const MOST_BYTES = 8_000_000; // more than any text that scoring reads; what is longer is cut, and then refused

/**
 * @param {{
 *   find: (names: string) => Promise<Answer<LedgerNamesRequest>>,
 *   add: (changes: LedgerChange[]) => Promise<boolean>,
 *   announce: (text: string) => void,
 * }} tool
 */
export function setUpContacts({ find, add, announce }) {
  const box = query(".contacts");
  const paste = /** @type {HTMLTextAreaElement} */ (query("textarea", box));
  const file = /** @type {HTMLInputElement} */ (query("input[type=file]", box));
  const found = /** @type {HTMLFormElement} */ (query("#found"));
  const wrong = query(".wrong", box);

  /** @param {string} names */
  async function look(names) {
    const answer = await find(names);
    wrong.textContent = answer.ok ? "" : reasonsOf(answer);
    forget();
    if (!answer.ok) return;
    bind(found, answer.result);
    found.hidden = false;
    focusShown(query("legend", found));
  }

  /** Of all that was pasted, read or found nothing stays. */
  function forget() {
    paste.value = file.value = "";
    bind(found, { names: [] });
    found.hidden = true;
  }

  /** @param {string} [said] */
  function end(said) {
    forget();
    paste.focus();
    announce(said ?? "");
  }

  query("[data-do=find-names]", box).addEventListener("click", () => look(paste.value));
  query("[data-do=open-contacts]", box).addEventListener("click", () => file.click());
  query("[data-do=drop-names]", box).addEventListener("click", () => end(box.dataset.dropped));
  file.addEventListener("change", async () => look((await file.files?.[0]?.slice(0, MOST_BYTES).text()) ?? ""));
  found.addEventListener("submit", async (event) => {
    event.preventDefault();
    const given = new FormData(found);
    const changes = given.getAll("name").map((name) => ({ in: "people", fields: { name, ring: given.get("ring") } }));
    if (changes.length === 0 || (await add(changes))) end(changes.length ? box.dataset.added : box.dataset.dropped);
  });
}
