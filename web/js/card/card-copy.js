// The Community Card: copying it as text, and as a link.

import { query } from "../dom/query.js";


/**
 * Copy a text. Where the clipboard is refused, false.
 * @param {string} text
 * @returns {Promise<boolean>}
 */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {(text: string) => void} announce
 * @param {() => string} [code] What a link holds, where the page offers one.
 */
export function setUpCardCopy(announce, code) {
  const card = query(".card-actions [data-out=card]");
  const done = query(".card-actions .done");

  /** Say in the page and aloud what happened. @param {string} text */
  function tell(text) {
    done.textContent = text;
    done.hidden = false;
    announce(text);
  }

  /** @param {HTMLElement} button @param {boolean} worked */
  const tellCopied = ({ dataset }, worked) => tell((worked ? dataset.done : dataset.marked) ?? "");

  query("[data-do=copy-card]").addEventListener("click", async () => {
    const worked = await copied(card.textContent ?? "");
    if (!worked) {
      /** @type {HTMLDetailsElement} */ (query(".card-more")).open = true;
      getSelection()?.selectAllChildren(card);
    }
    tellCopied(query("[data-do=copy-card]"), worked);
  });
  const hideLink = code ? setUpLink(code, tellCopied) : () => {};

  return {
    tell,
    /** The card is another one now. */
    changed() {
      done.hidden = true;
      hideLink();
    },
  };
}

/**
 * @param {() => string} code
 * @param {(button: HTMLElement, worked: boolean) => void} tellCopied
 * @returns {() => void} Hides the link that could not be copied.
 */
function setUpLink(code, tellCopied) {
  const button = query("[data-do=copy-link]");
  const shown = query(".link-shown");
  const field = /** @type {HTMLInputElement} */ (query("input", shown));
  button.addEventListener("click", async () => {
    const link = `${location.href.split("#")[0]}#${code()}`;
    const worked = await copied(link);
    field.value = link;
    shown.hidden = worked;
    if (!worked) field.select();
    tellCopied(button, worked);
  });
  return () => {
    shown.hidden = true;
  };
}
