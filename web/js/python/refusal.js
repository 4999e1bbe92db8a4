// Answers of `scoring` that say no.

/** @import { IssueData, Refusal } from "../../types/scoring" */

/**
 * What stands for an answer where Python is not there.
 * @param {string | undefined} words
 * @returns {Refusal}
 */
export const noAnswer = (words) => ({ ok: false, issues: [{ path: "", code: "", text: words ?? "", allowed: "" }] });

/**
 * The reasons and what to do, as one text.
 * @param {{issues: Pick<IssueData, "text" | "allowed">[]}} answer
 */
export const reasonsOf = ({ issues }) => issues.map(({ text, allowed }) => `${text} ${allowed}`.trim()).join(" ");
