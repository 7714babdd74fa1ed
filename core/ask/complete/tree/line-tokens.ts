/** What the tokens of a line of YAML or JSON are told by. */

export function isBlank(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\t' || unit === '\r';
}

/** The first offset from `at` on that is no blank. */
export function skipBlanks(text: string, at: number, end: number): number {
  let index = at;
  while (index < end && isBlank(text[index])) index++;
  return index;
}

/** After the closing quote of a string that begins at `start`; `end` where it is not closed. */
export function stringEnd(text: string, start: number, end: number): number {
  const quote = text[start];
  for (let at = start + 1; at < end; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at + 1;
    }
  }
  return end;
}

/** True where a string that ends there is closed. */
export function isClosedString(text: string, start: number, end: number): boolean {
  const quote = text[start];
  return (
    end > start + 1 &&
    text[end - 1] === quote &&
    stringEnd(text, start, end) === end &&
    !isEscaped(text, start, end - 1)
  );
}

function isEscaped(text: string, start: number, at: number): boolean {
  let slashes = 0;
  while (text[start] === '"' && at - 1 - slashes > start && text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

/** The end of a plain text on its line, blanks before a comment or the line's end left out. */
export function plainEnd(text: string, start: number, end: number): number {
  let at = start;
  for (; at < end; at++) if (text[at] === '#' && at > start && isBlank(text[at - 1])) break;
  while (at > start && isBlank(text[at - 1])) at--;
  return at;
}

/** The end of a plain text between brackets: before a bracket, a comma, or a colon that ends a key. */
export function flowPlainEnd(text: string, start: number, end: number): number {
  let at = start;
  for (; at < end; at++) {
    const unit = text[at] ?? '';
    if (',[]{}'.includes(unit)) break;
    if (unit === ':' && (at + 1 >= end || isBlank(text[at + 1]) || ',[]{}'.includes(text[at + 1] ?? ''))) break;
    if (unit === '#' && at > start && isBlank(text[at - 1])) break;
  }
  while (at > start && isBlank(text[at - 1])) at--;
  return at;
}

export interface KeyToken {
  readonly start: number;
  readonly end: number;
  /** Behind the colon. */
  readonly after: number;
}

/** The key that begins at a place of a block line; undefined where no colon follows. */
export function keyAt(text: string, start: number, end: number): KeyToken | undefined {
  const first = text[start];
  if (first === '"' || first === "'") {
    const close = stringEnd(text, start, end);
    const colon = skipBlanks(text, close, end);
    return text[colon] === ':' && isAfterColon(text, colon, end) ? { start, end: close, after: colon + 1 } : undefined;
  }
  if (first === undefined || '[{#|>@%'.includes(first)) return undefined;
  for (let at = start; at < end; at++) {
    if (text[at] === '#' && at > start && isBlank(text[at - 1])) return undefined;
    if (text[at] !== ':' || !isAfterColon(text, at, end)) continue;
    let last = at;
    while (last > start && isBlank(text[last - 1])) last--;
    return { start, end: last, after: at + 1 };
  }
  return undefined;
}

function isAfterColon(text: string, colon: number, end: number): boolean {
  return colon + 1 >= end || isBlank(text[colon + 1]);
}

/** A text without its quotes. */
export function unquoted(text: string): string {
  const quote = text[0];
  if (quote !== '"' && quote !== "'") return text;
  const inner = text.endsWith(quote) && text.length > 1 ? text.slice(1, -1) : text.slice(1);
  return quote === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\/])/g, '$1');
}
