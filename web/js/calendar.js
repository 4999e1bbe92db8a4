// A calendar file with the weekly review, this week's invitation, or both.

import { reasons, without } from "./answers.js";
import { find } from "./find.js";
import { saveFile } from "./save-file.js";
import { today } from "./today.js";

const FURTHEST = 365; // days; scoring/calendar_file.py refuses later ones

/**
 * @param {import("./scoring-client.js").ScoringClient} client
 * @param {(text: string) => void} announce
 * @param {() => any} view
 */
export function setUpCalendar(client, announce, view) {
  const form = /** @type {HTMLFormElement} */ (find("#calendar"));
  const button = find("[data-do=save-ics]");
  const done = find(".card-actions .done");
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

  /** @param {string} text */
  function tell(text) {
    done.textContent = text;
    done.hidden = false;
    announce(text);
  }

  /** Only what is ticked must be filled in. */
  function need() {
    field("review-time").required = field("review").checked;
    field("date").required = field("move-time").required = field("move").checked;
  }

  form.addEventListener("change", need);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const chosen = new FormData(form);
    if (!chosen.has("review") && !chosen.has("move")) {
      tell(button.dataset.nothing ?? "");
      return;
    }
    const request = {
      do: "calendar",
      today: today(),
      stamp: new Date().toISOString(),
      name_the_move: chosen.has("name-the-move"),
      ...(chosen.has("review") && { review: { weekday: chosen.get("weekday"), time: chosen.get("review-time") } }),
      ...(chosen.has("move") && {
        move: { id: view().invitation.id, date: chosen.get("date"), time: chosen.get("move-time") },
      }),
    };
    const answer = await client.ask(request).catch(() => without(button.dataset.failed));
    if (answer.ok) saveFile(answer.result.file, new Blob([answer.result.text], { type: "text/calendar" }));
    tell(answer.ok ? (button.dataset.done ?? "") : reasons(answer));
  });

  return {
    /** A full map has no invitation to put into a calendar. */
    changed() {
      const move = field("move");
      move.disabled = !view().invitation;
      if (move.disabled) move.checked = false;
      const date = field("date");
      date.min = today();
      date.max = today(FURTHEST);
      if (date.value < date.min) date.value = today(1); // empty at first, or passed by
      need();
    },
  };
}
