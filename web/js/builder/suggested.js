// What the ledger knows, for the builder: answers that the reader may take, each by itself, and what became of moves.

import { bind } from "../dom/bind.js";
import { query } from "../dom/query.js";
import { today } from "../platform/today.js";
import { KeptText } from "../kept/kept-text.js";

/** @import { PastMove, SuggestedAnswer } from "../../types/scoring" */

/**
 * @param {HTMLFormElement} form
 * @param {import("../python/scoring-client.js").ScoringClient} client
 * @param {(past: PastMove[]) => Promise<void>} learn Told what became of earlier moves, the oldest first.
 */
export async function setUpSuggested(form, client, learn) {
  const { text } = await KeptText.open("ledger");
  if (!text) return learn([]);
  const answer = await client.ask({ do: "ledger-answers", text, today: today() }).catch(() => undefined);
  if (!answer?.ok) return; // the page of the ledger says what is wrong with it
  for (const suggested of answer.result.answers) showOne(form, suggested);
  await learn(answer.result.history);
}

/** @param {HTMLFormElement} form @param {SuggestedAnswer} suggested */
function showOne(form, { strand, answer, said }) {
  const input = /** @type {HTMLInputElement} */ (query(`[name="answers.${strand}"][value="${answer}"]`, form));
  const template = /** @type {HTMLTemplateElement} */ (query("template.suggested", form));
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  bind(copy, { said });
  const button = query("[data-do=suggest]", copy);
  button.textContent += ` ${input.closest("label")?.textContent?.trim()}`;
  button.addEventListener("click", () => {
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    input.focus();
  });
  query(".hint", input.closest("fieldset") ?? form).after(copy);
}
