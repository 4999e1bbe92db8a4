// Where the focus goes when a part of the page is shown.

/**
 * Give the focus to the heading of a part that was hidden until now. Firefox leaves out a legend that it has not laid out,
 * and the focus would be lost.
 * @param {HTMLElement} heading
 * @param {FocusOptions} [options]
 */
export function focusShown(heading, options) {
  heading.getBoundingClientRect(); // lays the page out
  heading.focus(options);
}
