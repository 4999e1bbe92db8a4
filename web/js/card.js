// The Community Card: copying it as text, and as a link.

import { find } from "./find.js";

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
 * @param {() => any} view
 */
export function setUpCard(announce, view) {
  const card = find("#result [data-out=card]");
  const done = find(".card-actions .done");
  const linkShown = find(".link-shown");
  const linkText = /** @type {HTMLInputElement} */ (find("input", linkShown));
  const link = () => `${location.href.split("#")[0]}#${view().link}`;

  /** @param {HTMLElement} button @param {boolean} worked */
  function tell(button, worked) {
    done.textContent = (worked ? button.dataset.done : button.dataset.marked) ?? "";
    done.hidden = false;
    announce(done.textContent);
  }

  find("[data-do=copy-card]").addEventListener("click", async () => {
    const worked = await copied(card.textContent ?? "");
    if (!worked) getSelection()?.selectAllChildren(card);
    tell(find("[data-do=copy-card]"), worked);
  });
  find("[data-do=copy-link]").addEventListener("click", async () => {
    const worked = await copied(link());
    linkText.value = link();
    linkShown.hidden = worked;
    if (!worked) linkText.select();
    tell(find("[data-do=copy-link]"), worked);
  });

  return {
    /** The card is another one now. */
    changed() {
      done.hidden = linkShown.hidden = true;
    },
  };
}
