import type { ErrorCode, YAMLError } from 'yaml';
import { quoted } from '#core/text/quoted.ts';
import type { SyntaxProblem } from '#core/text/section.ts';

/** An error of the `yaml` package as a problem of ours, within the text. */
export function describeYamlError(error: YAMLError, text: string): SyntaxProblem {
  const start = Math.min(Math.max(error.pos[0], 0), text.length);
  const end = Math.min(Math.max(error.pos[1], start), text.length);
  return {
    code: error.code === 'TAB_AS_INDENT' ? 'tab-indentation' : 'syntax',
    span: { start, end },
    message: messages[error.code]?.(quoteAt(text, start, end)) ?? `This is not valid YAML: ${error.message}.`,
  };
}

/** The text of an error; where that is one character or none, what stands there on its line. */
function quoteAt(text: string, start: number, end: number): string {
  if (text.charAt(start) === '\\') return quoted(text, { start, end: start + 2 });
  const lineFeed = text.indexOf('\n', start);
  const lineEnd = lineFeed < 0 ? text.length : lineFeed;
  const from = start + (/^[ \t]*/.exec(text.slice(start, start + 200))?.[0].length ?? 0);
  const isShort = end - start < 2;
  if (from >= lineEnd) return `the end of ${quoted(text, { start: lineStartOf(text, start), end: lineEnd })}`;
  return quoted(text, { start: from, end: isShort ? lineEnd : Math.max(end, from + 1) });
}

function lineStartOf(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  return start + (/^[ \t]*/.exec(text.slice(start, start + 200))?.[0].length ?? 0);
}

/** The first character that YAML text may not contain (YAML 1.2.2 §5.1); the library reads over it. */
export function findControlCharacter(text: string): SyntaxProblem | undefined {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if ((unit >= 32 && unit !== 127) || unit === 9 || unit === 10 || unit === 13) continue;
    return {
      code: 'syntax',
      span: { start: index, end: index + 1 },
      message: `The control character U+${codeOf(unit)} is not allowed; remove it, or write it as “\\u${codeOf(unit)}” in double quotes.`,
    };
  }
  return undefined;
}

function codeOf(unit: number): string {
  return unit.toString(16).toUpperCase().padStart(4, '0');
}

/** `quote` is what stands at the error, in quotation marks. */
export function tabMessage(quote: string): string {
  return `A tab indents ${quote}: YAML is indented with spaces, not with tabs; put spaces in its place.`;
}

export function mapMessage(quote: string): string {
  return `A value that is itself a map belongs on the next line: put ${quote} there, or in quotes if it is text with a colon.`;
}

const messages: { readonly [code in ErrorCode]?: (quote: string) => string } = {
  ALIAS_PROPS: (quote) => `An alias takes neither an anchor nor a tag; remove it before ${quote}.`,
  BAD_ALIAS: (quote) => `An alias needs the name of an anchor; write it, or put ${quote} in quotes if it is text.`,
  BAD_DIRECTIVE: (quote) => `The directive ${quote} is not valid; remove the line, or put it in quotes if it is text.`,
  BAD_DQ_ESCAPE: (quote) => `A double-quoted string has no escape such as ${quote}; write “\\\\” for a backslash.`,
  BAD_INDENT: (quote) => `${quote} is not indented as its place asks for; indent it like the lines it belongs to.`,
  BAD_PROP_ORDER: (quote) =>
    `An anchor or tag stands in front of the value, after the colon or dash; move ${quote} there.`,
  BAD_SCALAR_START: (quote) => `A value cannot start with ${quote}; put it in quotes.`,
  BLOCK_AS_IMPLICIT_KEY: mapMessage,
  BLOCK_IN_FLOW: (quote) =>
    `Inside brackets everything is written with brackets; put ${quote} in “{}”, “[]” or quotes, or close the bracket before it.`,
  KEY_OVER_1024_CHARS: (quote) => `A key has at most 1024 characters; shorten ${quote}.`,
  MISSING_CHAR: (quote) => `A closing quote or bracket, a comma or a space is missing at ${quote}.`,
  MULTILINE_IMPLICIT_KEY: (quote) => `A key stands on one line, with a colon behind it; mend ${quote}.`,
  MULTIPLE_ANCHORS: (quote) => `A value has one anchor; remove ${quote} or the other one.`,
  MULTIPLE_TAGS: (quote) => `A value has one tag; remove ${quote} or the other one.`,
  TAB_AS_INDENT: tabMessage,
  TAG_RESOLVE_FAILED: (quote) => `The tag ${quote} does not fit its value; remove it, or change the value.`,
};
