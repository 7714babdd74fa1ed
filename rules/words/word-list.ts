/** The words of a text that parts them by single blanks. */
export function wordList(text: string): readonly string[] {
  return text.split(' ');
}

/** The same, to be asked whether it holds one. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(wordList(text));
}
