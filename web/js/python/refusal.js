// Answers of `scoring` that say no.

/**
 * What stands for an answer where Python is not there.
 * @param {string | undefined} words
 * @returns {any}
 */
export const noAnswer = (words) => ({ ok: false, issues: [{ text: words ?? "", allowed: "" }] });

/**
 * The reasons and what to do, as one text.
 * @param {{issues: {text: string, allowed: string}[]}} answer
 */
export const reasonsOf = ({ issues }) => issues.map(({ text, allowed }) => `${text} ${allowed}`.trim()).join(" ");
