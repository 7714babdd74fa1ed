/**
 * What steers a terminal, hides itself, or turns the reading direction: controls, line separators, marks and isolates of
 * direction, the zero-width space, byte order marks and tags (Unicode Standard, section 23.2). Joiners are left, which scripts and
 * emoji are written with.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Text of a user's file as one harmless line: what would not be seen becomes `·`. */
export function printable(text: string): string {
  return text.replace(/\r\n|[\r\n\t]/g, ' ').replace(hidden, '·');
}

/** JSON text with what would not be seen in its strings written as escapes; line breaks between its tokens stay. */
export function printableJson(json: string): string {
  return json.replace(hidden, (character) => (character === '\n' ? character : escaped(character)));
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
