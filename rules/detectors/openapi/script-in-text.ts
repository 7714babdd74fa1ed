/**
 * What a text in Markdown makes a browser run, in words; undefined for nothing. Code that is shown as code runs nothing, and neither
 * does a tag whose brackets are escaped.
 */
export function scriptIn(text: string): string | undefined {
  if (!mayHold.test(text)) return undefined;
  const shown = withoutCode(text);
  return kinds.find(({ pattern }) => pattern.test(shown))?.name;
}

/** The text without what is run: a script goes whole, of a tag its handlers, and of a link all but its words. */
export function withoutScript(text: string): string {
  return outsideCode(text, (shown) =>
    withoutElements(shown)
      .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(handler, '').replace(scriptedAttribute, ''))
      .replace(/\[([^[\]\n]*)\]\(\s{0,5}<?javascript:[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/gi, '$1'),
  );
}

const handler = /(?<!\s)\s+on[a-z]{3,30}\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi;
const scriptedAttribute =
  /(?<!\s)\s+(?:href|src|action|formaction)\s*=\s{0,5}(?:"\s*javascript:[^"]*"|'\s*javascript:[^']*'|javascript:[^\s"'>]*)/gi;

/** Without elements of scripts, or without their tags alone where none is closed. With one that fills its lines these go, too. */
function withoutElements(text: string): string {
  const [opening, closing] = [/<script\b[^<>]*>/gi, /<\/script\s*>/gi];
  let [written, last, mayClose] = ['', 0, true];
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    closing.lastIndex = opening.lastIndex;
    const closed: RegExpExecArray | null = mayClose ? closing.exec(text) : null;
    mayClose = closed !== null;
    const end = closed === null ? opening.lastIndex : closing.lastIndex;
    const [start, next] = wholeLines(text, found.index, end);
    written += text.slice(last, Math.max(last, start));
    last = next;
    opening.lastIndex = last;
  }
  return written + text.slice(last);
}

/**
 * From the beginning of a line to that of another, where nothing else stands in between, with one of the blank lines around; else as
 * given.
 */
function wholeLines(text: string, start: number, end: number): readonly [start: number, end: number] {
  const first = skipBlanks(text, start, -1);
  const next = skipBlanks(text, end, 1);
  if (text[first - 1] !== '\n' || text[next] !== '\n') return [start, end];
  const isBlankBefore = text[skipBlanks(text, first - 1, -1) - 1] === '\n';
  const blank = skipBlanks(text, next + 1, 1);
  return [first, (isBlankBefore && text[blank] === '\n' ? blank : next) + 1];
}

/** Behind white space of a line, or before it. */
function skipBlanks(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (/[ \t\r]/.test(text[step > 0 ? at : at - 1] ?? '')) at += step;
  return at;
}

/** Seldom true, and quickly told. */
const mayHold = /<script|javascript:|\son[a-z]+\s*=/i;

const kinds: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'a script', pattern: /<script\b/i },
  { name: 'an event handler', pattern: /<[a-z][^<>]*\son[a-z]{3,30}\s*=/i },
  {
    name: 'a “javascript:” link',
    pattern: /\]\(\s{0,5}<?javascript:|\b(?:href|src|action|formaction)\s*=\s{0,5}["']?\s{0,5}javascript:/i,
  },
];

/** Fenced code, and code between backticks. */
const code = /^[ \t]*(`{3,}|~{3,})[\s\S]*?(?:^[ \t]*\1[`~]*\s*$|$(?![\s\S]))|(`+)(?:(?!`)[^\n]|[^\n]`(?!`))*?\2/gm;

function withoutCode(text: string): string {
  return text.replace(code, ' ');
}

/** Rewrites what is no code. */
function outsideCode(text: string, rewrite: (shown: string) => string): string {
  let [written, last] = ['', 0];
  for (const found of text.matchAll(code)) {
    written += rewrite(text.slice(last, found.index)) + found[0];
    last = found.index + found[0].length;
  }
  return written + rewrite(text.slice(last));
}
