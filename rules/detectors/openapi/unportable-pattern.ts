/** What a valid pattern has in it that neither RE2 (Go) nor PCRE (PHP) takes; undefined where there is nothing of the kind. */
export function unportablePart(pattern: string): string | undefined {
  let isInClass = false;
  for (const [token] of pattern.matchAll(tokens)) {
    if (isUnportable(token, isInClass)) return token;
    if (token.startsWith('[')) isInClass = true;
    else if (token === ']') isInClass = false;
  }
  return undefined;
}

/** Escapes as wholes, brackets, and counts. */
const tokens = /\\u\{[\da-f]+\}|\\u[\da-f]{4}|\\p\{[^{}]*\}|\\[\s\S]|\[\^?\]?|\]|\{\d+(?:,\d*)?\}/gi;

function isUnportable(token: string, isInClass: boolean): boolean {
  if (token.startsWith('\\')) return /^\\u[\da-f{]/.test(token) || /^\\p\{(?:gc|general_category)=/i.test(token);
  if (token.startsWith('{')) return !isInClass && counts(token).some((count) => count > mostRepeats);
  return !isInClass && /^\[\^?\]$/.test(token);
}

/** PCRE counts as far as this, RE2 to 1 000. */
const mostRepeats = 65_535;

function counts(token: string): readonly number[] {
  return (token.match(/\d+/g) ?? []).map(Number);
}

/** The pattern with two digits for characters up to U+00FF, which all dialects know; undefined where others are left. */
export function portablePattern(pattern: string): string | undefined {
  const meant = pattern.replace(/\\u00([\da-f]{2})|\\[\s\S]/gi, (token, digits?: string) =>
    digits === undefined ? token : `\\x${digits}`,
  );
  return unportablePart(meant) === undefined ? meant : undefined;
}
