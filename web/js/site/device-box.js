// Where the reader wants the things of a tool kept: boxes, of which one place at most is ticked, and words for a
// browser that keeps nothing.

import { query } from "../dom/query.js";

/** @param {import("../platform/store.js").Store} store */
export function setUpDeviceBox(store) {
  const refused = query("[data-when-refused]");
  const boxes = /** @type {["device" | "memory", HTMLInputElement][]} */ ([
    ["device", query("[name=keep-on-device]")],
    ["memory", query("[name=memory-only]")],
  ]);
  for (const [place, box] of boxes) {
    box.addEventListener("change", () => store.moveTo(box.checked ? place : "tab"));
  }
  store.listen(() => {
    for (const [place, box] of boxes) box.checked = store.place === place;
    boxes[0][1].disabled = store.place === "memory"; // in whichever tab that was chosen
    refused.hidden = !store.isRefused;
  });
}
