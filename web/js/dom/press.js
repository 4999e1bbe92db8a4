// Buttons that come and go: one listener for all that are there when they are pressed.

/**
 * @param {Element} root
 * @param {string} selector
 * @param {(button: HTMLButtonElement) => unknown} pressed
 */
export function onPress(root, selector, pressed) {
  root.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLButtonElement | null} */ (/** @type {Element} */ (target).closest(selector));
    if (button) pressed(button);
  });
}
