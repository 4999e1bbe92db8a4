// An old address leads on by itself. It cannot take along the place in the page, behind the #, that a link names.

/** Go there before the page does. */
export function setUpMoved() {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[data-moved]"));
  if (!link || !location.hash) return;
  link.hash = location.hash;
  location.replace(link.href);
}
