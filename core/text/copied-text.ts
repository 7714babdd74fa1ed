/** The same text as a string of its own: a slice keeps the whole text alive that it was cut from. */
export function copiedText(text: string): string {
  return ` ${text}`.slice(1);
}
