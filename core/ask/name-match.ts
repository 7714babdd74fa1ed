/** How well a name fits what is looked for, the best first. */
export type MatchRank = 0 | 1 | 2 | 3;

/** How many ranks there are. */
export const matchRanks = 4;

/** What is looked for, in the form names are compared in: small letters without blanks. */
export function comparable(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}

/**
 * 0: it is the name; 1: the name begins so; 2: it is part of the name; 3: its letters come in the name in this order. Undefined where
 * the name does not fit. Both are comparable.
 */
export function matchRank(wanted: string, name: string): MatchRank | undefined {
  const place = name.indexOf(wanted);
  if (place === 0) return name.length === wanted.length ? 0 : 1;
  if (place > 0) return 2;
  return isSubsequence(wanted, name) ? 3 : undefined;
}

function isSubsequence(wanted: string, text: string): boolean {
  let place = -1;
  for (let index = 0; index < wanted.length; index++) {
    place = text.indexOf(wanted.charAt(index), place + 1);
    if (place < 0) return false;
  }
  return true;
}
