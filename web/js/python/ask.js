// Asking Python from a page: that it is not there is an answer, in the words of the page.

import { query } from "../dom/query.js";
import { noAnswer, reasonsOf } from "./refusal.js";

/** @import { Answer, Request } from "../../types/scoring" */
/** @typedef {import("./scoring-client.js").ScoringClient} ScoringClient */

/**
 * @template {Request} R
 * @param {ScoringClient} client
 * @param {R} request
 * @returns {Promise<Answer<R>>}
 */
export const ask = (client, request) => client.ask(request).catch(() => noAnswer(query(".device").dataset.failed));

/**
 * The same; what is refused is told in a place of the page, which is empty otherwise.
 * @template {Request} R
 * @param {ScoringClient} client
 * @param {R} request
 * @param {Element} place
 * @returns {Promise<Answer<R>>}
 */
export async function askAndTell(client, request, place) {
  const answer = await ask(client, request);
  place.textContent = answer.ok ? "" : reasonsOf(answer);
  return answer;
}
