// The answers to check before the result: every step, and what stands there; a button leads back to it.

import { query } from "../dom/query.js";

/** @param {HTMLElement[]} steps */
export function listAnswers(steps) {
  const list = query(".check-list");
  const template = /** @type {HTMLTemplateElement} */ (query("template", list));
  const rows = steps.map((step, index) => {
    const row = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const [label, , answer] = row.querySelectorAll("span");
    query("button", row).dataset.to = String(index);
    label.textContent = step.dataset.label ?? "";
    const chosen = [...step.querySelectorAll(":checked + span")].map((words) => words.firstChild?.textContent ?? "");
    answer.textContent = chosen.join(", ") || (list.dataset.open ?? "");
    return row;
  });
  list.replaceChildren(template, ...rows);
}
