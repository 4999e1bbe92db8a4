// What a word is compared by: one spelling for all the ways in which people write it.

/** Accents, vowel signs of Hebrew and Arabic, what stretches an Arabic word, apostrophes. Other marks are letters. */
const MARKS = new RegExp(String.raw`[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u06d6-\u06ed'’]`, "gu");

/** Letters that no standard form takes apart, and Arabic ones that stand for each other. @type {Record<string, string>} */
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ک: "ك" };
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

const ARABIC_DIGIT = /[٠-٩۰-۹]/gu;

/** "The", alone or behind "and", "so", "with" or "like", and "to the", with a word behind it. */
const ARABIC_ARTICLE = /^(?:[وفبك]?ال|لل)(?=\p{L}{2})/u;

/** @param {string} word */
export function normalize(word) {
  const plain = word.normalize("NFKD").toLowerCase().replaceAll(MARKS, "").normalize("NFC");
  const digits = plain.replaceAll(ARABIC_DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf));
  return digits.replaceAll(LETTER, (letter) => LETTERS[letter]).replace(ARABIC_ARTICLE, "");
}
