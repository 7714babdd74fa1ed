/** Longer slices are not worth comparing, and would hold the text they were cut from. */
const maximumLength = 12;
const slots = 1024;
const pool: string[] = [];

/** A slice of a text; short ones that come again and again (`type`, `string`) are one and the same string. */
export function internText(text: string, start: number, end: number): string {
  const length = end - start;
  if (length > maximumLength || length < 2) return text.slice(start, end);
  const first = text.charCodeAt(start) * 31 + text.charCodeAt(start + (length >> 1));
  const slot = (first * 31 + text.charCodeAt(end - 1) + length * 7) & (slots - 1);
  const known = pool[slot];
  if (known !== undefined && known.length === length && text.startsWith(known, start)) return known;
  const fresh = text.slice(start, end);
  pool[slot] = fresh;
  return fresh;
}
