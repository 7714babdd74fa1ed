/** True where one letter more, less, other, or two swapped ones make one word of the other. */
export function isOneEditFrom(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  if (a.length < b.length) return a.slice(start) === b.slice(start + 1);
  if (a.length > b.length) return a.slice(start + 1) === b.slice(start);
  return a.slice(start + 1) === b.slice(start + 1) || isSwappedAt(a, b, start);
}

/** True where two neighbouring letters in the wrong order are all that differs. */
export function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let start = 0;
  while (a[start] === b[start]) start++;
  return isSwappedAt(a, b, start);
}

function isSwappedAt(a: string, b: string, start: number): boolean {
  return a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2);
}
