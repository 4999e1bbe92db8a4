// The Community Card: copying it.

/**
 * Copy an element's text. Where the clipboard is refused, the text is marked instead, so that the reader can copy it.
 * @param {Element} element
 * @returns {Promise<boolean>} Whether it was copied.
 */
export async function copyText(element) {
  try {
    await navigator.clipboard.writeText(element.textContent ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    return false;
  }
}
