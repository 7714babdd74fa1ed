import { remembered } from '#core/text/remembered.ts';
import { portablePattern, unportablePart } from '#rules/detectors/openapi/unportable-pattern.ts';

/** What is wrong with a regular expression, and how it is written right where that is certain. */
export interface PatternFault {
  /** Ends a sentence that begins with the pattern's name: `is no regular expression: …`. */
  readonly fault: string;
  readonly meant?: string;
  /** What the fix does. */
  readonly title?: string;
}

/** The first fault of a pattern by ECMA-262; undefined where it means what it seems to. The pattern is compiled, and never run. */
export const patternFault = remembered((pattern): PatternFault | undefined => {
  if (pattern.length > longest) return undefined;
  return delimited(pattern) ?? notCompiled(pattern) ?? foreign(pattern) ?? openCount(pattern) ?? unportable(pattern);
}, 2000);

/** Longer ones are lists that somebody made with a program. */
const longest = 5000;

/** `/^…$/i`: a slash before the beginning, or behind the end, lets nothing match. */
function delimited(pattern: string): PatternFault | undefined {
  const [, inner, flags = ''] = /^\/(\^[\s\S]*|[\s\S]*\$)\/([dgimsuvy]*)$/.exec(pattern) ?? [];
  if (inner === undefined || inner.endsWith('\\')) return undefined;
  const fault = 'stands between slashes, which are part of what it matches';
  const isPlain = (isCaseless(inner) ? /^[dgiu]*$/ : /^[dgu]*$/).test(flags) && syntaxError(inner) === undefined;
  return isPlain ? { fault, meant: inner, title: 'Write the pattern without slashes' } : { fault };
}

/** True where case makes no difference: there are no letters but those of escapes. */
function isCaseless(pattern: string): boolean {
  return !/[a-z]/i.test(pattern.replace(/\\[dDwWsSbB]/g, ''));
}

function notCompiled(pattern: string): PatternFault | undefined {
  const error = syntaxError(withoutModifiers(pattern));
  if (error === undefined) return undefined;
  const flags = /^\(\?([imsxuU]+)\)/.exec(pattern)?.[1];
  if (flags !== undefined) return { fault: `begins with “(?${flags})”, which ECMA-262 does not know` };
  if (/\(\?P[<=>]/.test(pattern)) {
    const meant = pattern.replaceAll('(?P<', '(?<');
    const fault = 'writes the name of a group as “(?P<”, which ECMA-262 does not know';
    return syntaxError(meant) === undefined ? { fault, meant, title: 'Name groups as ECMA-262 does' } : { fault };
  }
  return { fault: `is no regular expression: ${error}` };
}

/** `(?i:…)` is younger than the engines this runs on. */
function withoutModifiers(pattern: string): string {
  return pattern.replace(/\(\?(?:[ims]+(?:-[ims]*)?|-[ims]+):/g, '(?:');
}

/** With `u` some are valid that are not without, and the other way round: either will do. */
function syntaxError(pattern: string): string | undefined {
  try {
    new RegExp(pattern);
    return undefined;
  } catch (error) {
    if (compiles(pattern, 'u')) return undefined;
    const isWrong = error instanceof SyntaxError && !error.message.includes('too large');
    return isWrong ? reasonOf(error.message) : undefined;
  }
}

function compiles(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

/** `Invalid regular expression: /(/: Unterminated group` → `unterminated group`. */
function reasonOf(message: string): string {
  const reason = message.slice(message.lastIndexOf(': ') + 2);
  return reason.charAt(0).toLowerCase() + reason.slice(1);
}

/** What other dialects know, and ECMA-262 takes for letters. */
function foreign(pattern: string): PatternFault | undefined {
  const anchor = /^\\A/.exec(pattern)?.[0] ?? /(?<!\\)(?:\\\\)*(\\[zZ])$/.exec(pattern)?.[1];
  if (anchor !== undefined) {
    const meant = pattern.replace(/^\\A/, '^').replace(/\\[zZ]$/, '$');
    const fault = `means the letter ${anchor.charAt(1)} by “${anchor}” in ECMA-262`;
    return compiles(meant, '') ? { fault, meant, title: 'Write “^” and “$” for the ends' } : { fault };
  }
  const posix = /\[\[?\^?:(?:alnum|alpha|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/.exec(
    pattern,
  )?.[0];
  return posix === undefined ? undefined : { fault: `has “${posix}”, which is a list of single letters in ECMA-262` };
}

/** `[0-9]{,3}`: without its least it is no count. */
function openCount(pattern: string): PatternFault | undefined {
  let count: string | undefined;
  const meant = pattern.replace(counted, (all: string, atom?: string, found?: string) => {
    if (atom === undefined || found === undefined) return all;
    count ??= found;
    return `${atom}{0${found}}`;
  });
  if (count === undefined) return undefined;
  const fault = `has “{${count}}”, which is no count in ECMA-262 and stands for itself`;
  return syntaxError(meant) === undefined ? { fault, meant, title: `Write “{0${count}}” instead` } : { fault };
}

/** An escape, a class or another atom with such a count, or one without. */
const counted = /(\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|[)\w])\{(,\d+)\}|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]/g;

function unportable(pattern: string): PatternFault | undefined {
  const part = unportablePart(pattern);
  if (part === undefined) return undefined;
  const fault = `has “${part}”, which neither RE2 (Go) nor PCRE (PHP) takes`;
  const meant = portablePattern(pattern);
  return meant === undefined
    ? { fault }
    : { fault, meant, title: 'Write characters as “\\x20”, which all dialects take' };
}
