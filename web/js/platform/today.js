// The reader's own calendar: the moves turn with the week where the reader is.

const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

const FURTHEST = 365; // days; scoring/dates.py refuses later ones

/** Let a field take the days from today to a year ahead. @param {HTMLInputElement} field */
export function limitDays(field) {
  field.min = today();
  field.max = today(FURTHEST);
}

/** Tell when the page is looked at on another day. @param {() => unknown} changed */
export function onNewDay(changed) {
  let day = today();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || day === today()) return;
    day = today();
    changed();
  });
}

/**
 * A day as YYYY-MM-DD.
 * @param {number} [ahead] How many days after today.
 */
export function today(ahead = 0) {
  const day = new Date();
  day.setDate(day.getDate() + ahead);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
