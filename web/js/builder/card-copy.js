// The Community Card: copying it as text, and as a link.

import { query } from "../dom/query.js";

/** @import { BuilderView } from "../../types/scoring" */

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
 * @param {() => Partial<BuilderView>} view
 */
export function setUpCardCopy(announce, view) {
  const card = query("#result [data-out=card]");
  const done = query(".card-actions .done");
  const linkShown = query(".link-shown");
  const linkText = /** @type {HTMLInputElement} */ (query("input", linkShown));
  const link = () => `${location.href.split("#")[0]}#${view().link}`;

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
  query("[data-do=copy-link]").addEventListener("click", async () => {
    const worked = await copied(link());
    linkText.value = link();
    linkShown.hidden = worked;
    if (!worked) linkText.select();
    tellCopied(query("[data-do=copy-link]"), worked);
  });

  return {
    tell,
    /** The card is another one now. */
    changed() {
      done.hidden = linkShown.hidden = true;
    },
  };
}
