import { printable } from '#core/text/printable.ts';

/** Names are read in lists: of a longer one the beginning tells which it is. In UTF-16 units. */
const longest = 200;

/** A name as a list shows it; one that would not be seen is put in quotes. */
export function shownText(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.trim() === '' ? JSON.stringify(cut) : printable(cut);
}
