// The people of the ledger: rings, a list that does everything, and ways to add somebody.

import { bind } from "../dom/bind.js";
import { announcer } from "../dom/live-region.js";
import { onPress } from "../dom/press.js";
import { query } from "../dom/query.js";
import { today } from "../platform/today.js";
import { ask } from "../python/ask.js";
import { python } from "../python/start.js";
import { ChangePanel } from "./change-panel.js";
import { setUpContacts } from "./contacts.js";
import { EntryForm } from "./entry-form.js";
import { LedgerPage } from "./ledger-page.js";
import { setOptions, showWrong } from "./person-form.js";
import { drawRings, rowId } from "./rings.js";
import { arrive, keepFocus, nameRows } from "./rows.js";
import { Several } from "./several.js";

/** @import { LedgerChange, PeopleView } from "../../types/scoring" */

const root = query("#people");
const announce = announcer(query("[role=status]"));

/** @type {PeopleView | undefined} */
let view;

const everybody = () => [...(view?.active ?? []), ...(view?.others ?? [])];
const row = (/** @type {string} */ id) => everybody().find((one) => one.id === id);

/** @param {PeopleView} shown */
function show(shown) {
  const restore = keepFocus(root);
  view = shown;
  panel.leave();
  bind(root, shown);
  nameRows(shown);
  drawRings(shown);
  for (const form of ["#entry", "#change"]) setOptions(query(form), "last_month", shown.months);
  panel.comeBack();
  several.comeBack();
  entry.show(shown);
  root.dataset.state = shown.empty ? "empty" : "filled";
  root.hidden = false;
  restore();
}

/** Make changes; what is wrong is said beside the fields. @type {(changes: LedgerChange[], form?: HTMLFormElement) => Promise<boolean>} */
const change = (changes, form) => page.change(changes, form && ((issues) => showWrong(form, issues)));

/**
 * Change somebody, and say how it is now.
 * @param {LedgerChange} made
 * @param {HTMLFormElement} [form]
 * @returns {Promise<string>} What was said; empty where it was refused.
 */
async function changeOne(made, form) {
  const before = new Set(everybody().map(({ id }) => id));
  if (!(await change([made], form))) return "";
  const changed = made.id ? row(made.id) : everybody().find(({ id }) => !before.has(id));
  const said = changed ? `${changed.name}. ${changed.about}.` : (root.dataset.removed ?? "");
  announce(said);
  return said;
}

/** Show at once what will be so, which the change then shows again; where it is refused, what was. @param {string} id */
async function inTouch(id) {
  query(`#${rowId(id)} .about`).textContent = row(id)?.touched ?? "";
  if (!(await changeOne({ in: "people", id, fields: { last: today() } }))) await page.update();
}

const panel = new ChangePanel(root, {
  row,
  others: (id) => everybody().filter((one) => one.id !== id),
  preview: async (id, join) => {
    const answer = await ask(python, { do: "people-join", text: page.text, id, join, today: today() });
    return answer.ok ? answer.result : undefined;
  },
  change: changeOne,
  arrive,
  announce,
});
const several = new Several(root, change, announce);
const entry = new EntryForm({
  add: changeOne,
  known: async (name) => {
    const answer = await ask(python, { do: "people-name", text: page.text, name, today: today() });
    return answer.ok ? answer.result : undefined;
  },
  announce,
});
setUpContacts({ find: (names) => ask(python, { do: "ledger-names", names }), add: (changes) => change(changes), announce });

onPress(root, "[data-do=in-touch]", (button) => inTouch(button.closest("li")?.dataset.id ?? ""));
root.addEventListener("click", (event) => {
  const dot = /** @type {Element} */ (event.target).closest("#rings a");
  if (!dot) return;
  event.preventDefault(); // the address stays, and Back leaves the page
  arrive(dot.getAttribute("href")?.replace("#row-", "") ?? "");
});

const page = await LedgerPage.open({
  announce,
  ask: (text) => python.ask({ do: "people", text, today: today() }),
  show,
});
