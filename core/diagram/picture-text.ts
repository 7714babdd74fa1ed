import { printable } from '#core/text/printable.ts';

/** What no XML document can hold (XML 1.0, 2.2 Char), beside the control characters that are not shown anyway. */
const unwritable = /[\ud800-\udfff\ufffe\uffff]/gu;

/** A text of a user's file in one harmless line; of a longer one, in UTF-16 units, the beginning. */
export function pictureText(text: string, most = 200): string {
  const cut = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  return printable(cut).replace(unwritable, '·');
}

/** How wide a text is about, in pixels, in a usual sans-serif font of a size. Never too little for letters. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return Math.ceil(width * size);
}

/** In units of the font size. */
function widthOf(character: string): number {
  if (character >= '\u1100') return 1.05;
  if (/[ijlrtfI.,:;'|![\]()]/.test(character)) return 0.38;
  if (/[mwMW@%]/.test(character)) return 0.92;
  return /[A-Z_]/.test(character) ? 0.7 : 0.58;
}
