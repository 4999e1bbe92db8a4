// What the builder keeps of its form, and takes over from another tab.

import { Store } from "../platform/store.js";
import { parseForm } from "../python/saved-form.js";

/**
 * @param {{
 *   formNow: () => import("../python/saved-form.js").SavedForm & import("../python/saved-form.js").Choices,
 *   takeOver: (text: string) => unknown,
 *   forget: () => Promise<void>,
 * }} page
 */
export const formStore = ({ formNow, takeOver, forget }) =>
  new Store("builder", {
    current() {
      const saved = formNow();
      return { text: JSON.stringify(saved), isEmpty: saved.entries.length === 0 && !saved.all && !saved.goOn };
    },
    isOwn: (text) => Boolean(parseForm(text)),
    takeOver,
    forget,
  });
