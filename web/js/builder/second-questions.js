// Questions after the ten: scoring says which of them would change the advice; only these are shown.

/**
 * Show those that are asked.
 * @param {HTMLFormElement} form
 * @param {string[]} asked Ids.
 * @returns {string[]} Their words.
 */
export function showSecondQuestions(form, asked) {
  const questions = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-second]")]);
  for (const question of questions) question.hidden = !asked.includes(question.dataset.second ?? "");
  return questions.filter((question) => !question.hidden).map(wordsOf);
}

/** What its legend says, part by part. @param {HTMLElement} question */
function wordsOf(question) {
  const parts = [...(question.querySelector("legend")?.childNodes ?? [])].map((part) => part.textContent?.trim());
  return parts.filter(Boolean).join(". ");
}
