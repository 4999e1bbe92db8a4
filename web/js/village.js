// The village map of the builder: sets attributes, and CSS does the drawing (css/site/8-drawing.css).

/**
 * Show the answers that are chosen, and the thin spot once there is one.
 * @param {Element} map
 * @param {FormData} answers
 * @param {string[]} thin
 */
export function drawVillage(map, answers, thin) {
  for (const lane of map.querySelectorAll("[data-strand]")) {
    const strand = lane.getAttribute("data-strand") ?? "";
    const value = answers.get(`answers.${strand}`);
    if (typeof value === "string" && value !== "skip") lane.setAttribute("data-value", value);
    else lane.removeAttribute("data-value");
    lane.toggleAttribute("data-thin", thin.includes(strand));
  }
}
