/** So much of a word is shown, in UTF-16 units. */
const longest = 40;

/** A part of a path in quotation marks. */
export function shownWord(word: string): string {
  return `“${word.length > longest ? `${word.slice(0, longest)}…` : word}”`;
}
